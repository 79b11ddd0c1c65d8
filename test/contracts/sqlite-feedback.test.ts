import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { feedbackStoreContract } from "./feedback-store.contract.ts";

let folder = "";
let files = 0;
const newPath = () => join(folder, `${files++}`, "store.db");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "policydesk-feedback-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

feedbackStoreContract("SQLite in memory", async () => ({ store: await openSqliteStore(":memory:") }));
feedbackStoreContract("SQLite in a file", async () => {
  const path = newPath();
  return { store: await openSqliteStore(path), reopen: () => openSqliteStore(path) };
});

it("is added to a database that was made before there was feedback", async () => {
  const path = newPath();
  await (await openSqliteStore(path)).close();
  const raw = new Database(path);
  raw.exec("drop table feedback; delete from kysely_migration where name = '002-feedback'");
  raw.close();
  const store = await openSqliteStore(path);
  expect(await store.feedback(10)).toEqual([]);
  await store.close();
});
