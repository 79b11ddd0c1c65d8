import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { settingStoreContract } from "./setting-store.contract.ts";
import { sqliteFiles } from "./sqlite-files.ts";

const newPath = sqliteFiles();

settingStoreContract("SQLite in memory", async () => ({ store: await openSqliteStore(":memory:", Date.now) }));
settingStoreContract("SQLite in a file", async () => {
  const path = newPath();
  return { store: await openSqliteStore(path, Date.now), connect: () => openSqliteStore(path, Date.now) };
});
