import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import type { ArticleStore } from "../../src/ports/article-store.ts";
import { runUntilKilled } from "./run-until-killed.ts";
import { batchOf, origin } from "./store-crash-batches.ts";

const rounds = 10;
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "policydesk-crash-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Commits in a process that is killed `delayMs` after its first commit; the last batch and revision it acknowledged. */
async function commitUntilKilled(path: string, firstBatch: number, delayMs: number) {
  const last = await runUntilKilled("commit-until-killed.ts", [path, String(firstBatch)], delayMs);
  if (last === null) throw new Error("the process acknowledged nothing");
  const [batch = Number.NaN, revision = Number.NaN] = last.split(" ").map(Number);
  return { batch, revision };
}

async function contents(store: ArticleStore) {
  const { articles, removedIds, revision } = await store.changedSince(0, 1_000_000);
  return { articles, removedIds, revision, status: await store.status(), boilerplate: await store.boilerplate() };
}

/** What a store holds after the commits up to and with `lastBatch`, with no crash on the way. */
async function replayed(lastBatch: number) {
  const store = await openSqliteStore(":memory:", Date.now);
  for (let batch = 0; batch <= lastBatch; batch++) {
    const { changed, removedIds } = batchOf(batch);
    await store.commit(origin, changed, removedIds);
  }
  const held = await contents(store);
  await store.close();
  return held;
}

it(`holds everything acknowledged, and nothing by halves, after each of ${rounds} kills`, async () => {
  const path = join(folder, "store.db");
  let nextBatch = 0;
  for (let round = 0; round < rounds; round++) {
    const delayMs = Math.random() * 400;
    const acknowledged = await commitUntilKilled(path, nextBatch, delayMs);

    const raw = new Database(path);
    expect(raw.pragma("integrity_check", { simple: true })).toBe("ok");
    expect(raw.pragma("foreign_key_check")).toEqual([]);
    raw.close();

    const store = await openSqliteStore(path, Date.now);
    const held = await contents(store);
    await store.close();
    expect(held.revision).toBeGreaterThanOrEqual(acknowledged.revision);
    // The kill may have come between the commit and its acknowledgement: then one batch more stands, whole.
    const lastBatch = held.revision === acknowledged.revision ? acknowledged.batch : acknowledged.batch + 1;
    expect(held, `round ${round}, killed after ${delayMs} ms`).toEqual(await replayed(lastBatch));
    nextBatch = lastBatch + 1;
  }
  expect(nextBatch).toBeGreaterThan(rounds * 2);
});
