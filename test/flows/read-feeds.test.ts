import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dueFeeds, readFeedOf } from "../../src/flows/read-feeds.ts";
import type { Fetched } from "../../src/ports/web-fetch.ts";
import { alertScene, HOUR_MS } from "./alert-scene.ts";

const well: Fetched = { kind: "not-modified", maxAgeMs: null };
const broken: Fetched = { kind: "failed", status: 500, reason: "500 of example.org.", retryAfterMs: null };

let scene: Awaited<ReturnType<typeof alertScene>>;
beforeEach(async () => {
  scene = await alertScene();
  const source = { name: "섬", kind: "feed", location: "https://example.org/feed.xml", paused: false } as const;
  await scene.store.putSource({ ...source, fullText: false, addedAt: scene.iso() });
});
afterEach(() => scene.store.close());

async function read(answer: Fetched): Promise<void> {
  const { store, queue, clock, log } = scene;
  const fetch = { get: async () => answer, close: async () => {} };
  await readFeedOf("섬", { store, queue, fetch, clock, log, onCommit: () => {} });
}
const due = () => dueFeeds(scene.store, scene.iso());

describe.each([
  ["well", well],
  ["not", broken],
])("a feed that was read while the clock was ahead, and answered %s", (_name, first) => {
  it.each([
    ["well", well],
    ["not", broken],
  ])("is read once the clock is right, and then as often as others where it answers %s", async (_answers, then) => {
    scene.pass(300 * HOUR_MS);
    await read(first);
    scene.pass(-300 * HOUR_MS);
    expect(await due()).toEqual(["섬"]);
    await read(then);
    expect(await due()).toEqual([]);
    const { failingSince, readAt } = (await scene.store.feedState("섬")) ?? {};
    for (const at of [failingSince, readAt]) expect((at ?? "") <= scene.iso()).toBe(true);
    scene.pass(HOUR_MS);
    expect(await due()).toEqual(["섬"]);
  });
});

it("a feed is not due early where another process's clock goes a little ahead", async () => {
  scene.pass(2_000);
  await read(well);
  scene.pass(-2_000);
  expect(await due()).toEqual([]);
});
