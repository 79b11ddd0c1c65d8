import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { jobStoreContract } from "./job-store.contract.ts";
import { sqliteFiles } from "./sqlite-files.ts";

const newPath = sqliteFiles();

jobStoreContract("SQLite in memory", async () => ({ store: await openSqliteStore(":memory:", Date.now) }));
jobStoreContract("SQLite in a file", async () => {
  const path = newPath();
  return { store: await openSqliteStore(path, Date.now), connect: () => openSqliteStore(path, Date.now) };
});
