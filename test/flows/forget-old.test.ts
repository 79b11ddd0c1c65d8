import { expect, it } from "vitest";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { forgetOld } from "../../src/flows/forget-old.ts";
import type { Clock, Logger } from "../../src/ports/runtime.ts";
import { sampleArticle } from "../contracts/sample-articles.ts";
import { alertScene, later, sent } from "./alert-scene.ts";

const DAY_MS = 86_400_000;
const START_MS = Date.parse("2026-11-22T03:00:00Z");

it("removes what is older than it is kept, and goes on after a failure", async () => {
  let nowMs = START_MS;
  let tick = async () => {};
  const clock: Clock = {
    now: () => nowMs,
    sleep: async () => {},
    every(_intervalMs, task) {
      tick = task;
      return async () => {};
    },
  };
  const errors: string[] = [];
  const quiet = () => {};
  const log: Logger = { debug: quiet, info: quiet, warn: quiet, error: (message) => void errors.push(message) };
  const store = await openSqliteStore(":memory:", clock.now);
  await store.claim({ key: "event", payload: null });
  let broken = true;
  const dropExchangesBefore = async (iso: string) => {
    if (broken) throw new Error("disk full");
    return store.dropExchangesBefore(iso);
  };
  forgetOld({ ...store, dropExchangesBefore }, clock, log);
  nowMs += 2 * DAY_MS;
  await tick();
  expect(errors.length).toBe(1);
  expect(await store.claim({ key: "event", payload: null })).toBe(false);
  broken = false;
  await tick();
  expect(await store.claim({ key: "event", payload: null })).toBe(true);
  await store.close();
});

it("removes alerts that were over 90 days ago, and no others", async () => {
  const scene = await alertScene();
  await scene.subscribe();
  for (const id of ["1", "2"]) await scene.publish(sampleArticle(id, { 소식: `${id}번째 글.` }));
  let tick = async () => {};
  const clock: Clock = {
    ...scene.clock,
    every(_intervalMs, task) {
      tick = task;
      return async () => {};
    },
  };
  forgetOld(scene.store, clock, scene.log);
  scene.platform.next.push(sent, later(scene.clock.now() + 100 * DAY_MS));
  await scene.deliver(scene.process());
  scene.pass(89 * DAY_MS);
  await tick();
  expect(await scene.store.countAlerts()).toMatchObject({ waiting: 1, sent: 1 });
  scene.pass(2 * DAY_MS);
  await tick();
  expect(await scene.store.countAlerts()).toMatchObject({ waiting: 1, sent: 0 });
  await scene.store.close();
});
