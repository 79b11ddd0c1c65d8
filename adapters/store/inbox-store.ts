import type { Kysely, Transaction } from "kysely";
import type { IncomingArticle } from "../../src/ports/article-store.ts";
import type { Telling } from "../../src/ports/audience.ts";
import type { InboxDocument, InboxStore, WaitingDocument } from "../../src/ports/inbox-store.ts";
import { commit } from "./article-store.ts";
import type { WithAttempts } from "./attempts.ts";
import { claimEvent } from "./event-log.ts";
import { clearJob } from "./job-store.ts";
import type { Tables } from "./tables.ts";
import type { UnderWay } from "./under-way.ts";

/** The job that makes an article of a document; its id is the document's. */
const publishJob = "publish-article";

/** Accepted documents over migrated tables. `now` gives milliseconds since 1970. */
export function inboxStore(
  db: Kysely<Tables>,
  underWay: UnderWay,
  now: () => number,
): WithAttempts<InboxStore, "accept"> {
  return {
    accept: (attempt, documents, deliveryKey) =>
      underWay.track(db.transaction().execute((transaction) => accept(transaction, documents, deliveryKey, attempt))),
    inboxDocument: (id) => underWay.track(inboxDocument(db, id)),
    waitingIds: (nowIso, limit) => underWay.track(waitingIds(db, nowIso, limit)),
    publish: (id, article, telling) =>
      underWay.track(db.transaction().execute((transaction) => publish(transaction, id, article, telling, now))),
    settle: (id) => underWay.track(db.transaction().execute((transaction) => settle(transaction, id))),
  };
}

/** One statement each: so the next sequence is known, and no statement holds the bytes of many. */
async function accept(
  transaction: Transaction<Tables>,
  documents: readonly InboxDocument[],
  deliveryKey: string | undefined,
  attempt: string,
): Promise<boolean> {
  const [first] = documents;
  if (deliveryKey !== undefined && first !== undefined) {
    const event = { key: deliveryKey, payload: null };
    // Nobody adopts it, as it carries nothing.
    const claim = { claimed_at: first.receivedAt, member: "", attempt };
    if (!(await claimEvent(transaction, event, claim))) return false;
  }
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
  return true;
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

async function publish(
  transaction: Transaction<Tables>,
  id: string,
  article: IncomingArticle | null,
  telling: Telling | undefined,
  now: () => number,
): Promise<boolean> {
  // A write comes first: of several who publish the same document, one has the row.
  const [document] = await transaction
    .deleteFrom("inbox")
    .where("id", "=", id.toWellFormed())
    .returning(["id", "origin", "origin_location", "article_id", "sequence"])
    .execute();
  if (document === undefined) return false;
  const replaced = await transaction
    .deleteFrom("inbox")
    .where("article_id", "=", document.article_id)
    // Two that PostgreSQL accepts at once may share a sequence; then the ids decide, always in the same way.
    .where((eb) => eb(eb.refTuple("sequence", "id"), "<", eb.tuple(document.sequence, document.id)))
    .returning("id")
    .execute();
  for (const each of [document, ...replaced]) await clearJob(transaction, publishJob, each.id);
  const origin = { name: document.origin, location: document.origin_location };
  await commit(transaction, origin, article ? [article] : [], article ? [] : [document.article_id], telling, now);
  return true;
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
