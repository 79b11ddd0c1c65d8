import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../../adapters/runtime/system-clock.ts";
import { createSafeFetch } from "../../adapters/sources/safe-fetch.ts";
import { dueFeeds, readFeedOf } from "../../src/flows/read-feeds.ts";
import type { Fetched } from "../../src/ports/web-fetch.ts";
import { alertScene, HOUR_MS } from "./alert-scene.ts";

const well: Fetched = { kind: "not-modified", maxAgeMs: null };
const feed = { name: "섬", kind: "feed", paused: false, fullText: false } as const;
const broken: Fetched = { kind: "failed", status: 500, reason: "500 of example.org.", retryAfterMs: null };

let scene: Awaited<ReturnType<typeof alertScene>>;
beforeEach(async () => {
  scene = await alertScene();
  await scene.store.putSource({ ...feed, location: "https://example.org/feed.xml", addedAt: scene.iso() });
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

it("a feed that leads to a private network is told of once, with what lets it in", async () => {
  const source = createServer((_, response) => response.writeHead(302, { location: "http://10.0.0.7/feed" }).end());
  await new Promise<void>((resolve) => source.listen(0, "127.0.0.1", resolve));
  const { port } = source.address() as AddressInfo;
  const location = `http://127.0.0.1:${port}/feed`;
  await scene.store.putSource({ ...feed, location, addedAt: scene.iso() });
  const { store, queue, clock, log } = scene;
  const fetch = createSafeFetch({ allowHosts: ["127.0.0.1"] }, { clock: { ...systemClock, now: clock.now }, log });
  await readFeedOf("섬", { store, queue, fetch, clock, log, onCommit: () => {} });
  await fetch.close();
  source.close();
  expect(scene.said).toEqual([
    `The feed 섬 could not be read: ${location} redirects to http://10.0.0.7/feed, which may not be fetched: it leads to a private network. Name a host of your own network in FETCH_ALLOW_HOSTS to let it in. {}`,
  ]);
  expect((await store.feedState("섬"))?.lastError).toContain("FETCH_ALLOW_HOSTS");
});
