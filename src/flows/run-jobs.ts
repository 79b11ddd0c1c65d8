import type { JobHandler, JobQueue } from "../ports/job-queue.ts";
import type { JobStore } from "../ports/job-store.ts";
import type { Clock, Logger } from "../ports/runtime.ts";
import { onOneLine } from "../text/plain.ts";
import { messageOf } from "../text/thrown.ts";

/** After this many attempts a job is set aside for a person to look at. */
const MOST_ATTEMPTS = 5;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_ERROR = 500;
/** What a lost queue forgot is found again as soon as this. */
const SWEEP_EVERY_MS = 30_000;
const SWEEP_LIMIT = 1000;
const SWEEP = "sweep";

/** Work that may go wrong. Throws where it did; safe to run twice. */
export interface Job {
  readonly run: (id: string) => Promise<void>;
  /** Ids of what waits in the store, oldest first. */
  readonly waiting: (nowIso: string, limit: number) => Promise<readonly string[]>;
  /** What waits when the process starts is run here and now: a queue may hold it for one that died. */
  readonly runsAtStart: boolean;
  /** How many may run at once in this process, where they mostly wait for others; the sweep does not wait for them. */
  readonly atOnce?: number;
  /** Trying again is of no use. */
  readonly isHopeless: (error: unknown) => boolean;
}

interface JobServices {
  readonly queue: JobQueue;
  readonly store: JobStore;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Runs jobs by their names. A failure is written down and the job tried again later, up to five times; then it is set
 * aside with its error. What waits in the store is found at the start and every 30 s, whatever became of the queue.
 * The result ends what is run beside the queue, which is stopped by itself.
 */
export async function runJobs(jobs: ReadonlyMap<string, Job>, services: JobServices): Promise<() => Promise<void>> {
  const { queue } = services;
  const beside = createBeside();
  const handlers = new Map<string, JobHandler>();
  const atOnce = new Map<string, number>();
  for (const [name, job] of jobs) {
    handlers.set(name, (id) => runOne(name, job, id, services));
    if (job.atOnce !== undefined) atOnce.set(name, job.atOnce);
  }
  let before: ReadonlySet<string> | null = null;
  const sweep = async () => {
    try {
      before = await takeUpWaiting(jobs, before, beside, services);
    } catch (error) {
      services.log.error("Waiting jobs could not be looked up; this is tried again in 30 s", error);
    }
  };
  handlers.set(SWEEP, sweep);
  await queue.every(SWEEP, SWEEP_EVERY_MS);
  await queue.start(handlers, atOnce);
  await sweep();
  return beside.stop;
}

/**
 * Adds what waits to the queue. What waited at the sweep before too, the queue has lost or holds for a process that
 * died: it is run at once, which is safe as every job is. `before`: null at the start. Returns what waits.
 */
async function takeUpWaiting(
  jobs: ReadonlyMap<string, Job>,
  before: ReadonlySet<string> | null,
  beside: Beside,
  services: JobServices,
): Promise<ReadonlySet<string>> {
  const { queue, store, clock } = services;
  const nowIso = new Date(clock.now()).toISOString();
  const waiting = new Set<string>();
  for (const [name, job] of jobs) {
    const slow: string[] = [];
    for (const id of await job.waiting(nowIso, SWEEP_LIMIT)) {
      const key = `${name} ${id}`;
      waiting.add(key);
      if (!(before?.has(key) ?? job.runsAtStart)) await queue.add(name, id);
      else if (job.atOnce === undefined) await runOne(name, job, id, services);
      else slow.push(id);
    }
    beside.run(slow, job.atOnce ?? 1, (id) => runOne(name, job, id, services));
  }
  for (const { name, id } of await store.dueJobs(nowIso, SWEEP_LIMIT)) {
    if (jobs.has(name)) await queue.add(name, id);
  }
  return waiting;
}

type Beside = ReturnType<typeof createBeside>;

/** Runs what nobody waits for, at most `atOnce` of each call at once. `run` does not fail. */
function createBeside() {
  const lanes = new Set<Promise<void>>();
  let stopped = false;
  async function work(left: Iterable<string>, run: (id: string) => Promise<void>): Promise<void> {
    for (const id of left) if (!stopped) await run(id);
  }
  return {
    run(ids: readonly string[], atOnce: number, run: (id: string) => Promise<void>): void {
      const left = ids.values();
      for (let i = 0; i < Math.min(atOnce, ids.length); i++) {
        const lane = work(left, run).finally(() => lanes.delete(lane));
        lanes.add(lane);
      }
    },
    /** Takes nothing new, and waits for what is under way. */
    async stop(): Promise<void> {
      stopped = true;
      await Promise.all(lanes);
    },
  };
}

async function runOne(name: string, job: Job, id: string, { queue, store, clock, log }: JobServices): Promise<void> {
  try {
    await job.run(id);
    await store.clearJob(name, id);
  } catch (error) {
    const reason = onOneLine(messageOf(error)).slice(0, LONGEST_ERROR);
    try {
      const attempts = ((await store.failedJob(name, id))?.attempts ?? 0) + 1;
      const nowMs = clock.now();
      const isOver = job.isHopeless(error) || attempts >= MOST_ATTEMPTS;
      const nextAtMs = isOver ? null : nowMs + FIRST_PAUSE_MS * 2 ** (attempts - 1);
      await store.putFailedJob({
        name,
        id,
        attempts,
        error: reason,
        failedAt: new Date(nowMs).toISOString(),
        nextAt: nextAtMs === null ? null : new Date(nextAtMs).toISOString(),
      });
      log.warn(isOver ? `A job was set aside (npm run jobs shows it): ${reason}` : `A job failed: ${reason}`, {
        job: name,
        id,
        attempts,
      });
      if (nextAtMs !== null) await queue.add(name, id, { notBeforeMs: nextAtMs });
    } catch (second) {
      // The sweep finds it again where it waits in the store.
      log.error(`A job failed (${reason}), and that could not be written down`, second, { job: name, id });
    }
  }
}
