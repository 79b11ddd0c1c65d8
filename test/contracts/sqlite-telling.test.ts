import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { sqliteFiles } from "./sqlite-files.ts";
import { tellingContract } from "./telling.contract.ts";

const newPath = sqliteFiles();

tellingContract("SQLite in memory", async (now) => ({ store: await openSqliteStore(":memory:", now) }));
tellingContract("SQLite in a file", async (now) => {
  const path = newPath();
  return { store: await openSqliteStore(path, now), connect: () => openSqliteStore(path, now) };
});
