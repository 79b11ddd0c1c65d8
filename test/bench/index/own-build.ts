// A process of `npm run bench -- index`: our index is built from a store, as at a bot's first start.
import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startIndex } from "../../../src/flows/refresh-index.ts";
import { makeCorpus } from "./corpus.ts";
import { report } from "./figures.ts";
import { databaseAt, ownIndexAt, watchBlocks } from "./own-place.ts";

const COMMITTED_AT_ONCE = 500;

const [folder = "", sections = "", questions = ""] = process.argv.slice(2);
const corpus = makeCorpus(Number(sections), Number(questions));
writeFileSync(join(folder, "questions.json"), JSON.stringify(corpus.questions));
const store = await databaseAt(folder);
for (let at = 0; at < corpus.articles.length; at += COMMITTED_AT_ONCE) {
  const changed = corpus.articles.slice(at, at + COMMITTED_AT_ONCE);
  await store.commit(
    { name: "bench", location: "bench" },
    changed.map((article) => ({ article, contentHash: article.id })),
    [],
  );
}
const { index, keeper, path } = ownIndexAt(folder, store);
const longestBlock = watchBlocks();
const startedMs = performance.now();
const { refused, notKept } = await startIndex(index, store, keeper);
const build = (performance.now() - startedMs) / 1000;
if (refused !== null || notKept !== null) throw new Error(refused ?? notKept ?? "");
const bytes = readdirSync(path).reduce((sum, name) => sum + statSync(join(path, name)).size, 0);
report({ build, "longest block while building": longestBlock(), "on disk": bytes / 1e6 });
await keeper.close();
await store.close();
