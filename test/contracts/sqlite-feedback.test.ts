import { expect, it } from "vitest";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { feedbackStoreContract } from "./feedback-store.contract.ts";
import { makeOlderDatabase } from "./older-database.ts";
import { sqliteFiles } from "./sqlite-files.ts";

const newPath = sqliteFiles();

feedbackStoreContract("SQLite in memory", async () => ({ store: await openSqliteStore(":memory:", Date.now) }));
feedbackStoreContract("SQLite in a file", async () => {
  const path = newPath();
  return { store: await openSqliteStore(path, Date.now), reopen: () => openSqliteStore(path, Date.now) };
});

it("is added to a database that was made before there was feedback", async () => {
  const path = newPath();
  (await makeOlderDatabase(path, "001-articles")).close();
  const store = await openSqliteStore(path, Date.now);
  expect(await store.feedback(10)).toEqual([]);
  await store.close();
});
