import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAlertDesk } from "../../src/flows/manage-subscriptions.ts";
import { readFeedOf } from "../../src/flows/read-feeds.ts";
import type { Store } from "../../src/ports/store.ts";
import type { Fetched } from "../../src/ports/web-fetch.ts";
import { createInMemoryIndex } from "../../src/search/in-memory-index.ts";
import { sampleArticle } from "../contracts/sample-articles.ts";
import { alertScene, HOUR_MS, lexicon } from "./alert-scene.ts";

const LOCATION = "https://example.org/feed.xml";
const broken: Fetched = { kind: "failed", status: 500, reason: "500 of example.org.", retryAfterMs: null };

/** A feed that is paused is due for ever. */
const PAUSED_STEP_MS = 60_000;

let scene: Awaited<ReturnType<typeof alertScene>>;
let answer: Fetched = broken;
beforeEach(async () => {
  [scene, answer] = [await alertScene(), broken];
  const source = { name: "섬", kind: "feed", location: LOCATION, paused: false, fullText: false } as const;
  await scene.store.putSource({ ...source, addedAt: scene.iso() });
});
afterEach(() => scene.store.close());

/** Reads the feed whenever it is due, for so long; alerts leave as they come. */
async function readFor(hours: number, store: Store = scene.store): Promise<void> {
  const { queue, clock, log } = scene;
  const delivery = scene.process();
  for (const endMs = clock.now() + hours * HOUR_MS; clock.now() < endMs; ) {
    const fetch = { get: async () => answer, close: async () => {} };
    await readFeedOf("섬", { store, queue, fetch, clock, log, onCommit: () => {} });
    await scene.deliver(delivery);
    const nextMs = Date.parse((await scene.store.feedState("섬"))?.nextAt ?? "") || 0;
    const isDue = nextMs <= clock.now();
    scene.pass(isDue ? PAUSED_STEP_MS : Math.min(nextMs, endMs) - clock.now());
  }
}

const state = () => scene.store.feedState("섬");
const isPaused = async () => (await scene.store.sources())[0]?.paused;
const desk = () => createAlertDesk({ ...scene, index: createInMemoryIndex(lexicon), lexicon });

describe("a feed that fails", () => {
  it("is told of after two days, paused a day later, and told of again", async () => {
    const startIso = scene.iso();
    await scene.subscribe();
    await scene.subscribe({ sources: ["섬"] });
    await scene.subscribe({ sources: ["섬"] }, { channel: "test:2" });
    await scene.subscribe({ sources: ["뭍"] }, { channel: "test:3" });
    await readFor(47);
    expect(scene.platform.texts()).toEqual([]);
    expect(await state()).toMatchObject({ failingSince: startIso, warnedAt: null });
    await readFor(2);
    expect(scene.platform.texts()).toEqual(["test:1 source-failing", "test:2 source-failing"]);
    const [first] = scene.platform.posts;
    const warnedMs = Date.parse((await state())?.warnedAt ?? "");
    expect(warnedMs - Date.parse(startIso)).toBe(48 * HOUR_MS);
    const pausesAt = new Date(warnedMs + 24 * HOUR_MS).toISOString();
    expect(first?.alert.content).toEqual({ kind: "source-failing", source: "섬", since: startIso, pausesAt });
    await readFor(22);
    expect([await isPaused(), scene.platform.posts.length]).toEqual([false, 2]);
    await readFor(2);
    expect(await isPaused()).toBe(true);
    expect(scene.platform.texts().slice(2)).toEqual(["test:1 source-paused", "test:2 source-paused"]);
    await readFor(100);
    expect(scene.platform.posts.length).toBe(4);
  });

  it("is known by what its articles are published by", async () => {
    const origin = { name: "섬", location: LOCATION };
    const article = sampleArticle("섬/1", { 소식: "글." }, { source: "섬 신문" });
    await scene.store.commit(origin, [{ article, contentHash: "1" }], []);
    await scene.subscribe({ sources: ["섬 신문"] });
    await readFor(49);
    expect(scene.platform.texts()).toEqual(["test:1 source-failing"]);
  });

  it("that nobody hears of is tried for ever, and told of once somebody does", async () => {
    await readFor(200);
    expect(await isPaused()).toBe(false);
    await scene.subscribe();
    await readFor(25);
    expect(scene.platform.texts()).toEqual(["test:1 source-failing"]);
    expect(await isPaused()).toBe(false);
  });

  it("is tried on where somebody asks for that, with all its time before it", async () => {
    await scene.subscribe();
    await readFor(73);
    expect(await isPaused()).toBe(true);
    const [{ alert } = { alert: { id: "" } }] = scene.platform.posts;
    expect(await desk().keepTrying(alert.id)).toBe("섬");
    expect(await state()).toMatchObject({
      failures: 0,
      warnedAt: null,
      failingSince: scene.iso(),
      nextAt: scene.iso(),
    });
    await readFor(47);
    expect([await isPaused(), scene.platform.posts.length]).toEqual([false, 2]);
    await readFor(26);
    expect(await isPaused()).toBe(true);
    expect(scene.platform.posts.length).toBe(4);
    await scene.store.removeSource("섬");
    expect(await desk().keepTrying(alert.id)).toBe(null);
    expect(await desk().keepTrying("nothing")).toBe(null);
  });

  it("is well again once it could be read", async () => {
    await scene.subscribe();
    await readFor(49);
    answer = { kind: "not-modified", maxAgeMs: null };
    await readFor(24);
    expect(await state()).toMatchObject({ failures: 0, failingSince: null, warnedAt: null });
    answer = broken;
    await readFor(47);
    expect([await isPaused(), scene.platform.posts.length]).toEqual([false, 1]);
  });

  it.each([
    "putAlerts",
    "putFeedState",
    "putSource",
  ] as const)("is told of once where the process dies at %s", async (name) => {
    await scene.subscribe();
    for (const hours of [48, 24]) {
      await readFor(hours);
      for (const isDone of [false, true]) {
        const dying = async (...given: never[]) => {
          if (isDone) await (scene.store[name] as (...all: never[]) => Promise<unknown>)(...given);
          throw new Error("killed");
        };
        await readFor(1 / 60, { ...scene.store, [name]: dying }).catch(() => {});
      }
    }
    await readFor(1);
    expect(await isPaused()).toBe(true);
    expect(scene.platform.texts()).toEqual(["test:1 source-failing", "test:1 source-paused"]);
  });
});
