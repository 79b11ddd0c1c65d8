// Run by index-crash.test.ts in a process of its own: puts articles, packs and keeps for ever.
import { articleAt, keptIndexAt } from "./kept-index.ts";

const [path = ""] = process.argv.slice(2);
const { index, keeper } = keptIndexAt(path);
const refused = await keeper.load();
if (refused !== null) throw new Error(refused);
for (let revision = index.revision() + 1; ; revision++) {
  index.apply([{ kind: "put", article: articleAt(revision) }], revision);
  if (revision % 50 !== 0) continue;
  const problem = await keeper.keep();
  if (problem !== null) throw new Error(problem);
  process.stdout.write(`${revision}\n`);
}
