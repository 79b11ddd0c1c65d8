import type { Kysely } from "kysely";
import type { FeedbackStore, StoredFeedback } from "../../src/ports/feedback-store.ts";
import type { Tables } from "./tables.ts";
import type { UnderWay } from "./under-way.ts";

/** Feedback over migrated tables. */
export function feedbackStore(db: Kysely<Tables>, underWay: UnderWay): FeedbackStore {
  return {
    putFeedback: (feedback) => underWay.track(putFeedback(db, feedback)),
    feedback: (limit) => underWay.track(newestFeedback(db, limit)),
  };
}

async function putFeedback(db: Kysely<Tables>, given: StoredFeedback): Promise<void> {
  await db
    .insertInto("feedback")
    .values({
      key: given.key.toWellFormed(),
      given_at: given.givenAt,
      question: given.question.toWellFormed(),
      answer: given.answer.toWellFormed(),
      helpful: given.helpful ? 1 : 0,
      reason: given.reason?.toWellFormed() ?? null,
      person: given.person?.toWellFormed() ?? null,
    })
    .onConflict((conflict) =>
      conflict.column("key").doUpdateSet((eb) => ({
        given_at: eb.ref("excluded.given_at"),
        question: eb.ref("excluded.question"),
        answer: eb.ref("excluded.answer"),
        helpful: eb.ref("excluded.helpful"),
        reason: eb.ref("excluded.reason"),
        person: eb.ref("excluded.person"),
      })),
    )
    .execute();
}

async function newestFeedback(db: Kysely<Tables>, limit: number): Promise<StoredFeedback[]> {
  const rows = await db
    .selectFrom("feedback")
    .selectAll()
    .orderBy("given_at", "desc")
    .orderBy("key")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    key: row.key,
    person: row.person,
    givenAt: row.given_at,
    question: row.question,
    answer: row.answer,
    helpful: row.helpful === 1,
    reason: row.reason,
  }));
}
