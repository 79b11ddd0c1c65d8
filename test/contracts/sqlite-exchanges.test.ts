import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { exchangeStoreContract } from "./exchange-store.contract.ts";
import { sqliteFiles } from "./sqlite-files.ts";

const newPath = sqliteFiles();

exchangeStoreContract("SQLite in memory", async () => ({ store: await openSqliteStore(":memory:", Date.now) }));
exchangeStoreContract("SQLite in a file", async () => {
  const path = newPath();
  return { store: await openSqliteStore(path, Date.now), connect: () => openSqliteStore(path, Date.now) };
});
