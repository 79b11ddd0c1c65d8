import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { membershipContract } from "./membership.contract.ts";
import { sqliteFiles } from "./sqlite-files.ts";

const newPath = sqliteFiles();

membershipContract("SQLite in a file", async (now) => {
  const path = newPath();
  return { store: await openSqliteStore(path, now), connect: () => openSqliteStore(path, now) };
});
