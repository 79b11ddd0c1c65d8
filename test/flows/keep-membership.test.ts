import { expect, it } from "vitest";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { keepMembership } from "../../src/flows/keep-membership.ts";
import type { Clock, Logger } from "../../src/ports/runtime.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
const noonMs = Date.parse("2026-11-22T12:00:00.000Z");
let files = 0;

/** Two processes over one file; the clock and what is done again and again are the test's. */
async function enter() {
  const path = `${folder}/${files++}.db`;
  let nowMs = noonMs;
  const tasks: (() => Promise<void>)[] = [];
  const logged: string[] = [];
  const clock: Clock = {
    now: () => nowMs,
    sleep: async () => {},
    every(_intervalMs, task) {
      tasks.push(task);
      return async () => void tasks.splice(tasks.indexOf(task), 1);
    },
  };
  const note = (message: string) => void logged.push(message);
  const log: Logger = { debug: note, info: note, warn: note, error: note };
  const [store, other] = [await openSqliteStore(path, clock.now), await openSqliteStore(path, clock.now)];
  return {
    ...{ store, other, clock, log, logged },
    async pass(byMs: number) {
      nowMs += byMs;
      for (const task of [...tasks]) await task();
    },
    close: async () => {
      await store.close();
      await other.close();
    },
  };
}

it("shows again and again that the process lives, until it ends", async () => {
  const { store, other, clock, log, pass, close } = await enter();
  const leave = await keepMembership(store, { clock, log, alone: false });
  await store.hold("a");
  for (let i = 0; i < 10; i++) {
    await pass(2_500);
    expect(await other.hold("a")).toBe(false);
  }
  await leave();
  expect(await other.hold("a")).toBe(true);
  await close();
});

it("takes what the dead held at once where it is alone, and then writes nothing more", async () => {
  const { store, other, clock, log, pass, close } = await enter();
  await other.beat();
  await other.hold("a");
  await other.claim({ key: "event", payload: "{}" });
  const leave = await keepMembership(store, { clock, log, alone: true });
  expect(await store.hold("a")).toBe(true);
  expect(await store.orphans("", 10)).toEqual([{ key: "event", payload: "{}" }]);
  await pass(60_000);
  expect(await store.hold("a")).toBe(true);
  await leave();
  await close();
});

it("says once that the store cannot be written, and goes on", async () => {
  const { store, other, clock, log, logged, pass, close } = await enter();
  let broken = false;
  const failing = { ...store, beat: () => (broken ? Promise.reject(new Error("The disk is full.")) : store.beat()) };
  const leave = await keepMembership(failing, { clock, log, alone: false });
  await store.hold("a");
  broken = true;
  for (let i = 0; i < 3; i++) await pass(2_500);
  expect(logged).toHaveLength(1);
  broken = false;
  await pass(2_500);
  expect(await other.hold("a")).toBe(false);
  await leave();
  expect(logged).toHaveLength(1);
  await close();
});
