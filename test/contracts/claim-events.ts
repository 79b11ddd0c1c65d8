// Run by sqlite-events.test.ts in processes of their own: says when it is ready, and when it is told to go on claims
// the keys and prints those that it was given.
import { once } from "node:events";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";

const [path = "", ...keys] = process.argv.slice(2);
const store = await openSqliteStore(path, Date.now);
process.stdout.write("ready\n");
await once(process.stdin, "data");
const claimed: string[] = [];
for (const key of keys) {
  if (await store.claim({ key, payload: `${process.pid}` })) claimed.push(key);
}
await store.close();
process.stdout.write(JSON.stringify(claimed));
process.stdin.destroy();
