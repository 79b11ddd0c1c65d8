// Run by store-crash.test.ts in a process of its own: commits batches for ever and prints each one it was told stands.
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { batchOf, origin } from "./store-crash-batches.ts";

const [path = "", firstBatch = "0"] = process.argv.slice(2);
const store = await openSqliteStore(path, Date.now);
for (let batch = Number(firstBatch); ; batch++) {
  const { changed, removedIds } = batchOf(batch);
  const revision = await store.commit(origin, changed, removedIds);
  process.stdout.write(`${batch} ${revision}\n`);
  // Lets the line out before the next commit holds the thread up.
  await new Promise(setImmediate);
}
