import Database from "better-sqlite3";
import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { moveStore } from "../../adapters/store/move-store.ts";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import type { Store } from "../../src/ports/store.ts";
import { exchange } from "./exchange-store.contract.ts";
import { accepted } from "./inbox-documents.ts";
import { newAlert } from "./new-alerts.ts";
import { postgresDatabases } from "./postgres-databases.ts";
import { sampleArticle } from "./sample-articles.ts";
import { source, state } from "./source-store.contract.ts";
import { sqliteFiles } from "./sqlite-files.ts";
import { subscription } from "./subscriptions.ts";

const newPath = sqliteFiles();
const databases = await postgresDatabases();
const ARTICLES = 130;

/** Something in every table. */
async function fill(store: Store): Promise<void> {
  const origin = { name: "뉴스", location: "/srv/news" };
  const articles = Array.from({ length: ARTICLES }, (_, i) => ({
    article: sampleArticle(`뉴스/${i}.md`, { 소식: `${i}번째 소식이다. \0 '"\\ 🙏`.repeat(30) }),
    contentHash: `${i}`,
  }));
  await store.commit(origin, articles, []);
  await store.commit(origin, [], ["뉴스/7.md"]);
  await store.putExchange(exchange("질문"));
  await store.putFeedback({
    ...{
      key: "a",
      person: null,
      givenAt: "2026-11-22T12:00:00.000Z",
      question: "?",
      answer: "!",
      helpful: true,
      reason: null,
    },
  });
  await store.claim({ key: "slack:1", payload: "{}" });
  await store.putSettings("discord:guild:1", [
    { name: "locale", value: '"ko"', changedAt: "2026-11-22T12:00:00.000Z", changedBy: "discord:7" },
  ]);
  await store.putInstallation("slack:T1", "sealed");
  await store.putSource(source("피드"));
  await store.putFeedState("피드", state());
  await store.putItemKeys([{ source: "피드", key: "guid:1", articleId: "피드/1" }]);
  await store.accept([accepted("1", { bytes: new Uint8Array([0, 1, 255]) })]);
  await store.putFailedJob({
    ...{ name: "read-feed", id: "피드", attempts: 2, error: "\0", failedAt: "2026-11-22T12:00:00.000Z", nextAt: null },
  });
  await store.putSubscription(subscription("1"), 10);
  await store.putAlerts([newAlert("1"), newAlert("2", { channel: "다른 곳" })]);
  await store.hold("discord:shard:0/1");
}

/** What people and operators see of a store. */
async function seen(store: Store) {
  return {
    status: await store.status(),
    changes: await store.changedSince(0, 1_000),
    boilerplate: await store.boilerplate(),
    exchange: await store.exchange("질문"),
    feedback: await store.feedback(10),
    claimed: await store.claim({ key: "slack:1", payload: "{}" }),
    settings: await store.settings("discord:guild:1"),
    installation: await store.installation("slack:T1"),
    sources: await store.sources(),
    feed: await store.feedState("피드"),
    item: await store.articleOfItem("피드", ["guid:1"]),
    document: await store.inboxDocument("1"),
    jobs: await store.failedJobs(10),
    subscriptions: await store.subscriptionsSince(0),
    alert: await store.alert("1"),
    counts: await store.countAlerts(),
    id: await store.id(),
  };
}

const withoutNul = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll("\\u0000", "\ufffd")) as T;
const moving = () => {
  const tables: string[] = [];
  return { tables, now: Date.now, onTable: (table: string, rows: number) => void tables.push(`${table} ${rows}`) };
};

async function filledFile(): Promise<string> {
  const path = newPath();
  const store = await openSqliteStore(path, Date.now);
  await fill(store);
  await store.close();
  return path;
}

if ("missing" in databases) {
  describe(`moving a store (skipped: ${databases.missing})`, () => it.skip("carries everything over", () => {}));
} else {
  describe("moving a store", () => {
    it("carries everything over, from SQLite to PostgreSQL and back", async () => {
      const [path, back] = [await filledFile(), newPath()];
      const url = await databases.newDatabase();
      const there = moving();
      expect(await moveStore(`sqlite:${path}`, url, there)).toBe("moved");
      expect(there.tables).toContain(`articles ${ARTICLES}`);
      expect(there.tables).toHaveLength(20);
      expect(await moveStore(url, `sqlite:${back}`, moving())).toBe("moved");

      const stores = [
        await openSqliteStore(path, Date.now),
        await databases.open(url),
        await openSqliteStore(back, Date.now),
      ];
      const [first, second, third] = await Promise.all(stores.map(seen));
      expect(first?.claimed).toBe(false);
      expect(withoutNul(second)).toEqual(withoutNul(first));
      expect(withoutNul(third)).toEqual(withoutNul(first));
      // The next change counts on.
      const next = { article: sampleArticle("뉴스/새 글", { 글: "새로 왔다." }), contentHash: "n" };
      expect(await stores[1]?.commit({ name: "뉴스", location: "/srv/news" }, [next], [])).toBe(ARTICLES + 2);
      for (const store of stores) await store.close();
    });

    it("can be run again, and refuses where both were used since", async () => {
      const path = await filledFile();
      const url = await databases.newDatabase();
      await moveStore(`sqlite:${path}`, url, moving());
      expect(await moveStore(`sqlite:${path}`, url, moving())).toBe("there already");
      const store = await openSqliteStore(path, Date.now);
      await store.putInstallation("slack:T2", "sealed");
      await store.close();
      await expect(moveStore(`sqlite:${path}`, url, moving())).rejects.toThrow(
        /holds this store already, but in another state \(installations\)/,
      );
    });

    it("leaves nothing behind where it breaks off, and succeeds the next time", async () => {
      const path = await filledFile();
      const url = await databases.newDatabase();
      await (await databases.open(url)).close();
      const client = new Client({ connectionString: url });
      await client.connect();
      await client.query("alter table alerts add constraint refuse check (channel <> '다른 곳')");
      await expect(moveStore(`sqlite:${path}`, url, moving())).rejects.toThrow(/refuse/);
      expect((await client.query("select count(*) from articles")).rows).toEqual([{ count: "0" }]);
      await client.query("alter table alerts drop constraint refuse");
      await client.end();
      expect(await moveStore(`sqlite:${path}`, url, moving())).toBe("moved");
    });

    it("refuses a store that is in use, another store, and addresses that are none", async () => {
      const path = await filledFile();
      const url = await databases.newDatabase();
      const running = await databases.open(url);
      await running.beat();
      await expect(moveStore(`sqlite:${path}`, url, moving())).rejects.toThrow(/1 processes of PolicyDesk run on/);
      await running.leave();
      await running.putInstallation("a", "b");
      await running.close();
      await expect(moveStore(`sqlite:${path}`, url, moving())).rejects.toThrow(
        /holds another store. Name an empty one/,
      );
      await expect(moveStore(path, url, moving())).rejects.toThrow("--from must be sqlite:PATH");
      await expect(moveStore(`sqlite:${path}`, "mysql://a", moving())).rejects.toThrow("--to must be sqlite:PATH");
      await expect(moveStore("sqlite:/nowhere.db", url, moving())).rejects.toThrow("There is no database /nowhere.db");
      await expect(moveStore(`sqlite:${path}`, `sqlite:${path}`, moving())).rejects.toThrow(
        "Both addresses are the same",
      );
      const raw = new Database(path);
      expect(raw.prepare("select count(*) from articles").pluck().get()).toBe(ARTICLES);
      raw.close();
    });
  });
}
