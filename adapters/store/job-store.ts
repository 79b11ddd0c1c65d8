import type { Kysely, Selectable } from "kysely";
import type { FailedJob, JobStore } from "../../src/ports/job-store.ts";
import type { JobsTable, Tables } from "./tables.ts";
import type { UnderWay } from "./under-way.ts";

/** No job waits for nearly as long: a time beyond was written by a clock that was ahead. */
const LONGEST_WAIT_MS = 3_600_000;

/** Jobs that went wrong over migrated tables. */
export function jobStore(db: Kysely<Tables>, underWay: UnderWay): JobStore {
  return {
    putFailedJob: (job) => underWay.track(putFailedJob(db, job)),
    failedJob: (name, id) => underWay.track(failedJob(db, name, id)),
    failedJobs: (limit) => underWay.track(failedJobs(db, limit)),
    dueJobs: (nowIso, limit) => underWay.track(dueJobs(db, nowIso, limit)),
    clearJob: (name, id) => underWay.track(clearJob(db, name, id)),
  };
}

async function putFailedJob(db: Kysely<Tables>, job: FailedJob): Promise<void> {
  await db
    .insertInto("jobs")
    .values({
      name: job.name.toWellFormed(),
      id: job.id.toWellFormed(),
      attempts: job.attempts,
      error: job.error.toWellFormed(),
      failed_at: job.failedAt,
      next_at: job.nextAt,
    })
    .onConflict((conflict) =>
      conflict.columns(["name", "id"]).doUpdateSet((eb) => ({
        attempts: eb.ref("excluded.attempts"),
        error: eb.ref("excluded.error"),
        failed_at: eb.ref("excluded.failed_at"),
        next_at: eb.ref("excluded.next_at"),
      })),
    )
    .execute();
}

async function failedJob(db: Kysely<Tables>, name: string, id: string): Promise<FailedJob | null> {
  const row = await db
    .selectFrom("jobs")
    .selectAll()
    .where("name", "=", name.toWellFormed())
    .where("id", "=", id.toWellFormed())
    .executeTakeFirst();
  return row ? jobOfRow(row) : null;
}

async function failedJobs(db: Kysely<Tables>, limit: number): Promise<FailedJob[]> {
  const rows = await db
    .selectFrom("jobs")
    .selectAll()
    .orderBy("failed_at", "desc")
    .orderBy("name")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(jobOfRow);
}

async function dueJobs(db: Kysely<Tables>, nowIso: string, limit: number): Promise<FailedJob[]> {
  const beyondIso = new Date(Date.parse(nowIso) + LONGEST_WAIT_MS).toISOString();
  // What was set aside has no time, and no time is not due.
  const rows = await db
    .selectFrom("jobs")
    .selectAll()
    .where((eb) => eb.or([eb("next_at", "<=", nowIso), eb("next_at", ">", beyondIso)]))
    .orderBy("next_at")
    .orderBy("failed_at")
    .orderBy("name")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(jobOfRow);
}

/** Also in a transaction of the caller. */
export async function clearJob(db: Kysely<Tables>, name: string, id: string): Promise<void> {
  await db.deleteFrom("jobs").where("name", "=", name.toWellFormed()).where("id", "=", id.toWellFormed()).execute();
}

function jobOfRow(row: Selectable<JobsTable>): FailedJob {
  return {
    name: row.name,
    id: row.id,
    attempts: row.attempts,
    error: row.error,
    failedAt: row.failed_at,
    nextAt: row.next_at,
  };
}
