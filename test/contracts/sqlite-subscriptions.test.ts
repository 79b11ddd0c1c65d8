import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { sqliteFiles } from "./sqlite-files.ts";
import { subscriptionStoreContract } from "./subscription-store.contract.ts";

const newPath = sqliteFiles();

subscriptionStoreContract("SQLite in memory", async (now) => ({ store: await openSqliteStore(":memory:", now) }));
subscriptionStoreContract("SQLite in a file", async (now) => {
  const path = newPath();
  return { store: await openSqliteStore(path, now), connect: () => openSqliteStore(path, now) };
});
