// Run by sqlite-inbox.test.ts in processes of their own: says when it is ready, and when it is told to go on accepts
// documents, three at a time: two of its own around one whose id the other processes use too.
import { once } from "node:events";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { accepted } from "./inbox-documents.ts";

const [path = "", own = "", rounds = "0"] = process.argv.slice(2);
const store = await openSqliteStore(path, Date.now);
process.stdout.write("ready\n");
await once(process.stdin, "data");
for (let round = 0; round < Number(rounds); round++) {
  await store.accept([
    accepted(`${own} ${round} a`),
    accepted(`all ${round}`, { path: own }),
    accepted(`${own} ${round} b`),
  ]);
}
await store.close();
process.stdin.destroy();
