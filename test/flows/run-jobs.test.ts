import { beforeEach, describe, expect, it } from "vitest";
import { type Job, runJobs } from "../../src/flows/run-jobs.ts";
import type { JobHandler, JobQueue } from "../../src/ports/job-queue.ts";
import type { FailedJob, JobStore } from "../../src/ports/job-store.ts";
import type { Clock, Logger } from "../../src/ports/runtime.ts";

let nowMs = 0;
const clock: Clock = { now: () => nowMs, sleep: async () => {}, every: () => async () => {} };
const quiet = () => {};
const log: Logger = { debug: quiet, info: quiet, warn: quiet, error: quiet };

let handlers: ReadonlyMap<string, JobHandler> = new Map();
let added: { name: string; id: string; notBeforeMs: number | null }[] = [];
let failed: FailedJob[] = [];

/** A queue that forgets everything: what it is told is written down and nothing is run. */
const queue: JobQueue = {
  add: async (name, id, options) => void added.push({ name, id, notBeforeMs: options?.notBeforeMs ?? null }),
  every: async () => {},
  start: async (given) => {
    handlers = given;
  },
  stop: async () => {},
};
const store: JobStore = {
  async putFailedJob(job) {
    failed = [...failed.filter(({ id }) => id !== job.id), job];
  },
  failedJob: async (_name, id) => failed.find((job) => job.id === id) ?? null,
  failedJobs: async () => failed,
  dueJobs: async (nowIso) => failed.filter(({ nextAt }) => nextAt !== null && nextAt <= nowIso),
  async clearJob(_name, id) {
    failed = failed.filter((job) => job.id !== id);
  },
};

beforeEach(() => {
  [nowMs, added, failed] = [Date.parse("2026-11-22T03:00:00Z"), [], []];
});

async function start(run: Job["run"], more: Partial<Job> = {}) {
  const job: Job = { run, waiting: async () => [], runsAtStart: false, isHopeless: () => false, ...more };
  await runJobs(new Map([["work", job]]), { queue, store, clock, log });
  return async (id: string) => handlers.get("work")?.(id);
}

describe("jobs", () => {
  it("that wait in the store are found again, at the start and by the sweep", async () => {
    const waiting = ["a", "b"];
    const ran: string[] = [];
    await start(async (id) => void ran.push(id), { waiting: async () => waiting });
    expect([added.map(({ id }) => id), ran]).toEqual([["a", "b"], []]);
    waiting.push("c");
    // What waited before too, the queue has lost, or holds for a process that died.
    await handlers.get("sweep")?.("every");
    expect([added.map(({ id }) => id), ran]).toEqual([
      ["a", "b", "c"],
      ["a", "b"],
    ]);
  });

  it("that a process left behind are run at the start, without the queue", async () => {
    const ran: string[] = [];
    await start(async (id) => void ran.push(id), { waiting: async () => ["a", "b"], runsAtStart: true });
    expect([added, ran]).toEqual([[], ["a", "b"]]);
  });

  it("that mostly wait are run beside the sweep, some at once", async () => {
    const opened = Promise.withResolvers<void>();
    let [running, most, done] = [0, 0, 0];
    const run = async () => {
      most = Math.max(most, ++running);
      await opened.promise;
      running--;
      done++;
    };
    await start(run, { waiting: async () => ["a", "b", "c", "d"], runsAtStart: true, atOnce: 3 });
    expect([added, done]).toEqual([[], 0]);
    opened.resolve();
    await expect.poll(() => done).toBe(4);
    expect(most).toBe(3);
  });

  it("are tried again later and later, and set aside with their error after five times", async () => {
    const run = await start(async () => {
      throw new Error("the disk is on fire\nat once");
    });
    const pausesMs: (number | null)[] = [];
    for (let i = 0; i < 5; i++) {
      await run("a");
      const nextAt = failed[0]?.nextAt ?? null;
      pausesMs.push(nextAt === null ? null : Date.parse(nextAt) - nowMs);
    }
    expect(pausesMs).toEqual([5_000, 10_000, 20_000, 40_000, null]);
    expect(failed).toMatchObject([{ name: "work", id: "a", attempts: 5, error: "the disk is on fire at once" }]);
    expect(added.length).toBe(4);
    await handlers.get("sweep")?.("every");
    expect(added.length).toBe(4);
  });

  it("that are hopeless are set aside at once", async () => {
    const run = await start(() => Promise.reject(new Error("no text")), { isHopeless: () => true });
    await run("a");
    expect(failed).toMatchObject([{ attempts: 1, nextAt: null }]);
  });

  it("are forgotten as failed once they went well", async () => {
    let broken = true;
    const run = await start(async () => {
      if (broken) throw new Error("not now");
    });
    await run("a");
    expect(failed.length).toBe(1);
    broken = false;
    await run("a");
    expect(failed).toEqual([]);
  });

  it("that are due are added again by the sweep, where the queue lost them", async () => {
    const run = await start(() => Promise.reject(new Error("not now")));
    await run("a");
    added = [];
    await handlers.get("sweep")?.("every");
    expect(added).toEqual([]);
    nowMs += 5_000;
    await handlers.get("sweep")?.("every");
    expect(added.map(({ id }) => id)).toEqual(["a"]);
  });
});
