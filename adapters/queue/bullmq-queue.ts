import { type Job, Queue, Worker } from "bullmq";
import type { JobHandler, JobQueue } from "../../src/ports/job-queue.ts";
import type { Clock, Logger } from "../../src/ports/runtime.ts";
import { addLater, addNow, addRun, type JobData, KEPT, LATER } from "./add-job.ts";
import { connectRedis, PATIENCE_MS, type RedisServer } from "./redis-link.ts";
import { within } from "./within.ts";

const CONCURRENCY = 4;
/** How long what is under way may take after `stop`, and how long Redis may take to be told: 10 seconds together. */
const STOP_MS = 7_000;
const CLOSE_MS = 3_000;
/** How often a schedule is set again: a Redis that lost its data lost that too. */
const SCHEDULE_MS = 60_000;
/** BullMQ's events, which nobody reads. */
const EVENTS_KEPT = 100;

export interface BullmqQueueOptions {
  /** redis:// or rediss://, with a password where there is one. */
  readonly url: string;
  /** What Redis's keys begin with; installations that share a Redis have one each. */
  readonly prefix?: string;
  /** Of each name, in this process. */
  readonly concurrency?: number;
}

interface Runtime {
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Runs jobs over Redis, each in one of the processes that share it. Every name has a BullMQ queue of its own, so a job
 * waits for a process that knows its name. While Redis is away `add` drops what it is given, after a bounded time.
 * Throws, without the address, where the address cannot be one.
 */
export function createBullmqQueue(
  { url, prefix = "policydesk", concurrency = CONCURRENCY }: BullmqQueueOptions,
  { clock, log }: Runtime,
): JobQueue {
  const link = connectRedis(url, { meanwhile: "jobs wait in the store", keepsJobs: true }, { clock, log });
  const queues = new Map<string, Queue<JobData>>();
  const workers: Worker<JobData>[] = [];
  const underWay = new Set<Promise<void>>();
  const schedules: (() => Promise<void>)[] = [];
  let stopping: Promise<void> | null = null;

  function queueOf(name: string): Queue<JobData> {
    const known = queues.get(name);
    if (known) return known;
    const queue = new Queue<JobData>(encodeURIComponent(name), {
      connection: link.client,
      prefix,
      streams: { events: { maxLen: EVENTS_KEPT } },
      // The link did that.
      skipVersionCheck: true,
    });
    queue.on("error", link.report);
    queues.set(name, queue);
    return queue;
  }

  async function handle(name: string, id: string, handler: JobHandler): Promise<void> {
    try {
      await handler(id);
    } catch (thrown) {
      log.error("A job failed.", thrown, { job: name, id });
    }
  }

  function work(name: string, handler: JobHandler, atOnce: number, { faultless }: RedisServer): Worker<JobData> {
    async function run({ name: kind, data: { id } }: Job<JobData>): Promise<void> {
      if (kind === LATER) return addRun(queueOf(name), id);
      const handled = handle(name, id, handler);
      underWay.add(handled);
      await handled;
      underWay.delete(handled);
    }
    const worker = new Worker<JobData>(encodeURIComponent(name), run, {
      connection: link.client,
      prefix,
      concurrency: atOnce,
      runRetryDelay: 1_000,
      // BullMQ would print what the link has said; without it a job that is put off may come up to a second later.
      skipVersionCheck: !faultless,
    });
    worker.on("error", link.report);
    worker.on("stalled", (jobId) => log.info("A job is run again: its process went away.", { job: name, jobId }));
    // Handlers don't fail; this one was given up, or could not be put into line.
    worker.on("failed", (job, { message }) => {
      log.error("A job was given up; the store knows of it.", undefined, {
        job: name,
        id: job?.data.id ?? null,
        reason: message,
      });
    });
    return worker;
  }

  async function end(): Promise<void> {
    const endings = [...schedules.map((stop) => stop()), ...workers.map((worker) => worker.pause(true))];
    const allEnded = Promise.all(endings).then(() => settled(underWay));
    const ended = await within(clock, STOP_MS, allEnded);
    if (ended === "late") log.warn("Jobs were still under way when the queue stopped.", { jobs: underWay.size });
    const graceful = ended !== "late" && link.isUsable();
    await within(clock, CLOSE_MS, Promise.all(workers.map((worker) => closeWorker(worker, graceful))));
    link.close();
  }

  return {
    async add(name, id, { notBeforeMs = 0 } = {}) {
      await link.attempt("A job was not added", { job: name, id }, () => {
        const nowMs = clock.now();
        return notBeforeMs > nowMs ? addLater(queueOf(name), id, notBeforeMs, nowMs) : addNow(queueOf(name), id);
      });
    },
    async every(name, intervalMs) {
      if (stopping) return;
      const schedule = async () => {
        await link.attempt("A schedule was not set", { job: name }, () =>
          queueOf(name).upsertJobScheduler(
            "every",
            { every: intervalMs },
            { name: LATER, data: { id: "every" }, opts: KEPT },
          ),
        );
      };
      const runNow = async () => {
        await link.attempt("A job was not added", { job: name }, () => addRun(queueOf(name), "every"));
      };
      schedules.push(clock.every(Math.max(intervalMs, SCHEDULE_MS), schedule));
      await schedule();
      // Whoever looks regularly for what was dropped meanwhile looks at once, also where Redis lost the schedule.
      link.onReturn(() => void schedule().then(runNow));
    },
    async start(handlers, atOnce) {
      const begun = link.reached.then(async (server) => {
        if (stopping) return;
        for (const [name, handler] of handlers) {
          workers.push(work(name, handler, atOnce?.get(name) ?? concurrency, server));
        }
        await Promise.all(workers.map((worker) => worker.waitUntilReady().catch(link.report)));
      });
      await within(clock, PATIENCE_MS, begun);
    },
    stop() {
      stopping ??= end();
      return stopping;
    },
  };
}

/** When nothing is under way; what begins meanwhile is waited for too. */
async function settled(underWay: ReadonlySet<Promise<void>>): Promise<void> {
  while (underWay.size > 0) await Promise.all(underWay);
}

/** Tells Redis what is done, where that can be; without a live connection BullMQ would wait for ever. */
async function closeWorker(worker: Worker<JobData>, graceful: boolean): Promise<void> {
  const blocking = await Promise.race([worker.getBackend().blockingClient, null]);
  await worker.close(!(graceful && blocking?.status === "ready"));
}
