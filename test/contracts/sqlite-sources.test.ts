import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { accepted } from "./inbox-documents.ts";
import { sampleArticle } from "./sample-articles.ts";
import { source, sourceStoreContract, state } from "./source-store.contract.ts";
import { sqliteFiles } from "./sqlite-files.ts";

const newPath = sqliteFiles();

sourceStoreContract("SQLite in memory", async () => ({ store: await openSqliteStore(":memory:", Date.now) }));
sourceStoreContract("SQLite in a file", async () => {
  const path = newPath();
  return { store: await openSqliteStore(path, Date.now), connect: () => openSqliteStore(path, Date.now) };
});

it("removes a source whole or not at all", async () => {
  const path = newPath();
  const store = await openSqliteStore(path, Date.now);
  await store.putSource(source("a"));
  await store.putFeedState("a", state());
  const origin = { name: "a", location: "https://example.com/a" };
  await store.accept([accepted("1", { origin })]);
  await store.commit(
    origin,
    [1, 2].map((i) => ({ article: sampleArticle(`a:${i}`, { 글: "본문" }), contentHash: `${i}` })),
    [],
  );
  const held = async () => [
    await store.sources(),
    await store.feedState("a"),
    await store.origins(),
    await store.waitingIds("9999", 10),
    await store.changedSince(0, 10),
    await store.status(),
  ];
  const before = await held();
  const raw = new Database(path);
  raw.exec(`create trigger refuse before update on articles when new.id = 'a:2'
    begin select raise(abort, 'not this one'); end`);
  await expect(store.removeSource("a")).rejects.toThrow(`Cannot write to the database ${path}: not this one`);
  expect(await held()).toEqual(before);
  raw.exec("drop trigger refuse");
  raw.close();
  await store.removeSource("a");
  expect(await store.status()).toMatchObject({ articles: 0, revision: 4, blocks: 0 });
  await store.close();
});
