import { describe, expect, it } from "vitest";
import { openFolder } from "../../adapters/sources/folder.ts";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { createAudience } from "../../src/alerts/audience.ts";
import { EVERYTHING } from "../../src/alerts/topic.ts";
import { type Bot, startBot } from "../../src/app/start-bot.ts";
import { StartError } from "../../src/app/start-error.ts";
import { readConfig } from "../../src/config.ts";
import type { AlertSender } from "../../src/ports/alert-sender.ts";
import type { ChatPlatform, FrontDesk } from "../../src/ports/chat-platform.ts";
import type { BotPorts, Ports } from "../../src/ports/ports.ts";
import type { Clock, Logger } from "../../src/ports/runtime.ts";
import type { Store } from "../../src/ports/store.ts";
import type { Subscription } from "../../src/ports/subscription-store.ts";
import { emptyLexicon, parseLexicon, parseWordLists } from "../../src/text/lexicon.ts";
import { wire } from "../../src/wiring.ts";
import { sampleArticle } from "../contracts/sample-articles.ts";
import { indexFolderInMemory } from "./index-folder-in-memory.ts";
import { temporaryFolder, writeFiles } from "./temporary-folder.ts";

const folder = temporaryFolder();

/** A clock that stands still until it is told how far to go; tasks that are due then run one after the other. */
function heldClock() {
  let nowMs = Date.parse("2026-11-22T03:00:00Z");
  const repeated = new Map<object, { dueMs: number; intervalMs: number; task: () => Promise<void> }>();
  const clock: Clock = {
    now: () => nowMs,
    sleep: () => Promise.resolve(),
    every(intervalMs, task) {
      const key = {};
      repeated.set(key, { dueMs: nowMs + intervalMs, intervalMs, task });
      return async () => void repeated.delete(key);
    },
  };
  return {
    clock,
    async advance(byMs: number) {
      const untilMs = nowMs + byMs;
      for (;;) {
        const [next] = [...repeated.values()].sort((a, b) => a.dueMs - b.dueMs);
        if (!next || next.dueMs > untilMs) break;
        nowMs = next.dueMs;
        await next.task();
        next.dueMs = nowMs + next.intervalMs;
      }
      nowMs = untilMs;
    },
    tasks: () => repeated.size,
  };
}

interface Started {
  readonly bot: Bot;
  readonly desk: () => FrontDesk;
  readonly store: Store;
  readonly held: ReturnType<typeof heldClock>;
  readonly events: string[];
  readonly logged: string[];
}

/** A bot whose only front end writes down what happens to it. */
async function start(change: (store: Store) => Partial<Ports & BotPorts> = () => ({})): Promise<Started> {
  const held = heldClock();
  const store = await openSqliteStore(":memory:", held.clock.now);
  const events: string[] = [];
  const logged: string[] = [];
  let desk: FrontDesk | null = null;
  const note = (message: string) => void logged.push(message);
  const log: Logger = { debug: note, info: note, warn: note, error: (message) => note(`ERROR ${message}`) };
  const platform: ChatPlatform = {
    name: "Recorder",
    async start() {
      events.push(`opened, ready: ${desk?.ready()}`);
      return { address: "here" };
    },
    stop: async () => void events.push("platform stopped"),
  };
  const ports: Ports & BotPorts = {
    ...wire(readConfig({})),
    clock: held.clock,
    openStore: async () => ({ ...store, close: async () => void events.push("store closed") }),
    openIndexFolder: async (_, lists) => ({
      ...indexFolderInMemory(parseWordLists(lists).lexicon),
      keep: async () => void events.push("index kept"),
    }),
    claimData: async () => ({ release: () => void events.push("data released") }),
    async openPlatforms(given) {
      desk = given;
      return [platform];
    },
    ...change(store),
  };
  const bot = startBot(ports, log);
  return { bot, desk: () => desk as unknown as FrontDesk, store, held, events, logged };
}

const commit = (store: Store, id: string, text: string) =>
  store.commit(
    { name: "feed", location: "/srv/feed" },
    [{ article: sampleArticle(id, { 소식: text }), contentHash: text }],
    [],
  );

describe("a bot that starts", () => {
  it("opens its front ends first, is ready when all can be found, and says what it read and where it is", async () => {
    const { bot, desk, events, logged, store } = await start();
    await bot.started;
    expect(desk().ready()).toBe(true);
    expect(events).toEqual(["opened, ready: false", "index kept"]);
    const { articles, sections } = await store.status();
    expect(articles).toBeGreaterThan(10);
    expect(logged.join("\n")).toMatch(/index-data.corpus: \d+ added, 0 changed, 0 unchanged, 0 removed, 0 failed\./);
    expect(logged.slice(-2)).toEqual([
      `Ready: ${articles} articles with ${sections} sections can be asked about.`,
      "Recorder: here",
    ]);
    await bot.stop();
    await store.close();
  });

  it("does only what its roles are: a worker answers nobody, and what answers reads no documents", async () => {
    const worker = await start(() => ({ roles: new Set(["worker"] as const) }));
    await worker.bot.started;
    const { articles } = await worker.store.status();
    expect(articles).toBeGreaterThan(10);
    expect(await worker.desk().library.articles()).toEqual([]);
    expect(worker.events).toEqual(["opened, ready: false"]);
    expect(worker.logged.join("\n")).toContain("this process works, and answers nobody");

    for (const role of ["bot", "web"] as const) {
      const openReader = () => Promise.reject(new Error("reads"));
      const { bot, desk, store, held } = await start(() => ({ roles: new Set([role]), openReader }));
      await bot.started;
      expect(desk().ready()).toBe(true);
      expect(await store.status()).toMatchObject({ articles: 0 });
      // What a worker commits is found.
      await commit(store, "feed/1", "바다가 넓다.");
      await held.advance(300);
      expect(desk().revision()).toBe(1);
      await bot.stop();
      await store.close();
    }
    await worker.bot.stop();
    await worker.store.close();
  });

  it("reads its own articles too, and says each warning once", async () => {
    const own = writeFiles(`${folder}/own`, { "a.md": "# 하나\n\n하나는 하나다.", "b.md": "", "c.md": "" });
    const { bot, desk, logged, store } = await start(() => ({ openArticles: (known) => openFolder(own, known) }));
    await bot.started;
    expect((await desk().library.articles()).map(({ title }) => title)).toContain("하나");
    expect(logged.filter((line) => line.startsWith("Read ")).length).toBe(2);
    expect(new Set(logged).size).toBe(logged.length);
    await bot.stop();
    await store.close();
  });

  it.each([
    ["another bot has the data", { claimData: async () => ({ problem: "Another one is running." }) }, /Another one/],
    ["the data cannot be claimed", { claimData: () => Promise.reject(new Error("No lock file.")) }, /No lock file/],
    ["the store is broken", { openStore: () => Promise.reject(new Error("Cannot open it.")) }, /Cannot open it/],
    [
      "a front end cannot open",
      {
        openPlatforms: async () => [
          { name: "x", start: async () => ({ problem: "Port 1 is taken." }), stop: async () => {} },
        ],
      },
      /Port 1 is taken/,
    ],
  ] satisfies [
    string,
    Partial<BotPorts & Ports>,
    RegExp,
  ][])("says so and stops where %s", async (_name, change, message) => {
    const { bot, store } = await start(() => change);
    const error = await bot.started.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(StartError);
    expect((error as Error).message).toMatch(message);
    await bot.stop();
    await store.close();
  });
});

describe("a folder of articles that cannot be read", () => {
  const triedAgain = "What is stored of it stays; it is tried again until it can be read.";

  it.each<[name: string, openArticles: NonNullable<Ports["openArticles"]>, problem: RegExp]>([
    ["is not there", () => openFolder("/nowhere"), /no file or folder "\/nowhere"/],
    ["is one file", () => openFolder(import.meta.filename), /ARTICLES_DIR must be a folder/],
    [
      "cannot be listed",
      async () => ({ ...(await openFolder(folder)), list: () => Promise.reject(new Error("It cannot be listed.")) }),
      /It cannot be listed/,
    ],
  ])("keeps nobody from answers where it %s, and is named once", async (_name, openArticles, problem) => {
    const { bot, desk, held, logged, store } = await start(() => ({ openArticles }));
    await bot.started;
    expect(desk().ready()).toBe(true);
    await held.advance(60_000);
    const told = logged.filter((line) => line.startsWith("ERROR"));
    expect(told).toEqual([expect.stringMatching(problem)]);
    expect(told[0]).toContain(triedAgain);
    await bot.stop();
    expect(held.tasks()).toBe(0);
    await store.close();
  });

  it("is read and followed once it is there, and what it held before is answered meanwhile", async () => {
    const own = `${folder}/late`;
    const { bot, desk, held, logged, store } = await start((opened) => ({
      openArticles: (known) => openFolder(own, known),
      openStore: async () => {
        const location = { name: "late", location: own };
        const incoming = { article: sampleArticle("late/a.md", { 소식: "바다가 넓다." }), contentHash: "1" };
        await opened.commit(location, [incoming], []);
        return { ...opened, close: async () => {} };
      },
    }));
    await bot.started;
    const ids = async () =>
      (await desk().library.articles())
        .map(({ id }) => id)
        .filter((id) => id.startsWith("late/"))
        .sort();
    expect(await ids()).toEqual(["late/a.md"]);
    writeFiles(own, { "a.md": "# 하나\n\n하나는 하나다.", "b.md": "# 둘\n\n둘은 둘이다." });
    await held.advance(6_000);
    expect(await ids()).toEqual(["late/a.md", "late/b.md"]);
    expect(logged).toContain(`Read ${own}: 1 added, 1 changed, 0 unchanged, 0 removed, 0 failed.`);
    writeFiles(own, { "c.md": "# 셋\n\n셋은 셋이다." });
    const stored = async () => (await store.changedSince(0, 1000)).articles.map(({ id }) => id);
    await expect.poll(stored).toContain("late/c.md");
    await bot.stop();
    await store.close();
  });
});

it("follows the folder of ARTICLES_DIR once where a source names it too, and says so once", async () => {
  const own = writeFiles(`${folder}/twice`, { "a.md": "# 하나\n\n하나는 하나다." });
  const source = { name: "twice", kind: "folder", location: own, paused: false, fullText: false } as const;
  const { bot, held, logged, store } = await start((opened) => ({
    openArticles: (known) => openFolder(own, known),
    openStore: async () => {
      await opened.putSource({ ...source, addedAt: "2026-11-22T03:00:00.000Z" });
      return { ...opened, close: async () => {} };
    },
  }));
  await bot.started;
  await held.advance(60_000);
  expect(logged.filter((line) => line.includes("The source twice"))).toEqual([
    `The source twice cannot be read; trying on: the folder of ARTICLES_DIR (${own}) holds the same files, and is followed. Remove the source, or change the setting`,
  ]);
  writeFiles(own, { "b.md": "# 둘\n\n둘은 둘이다." });
  await expect.poll(() => logged.filter((line) => line === `Read changes in ${own}`)).toHaveLength(1);
  await bot.stop();
  await store.close();
});

it("starts where the index can be neither read nor written, and warns", async () => {
  const broken = () => Promise.reject(new Error("It cannot be opened."));
  const { bot, desk, logged, store } = await start(() => ({
    openIndexFolder: async () => ({ ...indexFolderInMemory(emptyLexicon), manifest: broken, keep: broken }),
  }));
  await bot.started;
  expect(desk().ready()).toBe(true);
  expect(logged).toContain("The index could not be kept; the next start builds it again: It cannot be opened.");
  await bot.stop();
  await store.close();
});

it("keeps the stack of a mistake in the code", async () => {
  const { bot, store } = await start(() => ({ claimData: () => Promise.reject(new TypeError("x is undefined")) }));
  await expect(bot.started).rejects.toThrow(TypeError);
  await bot.stop();
  await store.close();
});

describe("a bot that runs", () => {
  it("knows within 250 ms what another process committed, changed and removed", async () => {
    const { bot, desk, held, store } = await start();
    await bot.started;
    const known = async () => (await desk().library.articles()).some(({ id }) => id === "feed/1");
    expect(await known()).toBe(false);
    await commit(store, "feed/1", "타슈베크의 수도는 노르달이다.");
    expect(await known()).toBe(false);
    await held.advance(250);
    expect(await known()).toBe(true);
    const { answer } = await desk().assistant.ask({ question: "타슈베크의 수도는?" });
    expect(answer.sentences.map(({ text }) => text).join()).toContain("노르달");
    await store.commit({ name: "feed", location: "/srv/feed" }, [], ["feed/1"]);
    await held.advance(250);
    expect(await known()).toBe(false);
    await bot.stop();
    await store.close();
  });

  it("tells channels of what another process committed, and of nothing that was there before", async () => {
    const posts: string[] = [];
    const sender: AlertSender = {
      platform: "recorder",
      paceMs: 0,
      repeatableForMs: 0,
      async send({ channel, content }) {
        posts.push(`${channel} ${content.kind === "article" ? content.article.id : content.kind}`);
        return { kind: "sent", messageRef: "1" };
      },
      find: async () => ({ kind: "none" }),
    };
    const subscription: Subscription = {
      ...{ id: "a", channel: "recorder:1", place: "recorder:guild", topic: EVERYTHING, mention: null, locale: "ko" },
      ...{ createdAt: "2026-11-01T00:00:00Z", createdBy: "recorder:person", paused: null },
    };
    const { bot, held, store } = await start((opened) => ({
      openStore: async () => {
        await opened.putSubscription(subscription, 9);
        return { ...opened, close: async () => {} };
      },
      openPlatforms: async () => [
        { name: "x", alerts: sender, start: async () => ({ address: "" }), stop: async () => {} },
      ],
    }));
    await bot.started;
    const telling = { audience: createAudience(parseLexicon("", "").lexicon), isNews: true };
    const incoming = { article: sampleArticle("feed/1", { 소식: "글." }), contentHash: "1" };
    await store.commit({ name: "feed", location: "/srv/feed" }, [incoming], [], telling);
    await held.advance(500);
    await expect.poll(() => posts).toEqual(["recorder:1 feed/1"]);
    await bot.stop();
    await expect.poll(() => store.countAlerts()).toMatchObject({ sent: 1, waiting: 0 });
    await store.close();
  });

  it("keeps the index at most once a minute, and at its end where something changed", async () => {
    const { bot, events, held, store } = await start();
    await bot.started;
    const kept = () => events.filter((event) => event === "index kept").length;
    expect(kept()).toBe(1);
    await held.advance(120_000);
    expect(kept()).toBe(1);
    for (let i = 0; i < 20; i++) {
      await commit(store, "feed/1", `소식 ${i}`);
      await held.advance(6_000);
    }
    expect(kept()).toBeGreaterThanOrEqual(2);
    expect(kept()).toBeLessThanOrEqual(4);
    await held.advance(60_000);
    const before = kept();
    await bot.stop();
    expect(kept()).toBe(before);
    await store.close();
  });

  it("stops in order: nobody asks, the index is kept, the store closes, the data is free", async () => {
    const { bot, events, held, store } = await start();
    await bot.started;
    await commit(store, "feed/1", "마지막 소식");
    await held.advance(250);
    events.length = 0;
    await bot.stop();
    expect(events).toEqual(["platform stopped", "index kept", "store closed", "data released"]);
    expect(held.tasks()).toBe(0);
    await store.close();
  });

  it("says once that the store cannot be read, and goes on when it can", async () => {
    let broken = false;
    const { bot, desk, held, logged, store } = await start((real) => ({
      openStore: async () => ({
        ...real,
        changedSince: (revision, limit) =>
          broken ? Promise.reject(new Error("disk")) : real.changedSince(revision, limit),
        close: async () => {},
      }),
    }));
    await bot.started;
    broken = true;
    await commit(store, "feed/1", "타슈베크의 수도는 노르달이다.");
    await held.advance(2_000);
    expect(logged.filter((line) => line.startsWith("ERROR")).length).toBe(1);
    expect(desk().ready()).toBe(true);
    broken = false;
    await held.advance(250);
    expect((await desk().library.articles()).map(({ id }) => id)).toContain("feed/1");
    await bot.stop();
    await store.close();
  });

  it("can be stopped while it reads documents", async () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}.md`, `# 글 ${i}\n\n내용 ${i}.`]));
    const many = writeFiles(`${folder}/many`, files);
    const { bot, desk, store } = await start(() => ({ openSamples: (known) => openFolder(many, known) }));
    await bot.stop();
    await bot.started;
    expect(desk()?.ready() ?? false).toBe(false);
    expect((await store.status()).articles).toBeLessThan(300);
    await store.close();
  });
});
