import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { installationStoreContract } from "./installation-store.contract.ts";
import { sqliteFiles } from "./sqlite-files.ts";

const newPath = sqliteFiles();

installationStoreContract("SQLite in memory", async () => ({ store: await openSqliteStore(":memory:", Date.now) }));
installationStoreContract("SQLite in a file", async () => {
  const path = newPath();
  return { store: await openSqliteStore(path, Date.now), connect: () => openSqliteStore(path, Date.now) };
});
