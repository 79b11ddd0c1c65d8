import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { exchange } from "./exchange-store.contract.ts";
import { accepted } from "./inbox-documents.ts";
import { failed } from "./job-store.contract.ts";
import { makeOlderDatabase, olderVersions } from "./older-database.ts";
import { recordingAudience } from "./recording-audience.ts";
import { sampleArticle } from "./sample-articles.ts";
import { source, state } from "./source-store.contract.ts";
import { sqliteFiles } from "./sqlite-files.ts";
import { subscription } from "./subscriptions.ts";

const newPath = sqliteFiles();

function schemaOf(path: string): unknown[] {
  const raw = new Database(path);
  const schema = raw.prepare("select type, name, tbl_name, sql from sqlite_master order by type, name").all();
  raw.close();
  return schema;
}

describe.each(olderVersions)("a database whose last migration was %s", (last) => {
  it("gets the tables that a new one has, and everything can be kept in it", async () => {
    const path = newPath();
    (await makeOlderDatabase(path, last)).close();
    const store = await openSqliteStore(path, () => Date.parse("2026-11-22T12:00:00.000Z"));
    await store.putExchange(exchange("a"));
    expect(await store.exchange("a")).toEqual(exchange("a"));
    expect(await store.claim({ key: "a", payload: null })).toBe(true);
    const setting = { name: "a", value: "1", changedAt: "2026-11-22T12:00:00.000Z", changedBy: "a" };
    await store.putSettings("a", [setting]);
    expect(await store.settings("a")).toEqual([setting]);
    await store.putInstallation("a", "sealed");
    expect(await store.installation("a")).toBe("sealed");
    await store.putSource(source("a"));
    await store.putFeedState("a", state());
    expect(await store.sources()).toEqual([source("a")]);
    expect(await store.feedState("a")).toEqual(state());
    await store.accept([accepted("a")]);
    await store.putFailedJob(failed("publish-article", "a"));
    expect(await store.inboxDocument("a")).toEqual({ ...accepted("a"), attempts: 1 });
    await store.removeSource("a");
    await store.putSubscription(subscription("a"), 1);
    expect((await store.subscriptionsSince(0)).active).toEqual([subscription("a")]);
    const article = { article: sampleArticle("a", {}), contentHash: "a" };
    await store.commit({ name: "b", location: "" }, [article], [], { audience: recordingAudience(), isNews: true });
    expect(await store.countAlerts(subscription("a").channel)).toMatchObject({ waiting: 1 });
    await store.close();

    const newest = newPath();
    await (await openSqliteStore(newest, () => 0)).close();
    expect(schemaOf(path)).toEqual(schemaOf(newest));
  });

  it("keeps what it held", async () => {
    const path = newPath();
    const raw = await makeOlderDatabase(path, last);
    const storeId = raw.prepare("select store_id from revision_counter").pluck().get();
    raw.prepare("insert into origins (name, location) values ('글', '/글')").run();
    raw.close();
    const store = await openSqliteStore(path, () => 0);
    expect(await store.id()).toBe(storeId);
    expect(await store.origins()).toEqual([{ name: "글", location: "/글" }]);
    expect(await store.commit({ name: "글", location: "/옮긴 글" }, [], [])).toBe(0);
    expect(await store.origins()).toEqual([{ name: "글", location: "/옮긴 글" }]);
    await store.close();
  });
});

it("keeps feedback from before it was known whose it is, and forgets it with nobody", async () => {
  const path = newPath();
  const raw = await makeOlderDatabase(path, "002-feedback");
  raw
    .prepare(
      "insert into feedback (key, given_at, helpful, question, answer, reason) values (?, ?, 1, '질문', '답', null)",
    )
    .run("a", "2026-11-22T12:00:00.000Z");
  raw.close();
  const store = await openSqliteStore(path, () => 0);
  expect(await store.forgetPerson("")).toBe(0);
  expect(await store.forgetPerson("null")).toBe(0);
  expect(await store.feedback(10)).toEqual([
    {
      key: "a",
      person: null,
      givenAt: "2026-11-22T12:00:00.000Z",
      question: "질문",
      answer: "답",
      helpful: true,
      reason: null,
    },
  ]);
  await store.close();
});

it("keeps how feeds were read before it was known since when they fail", async () => {
  const path = newPath();
  const raw = await makeOlderDatabase(path, "009-jobs");
  raw.exec(
    `insert into sources (name, kind, location, paused, full_text, added_at) values ('a', 'feed', '', 0, 0, '')`,
  );
  raw.exec("insert into feed_states (source, failures, last_error) values ('a', 3, '서버가 없다.')");
  raw.close();
  const store = await openSqliteStore(path, () => 0);
  expect(await store.feedState("a")).toMatchObject({
    failures: 3,
    lastError: "서버가 없다.",
    failingSince: null,
    warnedAt: null,
  });
  await store.close();
});
