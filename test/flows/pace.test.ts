import { expect, it } from "vitest";
import { atMostEvery, pacedInbox } from "../../src/flows/pace.ts";
import type { InboxStore } from "../../src/ports/inbox-store.ts";
import type { Clock } from "../../src/ports/runtime.ts";

/** An inbox whose writes take so long, one after the other; what happens is written down with its time. */
function openInbox(tookMs: readonly number[], fails: (write: number) => boolean = () => false) {
  let nowMs = 0;
  let writes = 0;
  const happened: string[] = [];
  const clock: Clock = {
    now: () => nowMs,
    async sleep(delayMs) {
      happened.push(`${nowMs}: rests for ${delayMs}`);
      nowMs += delayMs;
    },
    every: () => async () => {},
  };
  const write = (name: string) => async () => {
    happened.push(`${nowMs}: ${name}`);
    nowMs += tookMs[writes] ?? 0;
    if (fails(writes++)) throw new Error(`${name} failed`);
    return true;
  };
  const store: InboxStore = {
    accept: write("accept"),
    publish: write("publish"),
    inboxDocument: async () => null,
    waitingIds: async () => [],
    settle: async () => {},
  };
  return { inbox: pacedInbox(store, clock), happened };
}

it("writes what arrives one after the other, and rests longer after what took longer, within a limit", async () => {
  const { inbox, happened } = openInbox([2, 5, 0, 184]);
  const writes = [inbox.accept([]), inbox.publish("a", null), inbox.accept([]), inbox.publish("b", null)];
  expect(await Promise.all(writes)).toEqual([true, true, true, true]);
  await inbox.accept([]);
  expect(happened.slice(0, 9)).toEqual([
    "0: accept",
    "2: rests for 18",
    "20: publish",
    "25: rests for 45",
    "70: accept",
    "70: rests for 9",
    "79: publish",
    "263: rests for 50",
    "313: accept",
  ]);
});

it("goes on after a write that failed, and tells who wanted it", async () => {
  const { inbox } = openInbox([1, 1], (write) => write === 0);
  const [first, second] = await Promise.allSettled([inbox.accept([]), inbox.publish("a", null)]);
  expect(first).toMatchObject({ status: "rejected", reason: { message: "accept failed" } });
  expect(second).toEqual({ status: "fulfilled", value: true });
});

it("runs at once, and what is asked for within the interval once after it", async () => {
  const sleeps: (() => void)[] = [];
  const sleep = () => new Promise<void>((done) => sleeps.push(done));
  const clock: Clock = { now: () => 0, sleep, every: () => async () => {} };
  let runs = 0;
  const ask = atMostEvery(clock, 2_000, () => runs++);
  const pass = async () => {
    sleeps.shift()?.();
    await Promise.resolve();
    await Promise.resolve();
  };
  ask();
  expect(runs).toBe(1);
  ask();
  ask();
  expect(runs).toBe(1);
  await pass();
  expect(runs).toBe(2);
  await pass();
  expect(runs).toBe(2);
  ask();
  expect(runs).toBe(3);
  expect(sleeps).toHaveLength(1);
});
