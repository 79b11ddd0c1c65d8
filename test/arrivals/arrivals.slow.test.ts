import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../../adapters/runtime/system-clock.ts";
import { createSafeFetch } from "../../adapters/sources/safe-fetch.ts";
import { readConfig } from "../../src/config.ts";
import { addSource, removeSource } from "../../src/flows/manage-sources.ts";
import { wire } from "../../src/wiring.ts";
import { temporaryFolder } from "../flows/temporary-folder.ts";
import { heldClock, type RunningBot, startRunningBot } from "../platforms/running-bot.ts";
import { bothQueues, type RunningRedis, runningRedis } from "../redis/running-redis.ts";
import { FEEDS, type FeedFormat, type NewsItem } from "./feeds-of.ts";
import { type NewsServer, startNewsServer } from "./news-server.ts";

const QUESTION = "나우루는 인광석을 몇 톤 팔았어?";
const item = (text: string, more: Partial<NewsItem> = {}): NewsItem => ({
  guid: "nauru-1",
  link: "https://example.org/nauru",
  title: "나우루 인광석 소식",
  text: `<p>${text}</p>`,
  ...more,
});

const folder = temporaryFolder();
const redis = await runningRedis();
const queues = bothQueues(redis);
afterAll(() => ("missing" in redis ? undefined : (redis as RunningRedis).close()));

describe.each(queues)("with the queue %s", (_name, queue) => {
  let news: NewsServer;
  let running: RunningBot;
  beforeAll(async () => {
    news = await startNewsServer();
  });
  afterAll(() => news.stop());

  beforeEach(async () => {
    if (queue === null) return;
    // Everything that is looked at again and again is looked at ten times a second; the time of day stands still.
    const quick = {
      ...systemClock,
      every: (ms: number, task: () => Promise<void>) => systemClock.every(Math.min(ms, 100), task),
    };
    running = await startRunningBot({
      environment: { ...queue, FETCH_ALLOW_HOSTS: "127.0.0.1" },
      clock: heldClock(quick),
    });
  });
  afterEach(() => running?.bot.stop());

  const ask = async () => {
    const response = await fetch(`${running.base}/api/ask`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ question: QUESTION }),
    });
    const { status, answer } = (await response.json()) as { status: string; answer: string };
    return status === "answered" ? answer : status;
  };
  const eventually = (expected: string) => expect.poll(ask, { timeout: 15_000, interval: 50 }).toContain(expected);
  const wasRead = (name: string) =>
    expect
      .poll(async () => (await running.store.feedState(name))?.readAt, { timeout: 15_000 })
      .toBe(new Date(running.clock.now()).toISOString());
  const add = (location: string, wanted: { name?: string; fullText?: boolean } = {}) =>
    addSource(location, wanted, {
      store: running.store,
      clock: running.clock,
      fetch: createSafeFetch({ allowHosts: ["127.0.0.1", "localhost"] }, { clock: running.clock }),
      openFolder: wire(readConfig({})).openFolder,
      openArticles: null,
    });

  it.skipIf(queue === null).each(Object.keys(FEEDS) as FeedFormat[])(
    "an article of a feed (%s) appears, changes, and goes with its source",
    async (format) => {
      const { type, write } = FEEDS[format];
      const path = `/${format}.xml`;
      news.serve(path, { type, body: write([item("나우루는 인광석을 300톤 팔았다.")]), etag: '"1"' });
      await add(`${news.base}${path}`, { name: format });
      await eventually("300톤");
      // What arrives is answered before it is written down when the feed is read next.
      await wasRead(format);
      news.serve(path, { type, body: write([item("나우루는 인광석을 450톤 팔았다.")]), etag: '"2"' });
      running.clock.advance(6 * 60_000);
      await eventually("450톤");
      await removeSource(format, running.store);
      await eventually("not-found");
    },
  );

  it.skipIf(queue === null)("the text of a page is read where a feed gives a summary only", async () => {
    const page = `<!doctype html><html><head><title>나우루 인광석 소식</title></head><body><nav>메뉴</nav><article><h1>나우루 인광석 소식</h1>${"<p>섬의 인광석 이야기를 길게 풀어 쓴 문단이다. 항구와 배, 사람들의 이야기가 이어진다.</p>".repeat(6)}<p>나우루는 인광석을 720톤 팔았다.</p></article></body></html>`;
    news.serve("/page", { type: "text/html; charset=utf-8", body: page });
    const summary = item("인광석 소식이다.", { link: `${news.base}/page`, isSummary: true });
    news.serve("/summary.xml", { type: FEEDS.rss.type, body: FEEDS.rss.write([summary]) });
    await add(`${news.base}/summary.xml`, { name: "요약", fullText: true });
    await eventually("720톤");
  });

  it.skipIf(queue === null)("a file of a folder appears, changes and goes", async () => {
    const place = join(folder, Math.random().toString(36).slice(2));
    mkdirSync(place);
    writeFileSync(join(place, "other.md"), "# 다른 글\n\n다른 이야기다.");
    await add(place, { name: "공책" });
    writeFileSync(join(place, "nauru.md"), "# 나우루 소식\n\n나우루는 인광석을 300톤 팔았다.");
    await eventually("300톤");
    writeFileSync(join(place, "nauru.md"), "# 나우루 소식\n\n나우루는 인광석을 450톤 팔았다.");
    await eventually("450톤");
    rmSync(join(place, "nauru.md"));
    await eventually("not-found");
  });

  it.skipIf(queue === null)("an item that is dated or linked anew is no new article", async () => {
    const { type, write } = FEEDS.rss;
    news.serve("/again.xml", { type, body: write([item("나우루는 인광석을 300톤 팔았다.")]) });
    await add(`${news.base}/again.xml`, { name: "again" });
    await eventually("300톤");
    const moved = item("나우루는 인광석을 300톤 팔았다.", { link: "https://example.org/moved" });
    news.serve("/again.xml", { type, body: write([moved]).replace("20 Nov", "21 Nov") });
    await wasRead("again");
    running.clock.advance(6 * 60_000);
    await wasRead("again");
    await expect.poll(() => running.store.waitingIds(new Date(running.clock.now()).toISOString(), 10)).toEqual([]);
    expect((await running.store.contentHashes("again")).size).toBe(1);
  });

  it.skipIf(queue === null)(
    "a feed that fails is tried again later and later, and asked only for what is new",
    async () => {
      news.fail("/broken.xml", 503, { "retry-after": "1200" });
      await add(`${news.base}/broken.xml`, { name: "broken" });
      await expect.poll(async () => (await running.store.feedState("broken"))?.failures).toBe(1);
      const startMs = running.clock.now();
      const state = await running.store.feedState("broken");
      expect(Date.parse(state?.nextAt ?? "") - startMs).toBe(20 * 60_000);
      expect(state?.lastError).toMatch(/503/);
      running.clock.advance(21 * 60_000);
      await expect.poll(async () => (await running.store.feedState("broken"))?.failures).toBe(2);
      const { type, write } = FEEDS.atom;
      news.serve("/broken.xml", { type, body: write([item("나우루는 인광석을 90톤 팔았다.")]), etag: '"x"' });
      running.clock.advance(24 * 3_600_000);
      await eventually("90톤");
      await wasRead("broken");
      const asked = news.asked.filter((path) => path === "/broken.xml").length;
      running.clock.advance(6 * 60_000);
      await expect.poll(() => news.asked.filter((path) => path === "/broken.xml").length).toBeGreaterThan(asked);
      await expect
        .poll(async () => (await running.store.feedState("broken"))?.readAt)
        .toBe(new Date(running.clock.now()).toISOString());
      expect(await running.store.feedState("broken")).toMatchObject({ failures: 0, lastError: null, etag: '"x"' });
    },
  );

  it.skipIf(queue === null)("a source that is paused is left alone", async () => {
    const { type, write } = FEEDS.rss;
    news.serve("/paused.xml", { type, body: write([item("나우루는 인광석을 12톤 팔았다.")]) });
    const source = await add(`${news.base}/paused.xml`, { name: "paused" });
    await eventually("12톤");
    await running.store.putSource({ ...source, paused: true });
    const asked = news.asked.length;
    running.clock.advance(24 * 3_600_000);
    await systemClock.sleep(500);
    expect(news.asked.slice(asked)).not.toContain("/paused.xml");
  });

  it.skipIf(queue === null)("a feed in a private network is not read unless its host is allowed", async () => {
    await add(`${news.base.replace("127.0.0.1", "localhost")}/rss.xml`, { name: "private" });
    await expect.poll(async () => (await running.store.feedState("private"))?.lastError).toMatch(/localhost/);
  });
});
