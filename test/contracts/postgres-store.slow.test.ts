import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { Client } from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { openPostgresStore } from "../../adapters/store/postgres.ts";
import type { Store } from "../../src/ports/store.ts";
import { ownPostgres } from "../postgres/running-postgres.ts";
import { newAlert } from "./new-alerts.ts";
import { sampleArticle } from "./sample-articles.ts";

const news = { name: "뉴스", location: "/srv/news" };
const incoming = (id: string, text: string) => ({ article: sampleArticle(id, { 글: text }), contentHash: text });
const clock = { now: Date.now, sleep: (ms: number) => new Promise<void>((done) => setTimeout(done, ms)) };
/** Machines are busy. */
const POLL = { timeout: 60_000 };
const postgres = await ownPostgres();

if ("missing" in postgres) {
  describe(`PostgreSQL (skipped: ${postgres.missing})`, () => it.skip("is used by many at once", () => {}));
} else {
  afterAll(() => postgres.close());
  const open = (url: string, poolSize = 5): Promise<Store> => openPostgresStore({ url, poolSize }, clock);
  const run = async (url: string, statement: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    const result = await client.query(statement);
    await client.end();
    return result.rows;
  };

  describe("openPostgresStore", () => {
    it("makes the tables once, though several processes start at once", async () => {
      const url = await postgres.newDatabase();
      const stores = await Promise.all([1, 2, 3, 4].map(() => open(url)));
      const ids = new Set(await Promise.all(stores.map((store) => store.id())));
      expect(ids.size).toBe(1);
      for (const store of stores) await store.close();
    });

    it("refuses a database that a newer version wrote", async () => {
      const url = await postgres.newDatabase();
      await (await open(url)).close();
      await run(url, "insert into kysely_migration (name, timestamp) values ('999-later', '')");
      await expect(open(url)).rejects.toThrow(/newer version of PolicyDesk \(unknown to this one: 999-later\).*Update/);
    });

    it("says what is wrong with an address, and never shows a password", async () => {
      const url = new URL(await postgres.newDatabase());
      url.password = "very-secret";
      url.pathname = "/elsewhere";
      const problem = await open(url.href).catch((error: Error) => error.message);
      expect(problem).toBe(
        `Cannot open the database ${url.host}/elsewhere: there is no such database. Make it with createdb, or name another one.`,
      );
    });

    it("refuses tables of others that have the same names", async () => {
      const url = await postgres.newDatabase();
      await run(url, "create table articles (x integer)");
      await expect(open(url)).rejects.toThrow(/Cannot open the database .* relation "articles" already exists/);
      const tables = "select table_name from information_schema.tables where table_name in ('articles', 'origins')";
      expect(await run(url, tables)).toEqual([{ table_name: "articles" }]);
    });
  });

  describe("a store in PostgreSQL", () => {
    it("gives revisions in the order in which they appear, though a transaction is open meanwhile", async () => {
      const url = await postgres.newDatabase();
      const store = await open(url);
      await store.commit(news, [incoming("뉴스/0", "처음")], []);
      // Somebody has taken the next revision, and not committed yet.
      const slow = new Client({ connectionString: url });
      await slow.connect();
      await slow.query("begin");
      await slow.query("update revision_counter set revision = revision + 1");
      await slow.query(
        "insert into articles select 'slow', origin, 'h', 2, 0, source, 0, 0, '', null, null, 'ko', '[]', '[]' from articles",
      );
      let isDone = false;
      const other = store.commit(news, [incoming("뉴스/1", "나중")], []).then((revision) => {
        isDone = true;
        return revision;
      });
      await expect
        .poll(() => run(url, "select 1 from pg_stat_activity where wait_event_type = 'Lock'"))
        .toHaveLength(1);
      expect((await store.changedSince(1, 10)).articles).toEqual([]);
      expect(isDone).toBe(false);
      await slow.query("commit");
      await slow.end();
      expect(await other).toBe(3);
      const changes = await store.changedSince(1, 10);
      expect(changes.articles.map(({ id }) => id)).toEqual(["slow", "뉴스/1"]);
      await store.close();
    });

    it("loses and repeats nothing where many commit at once", async () => {
      const url = await postgres.newDatabase();
      const stores = await Promise.all([open(url), open(url), open(url)]);
      const reader = await open(url);
      const ids = Array.from({ length: 60 }, (_, i) => `뉴스/${i}`);
      const seen: string[] = [];
      let revision = 0;
      const follow = async () => {
        const changes = await reader.changedSince(revision, 10);
        seen.push(...changes.articles.map(({ id }) => id));
        revision = changes.revision;
      };
      const commits = ids.map((id, i) => (stores[i % 3] as Store).commit(news, [incoming(id, id)], []));
      let left = commits.length;
      for (const each of commits) void each.finally(() => left--);
      while (left > 0) await follow();
      while ((await reader.status()).revision > revision) await follow();
      // A reader that follows the revisions sees each article, and each once.
      expect(seen.toSorted()).toEqual(ids.toSorted());
      for (const store of [...stores, reader]) await store.close();
    });

    it("gives each alert to one of many who take at once, one after the other in each channel", async () => {
      const url = await postgres.newDatabase();
      const stores = await Promise.all([open(url), open(url), open(url)]);
      const channels = Array.from({ length: 6 }, (_, i) => `slack:T1:C${i}`);
      const alerts = Array.from({ length: 90 }, (_, i) => newAlert(`${i}`, { channel: channels[i % 6] as string }));
      await stores[0]?.putAlerts(alerts);
      const taken: string[] = [];
      const sending = new Set<string>();
      const work = async (store: Store) => {
        for (let idle = 0; idle < 5; ) {
          let found = false;
          for (const channel of channels) {
            const now = new Date().toISOString();
            const result = await store.takeAlert(channel, now, { paceMs: 0, staleMs: 60_000 });
            if (result?.kind !== "taken") continue;
            found = true;
            expect(sending.has(channel)).toBe(false);
            sending.add(channel);
            taken.push(result.alert.id);
            await clock.sleep(1);
            sending.delete(channel);
            await store.settleAlert(result.alert, { state: "sent", messageRef: "m" }, now);
          }
          idle = found ? 0 : idle + 1;
        }
      };
      await Promise.all([...stores, ...stores].map(work));
      expect(taken.toSorted()).toEqual(alerts.map(({ id }) => id).toSorted());
      for (const store of stores) await store.close();
    });

    it("outlives a restart of the server, whatever is under way", async () => {
      const url = await postgres.newDatabase();
      const store = await open(url);
      const keys = Array.from({ length: 400 }, (_, i) => `slack:${i}`);
      const claimed: boolean[] = [];
      const claims = (async () => {
        for (const key of keys) claimed.push(await store.claim({ key, payload: key }));
      })();
      const commits = (async () => {
        for (const key of keys.slice(0, 100)) await store.commit(news, [incoming(`뉴스/${key}`, key)], []);
      })();
      await expect.poll(() => claimed.length, POLL).toBeGreaterThan(20);
      await postgres.stop("SIGINT");
      await postgres.start();
      await expect.poll(() => claimed.length, POLL).toBeGreaterThan(200);
      await postgres.stop("SIGQUIT");
      await postgres.start();
      await Promise.all([claims, commits]);
      expect(claimed.filter((each) => !each)).toEqual([]);
      expect(await store.status()).toMatchObject({ articles: 100, revision: 100 });
      await store.close();
    });

    it("claims once what it claimed though the answer was lost", async () => {
      const url = new URL(await postgres.newDatabase());
      const wire = await cuttingProxy(Number(url.port));
      const direct = await open(url.href);
      url.port = `${wire.port}`;
      const store = await open(url.href, 2);
      await store.claim({ key: "before", payload: "" });
      wire.cutAfterNextRequest();
      expect(await store.claim({ key: "slack:1", payload: "a" })).toBe(true);
      expect(await store.claim({ key: "slack:1", payload: "a" })).toBe(false);
      expect(await direct.claim({ key: "slack:1", payload: "a" })).toBe(false);
      expect(wire.cuts()).toBe(1);
      await store.close();
      await direct.close();
      wire.close();
    });

    it("takes the alert that it took though the answer was lost", async () => {
      const url = new URL(await postgres.newDatabase());
      const wire = await cuttingProxy(Number(url.port));
      url.port = `${wire.port}`;
      const store = await open(url.href, 2);
      await store.putAlerts([newAlert("1"), newAlert("2")]);
      const rules = { paceMs: 0, staleMs: 60_000 };
      const take = () => store.takeAlert(newAlert("1").channel, new Date().toISOString(), rules);
      wire.cutAfterNextRequest("commit");
      expect(await take()).toMatchObject({ kind: "taken", alert: { id: "1", attempts: 1 }, mayBePosted: false });
      expect(wire.cuts()).toBe(1);
      expect(await take()).toMatchObject({ kind: "later" });
      await store.close();
      wire.close();
    });

    it("keeps nothing in a transaction that a silent server began too late", { timeout: 120_000 }, async () => {
      const url = new URL(await postgres.newDatabase());
      const wire = await cuttingProxy(Number(url.port));
      const direct = url.href;
      url.port = `${wire.port}`;
      const store = await open(url.href, 2);
      await Promise.all([store.beat(), store.beat()]);
      wire.hold();
      // Each begins a transaction, and hears nothing.
      const silenced = await Promise.allSettled([store.putAlerts([]), store.putAlerts([])]);
      expect(silenced.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
      wire.letGo();
      expect(await store.claim({ key: "slack:1", payload: "a" })).toBe(true);
      expect(await run(direct, "select key from events")).toEqual([{ key: "slack:1" }]);
      await store.close();
      wire.close();
    });

    it("adopts what it adopted though the answer was lost", async () => {
      const url = new URL(await postgres.newDatabase());
      const wire = await cuttingProxy(Number(url.port));
      const dead = await open(url.href);
      await dead.claim({ key: "slack:1", payload: "a" });
      url.port = `${wire.port}`;
      const store = await open(url.href, 2);
      await store.orphans("", 1);
      wire.cutAfterNextRequest("update");
      expect(await store.adopt("slack:1")).toBe(true);
      expect(await store.adopt("slack:1")).toBe(false);
      expect(wire.cuts()).toBe(1);
      await store.close();
      await dead.close();
      wire.close();
    });

    it("replaces the character that PostgreSQL does not keep, and finds what was stored by the same text", async () => {
      const url = await postgres.newDatabase();
      const [store, other] = [await open(url), await open(url)];
      expect(await store.claim({ key: "a\0b", payload: "\0" })).toBe(true);
      expect(await store.claim({ key: "a\0b", payload: "\0" })).toBe(false);
      expect(await other.orphans("a\0", 10)).toEqual([{ key: "a\ufffdb", payload: "\ufffd" }]);
      await store.close();
      await other.close();
    });
  });
}

/** Passes everything on, and can break a connection off when the server's answer to a statement arrives. */
async function cuttingProxy(port: number) {
  let armed: string | null = null;
  let cuts = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(port, "127.0.0.1");
    let cutting = false;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => {});
    }
    client.on("data", (data) => {
      if (armed !== null && data.includes(armed)) [armed, cutting] = [null, true];
      upstream.write(data);
    });
    upstream.on("data", (data) => {
      if (!cutting) return void client.write(data);
      cuts += 1;
      client.destroy();
      upstream.end();
    });
    client.on("close", () => upstream.end());
    upstream.on("close", () => client.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    port: address !== null && typeof address === "object" ? address.port : 0,
    cutAfterNextRequest(statement = "insert into") {
      armed = statement;
    },
    cuts: () => cuts,
    /** Passes nothing on until it is let go. */
    hold() {
      for (const socket of sockets) socket.pause();
    },
    letGo() {
      for (const socket of sockets) socket.resume();
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
