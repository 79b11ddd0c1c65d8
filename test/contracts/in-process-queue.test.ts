import { setImmediate as turned } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createInProcessQueue } from "../../adapters/queue/in-process-queue.ts";
import type { Clock } from "../../src/ports/runtime.ts";
import { gate, type JobRoom, jobQueueContract, recorder, until } from "./job-queue.contract.ts";

/** A clock that goes on only when it is told to. */
function heldClock() {
  let nowMs = Date.parse("2026-11-22T03:00:00Z");
  const sleepers = new Set<{ untilMs: number; wake(): void }>();
  const sleep = (delayMs: number) =>
    new Promise<void>((resolve) => void sleepers.add({ untilMs: nowMs + Math.max(0, delayMs), wake: resolve }));
  const clock: Clock = {
    now: () => nowMs,
    sleep,
    every(intervalMs, task) {
      let stopped = false;
      let underWay = Promise.resolve();
      void (async () => {
        for (;;) {
          await sleep(intervalMs);
          if (stopped) return;
          underWay = task();
          await underWay;
        }
      })();
      return async () => {
        stopped = true;
        await underWay;
      };
    },
  };
  async function pass(byMs: number): Promise<void> {
    const untilMs = nowMs + byMs;
    for (;;) {
      await turned();
      const [next] = [...sleepers].toSorted((a, b) => a.untilMs - b.untilMs);
      if (!next || next.untilMs > untilMs) break;
      sleepers.delete(next);
      nowMs = Math.max(nowMs, next.untilMs);
      next.wake();
    }
    nowMs = untilMs;
  }
  return { clock, pass, sleeping: () => sleepers.size };
}

async function room(): Promise<JobRoom & ReturnType<typeof heldClock>> {
  const held = heldClock();
  return { ...held, open: (log, options = {}) => createInProcessQueue(options, { clock: held.clock, log }) };
}

jobQueueContract("in this process", room);

describe("a queue in this process", () => {
  it("runs a job at its time, to the millisecond, also in a year, and not once more", async () => {
    const { clock, open, pass } = await room();
    const queue = open(recorder().log);
    const handled: string[] = [];
    await queue.start(new Map([["task", async (id) => void handled.push(id)]]));
    const yearMs = 365 * 86_400_000;
    await queue.add("task", "a", { notBeforeMs: clock.now() + yearMs });
    await queue.add("task", "a", { notBeforeMs: clock.now() + yearMs + 1 });
    await pass(yearMs - 1);
    expect(handled).toEqual([]);
    await pass(1);
    expect(handled).toEqual(["a"]);
    await pass(yearMs);
    expect(handled).toEqual(["a"]);
    await queue.stop();
  });

  it("runs what is due again at once and then every interval", async () => {
    const { open, pass } = await room();
    const queue = open(recorder().log);
    const handled: string[] = [];
    await queue.every("sweep", 1_000);
    await queue.start(new Map([["sweep", async (id) => void handled.push(id)]]));
    await pass(999);
    expect(handled).toHaveLength(1);
    await pass(1);
    expect(handled).toHaveLength(2);
    await pass(10_000);
    expect(handled).toHaveLength(12);
    await queue.stop();
    await pass(10_000);
    expect(handled).toHaveLength(12);
  });

  it("waits ten seconds for what is under way, and says what it left", async () => {
    const { open, pass } = await room();
    const { log, lines } = recorder();
    const queue = open(log);
    const never = gate();
    let began = false;
    const handler = async () => {
      began = true;
      await never.opened;
    };
    await queue.start(new Map([["task", handler]]));
    await queue.add("task", "a");
    await until(() => began);
    let stopped = false;
    const stopping = queue.stop().then(() => {
      stopped = true;
    });
    await pass(9_999);
    expect(stopped).toBe(false);
    await pass(1);
    await stopping;
    expect(lines).toEqual(["warn Jobs were still under way when the queue stopped; the store knows of them. {}"]);
    never.open();
  });
});
