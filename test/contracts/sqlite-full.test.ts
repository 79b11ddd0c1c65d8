import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { Kysely } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { articleStore } from "../../adapters/store/article-store.ts";
import { migrate } from "../../adapters/store/migrations.ts";
import { sqliteDialect } from "../../adapters/store/sqlite-dialect.ts";
import { sqliteReason } from "../../adapters/store/sqlite-reason.ts";
import type { Tables } from "../../adapters/store/tables.ts";
import { UnderWay } from "../../adapters/store/under-way.ts";
import { sampleArticle } from "../contracts/sample-articles.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "policydesk-full-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("says that the disk is full, keeps what was committed, and goes on when there is room", async () => {
  const database = new Database(join(folder, "store.db"));
  database.pragma("journal_mode = WAL");
  const db = new Kysely<Tables>({ dialect: sqliteDialect(database) });
  await migrate(db);
  const store = articleStore(db, new UnderWay(), () => 0);
  const commit = (id: string, text: string) =>
    store.commit(
      { name: "글", location: "/글" },
      [{ article: sampleArticle(id, { 글: text }), contentHash: text }],
      [],
    );
  await commit("a", "하나");

  database.pragma(`max_page_count = ${Number(database.pragma("page_count", { simple: true })) + 10}`);
  const error = await commit("b", "둘".repeat(200_000)).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "SQLITE_FULL" });
  expect(sqliteReason(error)).toBe("the disk is full. Make room, then try again");
  expect((await store.status()).articles).toBe(1);

  database.pragma("max_page_count = 1000000");
  await commit("b", "둘".repeat(200_000));
  expect((await store.status()).articles).toBe(2);
  await store.close();
});

it("tells the first error where SQLite has rolled back by itself, as on a full disk", async () => {
  const database = new Database(":memory:");
  const db = new Kysely<Tables>({ dialect: sqliteDialect(database) });
  const failing = db.transaction().execute(async () => {
    database.exec("rollback");
    throw new Error("the first error");
  });
  await expect(failing).rejects.toThrow("the first error");
  await db.destroy();
});
