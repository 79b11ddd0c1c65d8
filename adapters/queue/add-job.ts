import { randomUUID } from "node:crypto";
import type { Job, JobsOptions, Queue } from "bullmq";
import { shortHash } from "../../src/text/short-hash.ts";

/** All that Redis holds of a job; in clear text. */
export interface JobData {
  readonly id: string;
  /** Of a job that is put off. */
  readonly notBeforeMs?: number;
}

/** What BullMQ calls the jobs of a queue: RUN is handled, LATER becomes a RUN when its time has come. */
export const RUN = "run";
export const LATER = "later";

/** Nothing is kept of a job that ended, whatever it ended with: it can be found again in the store. */
export const KEPT = { removeOnComplete: true, removeOnFail: true } as const;

// Ids of jobs are BullMQ's keys, and new each time. That an id waits once is told by these.
const runKey = (id: string) => `run-${shortHash(id)}`;
const laterKey = (id: string) => `later-${shortHash(id)}`;

/** One of a kind: while it waits nothing is added, while it is active the last one added follows it. */
function once(key: string): JobsOptions & { readonly jobId: string } {
  return { ...KEPT, jobId: randomUUID(), deduplication: { id: key, keepLastIfActive: true } };
}

async function jobOf(queue: Queue<JobData>, key: string): Promise<Job<JobData> | null> {
  const jobId = await queue.getDeduplicationJobId(key);
  return jobId === null ? null : ((await queue.getJob(jobId)) ?? null);
}

/** Whether it did; false where it was not delayed any more. */
async function didUnlessMoved(job: Job<JobData>, change: () => Promise<void>): Promise<boolean> {
  try {
    await change();
    return true;
  } catch (error) {
    if (await job.isDelayed()) throw error;
    return false;
  }
}

/** For jobs whose time has come. */
export async function addRun(queue: Queue<JobData>, id: string): Promise<void> {
  await queue.add(RUN, { id }, once(runKey(id)));
}

/** As soon as possible: one that is put off is hurried up instead, so that it runs once. */
export async function addNow(queue: Queue<JobData>, id: string): Promise<void> {
  const later = await jobOf(queue, laterKey(id));
  const state = await later?.getState();
  if (later && state === "waiting") return;
  if (later && state === "delayed" && (await didUnlessMoved(later, () => later.promote()))) return;
  await addRun(queue, id);
}

/**
 * Of two times the sooner one holds; where two processes choose at the same moment, either. A delay is never given to
 * a RUN: while one is active, BullMQ keeps the last one added, which may be the later one.
 */
export async function addLater(queue: Queue<JobData>, id: string, notBeforeMs: number, nowMs: number): Promise<void> {
  const run = await jobOf(queue, runKey(id));
  if ((await run?.getState()) === "waiting") return;
  const delay = notBeforeMs - nowMs;
  const options = once(laterKey(id));
  const added = await queue.add(LATER, { id, notBeforeMs }, { ...options, delay });
  if (added.id === options.jobId || added.id === undefined) return;
  const known = await queue.getJob(added.id);
  if (!known || (known.data.notBeforeMs ?? 0) <= notBeforeMs) return;
  if (await didUnlessMoved(known, () => known.changeDelay(delay))) await known.updateData({ id, notBeforeMs });
}
