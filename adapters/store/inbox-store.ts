import type { Kysely, Transaction } from "kysely";
import type { InboxDocument, InboxStore, WaitingDocument } from "../../src/ports/inbox-store.ts";
import { clearJob } from "./job-store.ts";
import type { Tables } from "./tables.ts";
import type { UnderWay } from "./under-way.ts";

/** The job that makes an article of a document; its id is the document's. */
const publishJob = "publish-article";

/** Accepted documents over migrated tables. */
export function inboxStore(db: Kysely<Tables>, underWay: UnderWay): InboxStore {
  return {
    accept: (documents) => underWay.track(db.transaction().execute((transaction) => accept(transaction, documents))),
    inboxDocument: (id) => underWay.track(inboxDocument(db, id)),
    waitingIds: (nowIso, limit) => underWay.track(waitingIds(db, nowIso, limit)),
    earlierInbox: (id) => underWay.track(earlierInbox(db, id)),
    settle: (id) => underWay.track(db.transaction().execute((transaction) => settle(transaction, id))),
  };
}

/** One statement each: so the next sequence is known, and no statement holds the bytes of many. */
async function accept(transaction: Transaction<Tables>, documents: readonly InboxDocument[]): Promise<void> {
  for (const document of documents) {
    await transaction
      .insertInto("inbox")
      .values((eb) => ({
        id: document.id.toWellFormed(),
        sequence: eb
          .selectFrom("inbox")
          .select((stored) => stored(stored.fn.coalesce(stored.fn.max("sequence"), stored.lit(0)), "+", 1).as("next")),
        origin: document.origin.name.toWellFormed(),
        origin_location: document.origin.location.toWellFormed(),
        article_id: document.articleId.toWellFormed(),
        path: document.path.toWellFormed(),
        old: document.old ? 1 : 0,
        received_at: document.receivedAt,
        bytes: document.bytes,
      }))
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
  }
}

async function inboxDocument(db: Kysely<Tables>, id: string): Promise<WaitingDocument | null> {
  const row = await withJobs(db)
    .selectAll("inbox")
    .select("jobs.attempts")
    .where("inbox.id", "=", id.toWellFormed())
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    origin: { name: row.origin, location: row.origin_location },
    articleId: row.article_id,
    path: row.path,
    // Drivers give a Buffer, whose methods differ: slice() copies nothing, toString() gives text.
    bytes: row.bytes && new Uint8Array(row.bytes.buffer, row.bytes.byteOffset, row.bytes.byteLength),
    old: row.old === 1,
    receivedAt: row.received_at,
    attempts: row.attempts ?? 0,
  };
}

async function waitingIds(db: Kysely<Tables>, nowIso: string, limit: number): Promise<string[]> {
  const rows = await withJobs(db)
    .select("inbox.id")
    // What was set aside has a job without a time, and no time is not due.
    .where((eb) => eb.or([eb("jobs.id", "is", null), eb("jobs.next_at", "<=", nowIso)]))
    .orderBy("inbox.sequence")
    .orderBy("inbox.id")
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

function withJobs(db: Kysely<Tables>) {
  return db
    .selectFrom("inbox")
    .leftJoin("jobs", (join) => join.onRef("jobs.id", "=", "inbox.id").on("jobs.name", "=", publishJob));
}

async function earlierInbox(db: Kysely<Tables>, id: string): Promise<string | null> {
  // Two that PostgreSQL accepts at once may share a sequence; then the ids decide, always in the same way.
  const row = await db
    .selectFrom("inbox as later")
    .innerJoin("inbox as earlier", "earlier.article_id", "later.article_id")
    .select("earlier.id")
    .where("later.id", "=", id.toWellFormed())
    .where((eb) => eb(eb.refTuple("earlier.sequence", "earlier.id"), "<", eb.refTuple("later.sequence", "later.id")))
    .orderBy("earlier.sequence")
    .orderBy("earlier.id")
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

async function settle(transaction: Transaction<Tables>, id: string): Promise<void> {
  await transaction.deleteFrom("inbox").where("id", "=", id.toWellFormed()).execute();
  await clearJob(transaction, publishJob, id);
}

/** What waits of an origin is of no use any more. In a transaction of the caller. */
export async function settleOrigin(transaction: Transaction<Tables>, name: string): Promise<void> {
  const ofOrigin = transaction.selectFrom("inbox").select("id").where("origin", "=", name);
  await transaction.deleteFrom("jobs").where("name", "=", publishJob).where("id", "in", ofOrigin).execute();
  await transaction.deleteFrom("inbox").where("origin", "=", name).execute();
}
