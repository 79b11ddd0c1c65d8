import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { inboxStoreContract } from "./inbox-store.contract.ts";
import { sqliteFiles } from "./sqlite-files.ts";

const newPath = sqliteFiles();

inboxStoreContract("SQLite in memory", async () => ({ store: await openSqliteStore(":memory:", Date.now) }));
inboxStoreContract("SQLite in a file", async () => {
  const path = newPath();
  return { store: await openSqliteStore(path, Date.now), connect: () => openSqliteStore(path, Date.now) };
});

// In processes: two connections of one process would wait for each other on the one thread that both need.
it("accepts from several processes at once: no document lost, none twice, each in a place of its own", async () => {
  const path = newPath();
  await (await openSqliteStore(path, Date.now)).close();
  const rounds = 60;
  const names = ["하나", "둘", "셋"];
  const children = names.map((name) =>
    spawn(process.execPath, [join(import.meta.dirname, "accept-documents.ts"), path, name, `${rounds}`], {
      stdio: ["pipe", "pipe", "inherit"],
    }),
  );
  const ended = Promise.all(children.map((child) => once(child, "close")));
  await Promise.all(children.map((child) => once(child.stdout, "data")));
  for (const child of children) child.stdin.write("go\n");
  expect((await ended).map(([code]) => code)).toEqual([0, 0, 0]);

  const store = await openSqliteStore(path, Date.now);
  const ids = await store.waitingIds("9999", 10_000);
  const numbers = Array.from({ length: rounds }, (_, i) => i);
  const expected = numbers.flatMap((i) => [
    `all ${i}`,
    ...names.flatMap((name) => [`${name} ${i} a`, `${name} ${i} b`]),
  ]);
  expect(ids.toSorted()).toEqual(expected.toSorted());
  // What one process accepted stands in its order.
  for (const name of names) {
    const own = ids.filter((id) => id.startsWith(name));
    expect(own).toEqual(numbers.flatMap((i) => [`${name} ${i} a`, `${name} ${i} b`]));
  }
  // Of the ids that all use, the document that stands is that of whoever came first: its neighbours are there.
  for (const i of [0, rounds - 1]) {
    const first = (await store.inboxDocument(`all ${i}`))?.path;
    expect(ids.slice(ids.indexOf(`all ${i}`) - 1, ids.indexOf(`all ${i}`) + 2)).toEqual([
      `${first} ${i} a`,
      `all ${i}`,
      `${first} ${i} b`,
    ]);
  }
  await store.close();

  const raw = new Database(path);
  expect(raw.prepare("select count(*) - count(distinct sequence) from inbox").pluck().get()).toBe(0);
  raw.close();
});
