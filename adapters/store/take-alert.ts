import { type ExpressionBuilder, type Kysely, sql, type Transaction } from "kysely";
import type { Taken, TakeRules } from "../../src/ports/alert-store.ts";
import { type AlertRow, alertOfRow } from "./alert-row.ts";
import { shifted } from "./shifted.ts";
import type { Tables } from "./tables.ts";

/** Written out: an index of these rows alone is not used for a state that is a variable. */
export const SENDING = sql.lit("sending");

/** See the port. `attempt` names one take: carried out twice, it is the same one. */
export async function takeAlert(
  transaction: Transaction<Tables>,
  channel: string,
  nowIso: string,
  rules: TakeRules,
  attempt: string,
): Promise<Taken | null> {
  await holdChannel(transaction, channel);
  const before = await takenBefore(transaction, channel, attempt);
  // Whether an earlier one may have been posted is not known any more where there was an earlier one.
  if (before !== undefined) return takenOf(before, before.attempts > 1);
  await giveUpSending(transaction, channel, nowIso, rules.staleMs);
  const sendingSince = await timeOf(newestSending(transaction, channel));
  if (sendingSince !== null) return { kind: "later", at: shifted(sendingSince, rules.staleMs) };
  const first = await oldestOpen(transaction, channel);
  if (first === undefined) return null;
  const dueAt = first.next_at ?? nowIso;
  const attemptedAt = await timeOf(newestAttempt(transaction, channel, shifted(nowIso, rules.paceMs)));
  const pacedAt = attemptedAt === null ? dueAt : shifted(attemptedAt, rules.paceMs);
  const at = pacedAt > dueAt ? pacedAt : dueAt;
  return at <= nowIso ? beginSending(transaction, first, nowIso, attempt) : { kind: "later", at };
}

/**
 * Until the transaction ends, one process at a time looks at what is due in the channel: PostgreSQL locks the row, and
 * SQLite locks everything at the first write.
 */
async function holdChannel(transaction: Transaction<Tables>, channel: string): Promise<void> {
  await transaction
    .insertInto("alert_channels")
    .values({ channel })
    .onConflict((conflict) => conflict.column("channel").doUpdateSet((eb) => ({ channel: eb.ref("excluded.channel") })))
    .execute();
}

/** Nobody waits any more for an attempt of then. One of the future was written by a clock that was wrong. */
export function isStale(eb: ExpressionBuilder<Tables, "alerts">, nowIso: string, staleMs: number) {
  const { or } = eb;
  return or([eb("attempted_at", "<=", shifted(nowIso, -staleMs)), eb("attempted_at", ">", shifted(nowIso, staleMs))]);
}

/** Nobody waits any more for what has been sent for so long: it may have been posted. */
async function giveUpSending(
  transaction: Transaction<Tables>,
  channel: string,
  nowIso: string,
  staleMs: number,
): Promise<void> {
  await transaction
    .updateTable("alerts")
    .set((eb) => ({
      state: "uncertain",
      uncertain_since: eb.fn.coalesce("uncertain_since", "attempted_at"),
      next_at: eb.val(nowIso),
    }))
    .where("channel", "=", channel)
    .where("state", "=", SENDING)
    .where((eb) => isStale(eb, nowIso, staleMs))
    .execute();
}

/** Others wait for it, due or not: so they come in order, and one that is looked for lies under no later ones. */
function oldestOpen(db: Kysely<Tables>, channel: string): Promise<AlertRow | undefined> {
  // Only what waits, or is uncertain and to be looked for, has a time.
  return db
    .selectFrom("alerts")
    .selectAll()
    .where("channel", "=", channel)
    .where("next_at", "is not", null)
    .orderBy("sequence")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
}

function newestSending(db: Kysely<Tables>, channel: string) {
  return db
    .selectFrom("alerts")
    .select((eb) => eb.fn.max("attempted_at").as("at"))
    .where("channel", "=", channel)
    .where("state", "=", SENDING);
}

function newestAttempt(db: Kysely<Tables>, channel: string, byIso: string) {
  return db
    .selectFrom("alerts")
    .select((eb) => eb.fn.max("attempted_at").as("at"))
    .where("channel", "=", channel)
    .where("attempted_at", "<=", byIso);
}

async function timeOf(query: ReturnType<typeof newestAttempt>): Promise<string | null> {
  return (await query.executeTakeFirst())?.at ?? null;
}

function takenBefore(db: Kysely<Tables>, channel: string, attempt: string): Promise<AlertRow | undefined> {
  return db
    .selectFrom("alerts")
    .selectAll()
    .where("channel", "=", channel)
    .where("state", "=", SENDING)
    .where("attempt", "=", attempt)
    .executeTakeFirst();
}

async function beginSending(
  transaction: Transaction<Tables>,
  due: AlertRow,
  nowIso: string,
  attempt: string,
): Promise<Taken> {
  const row = await transaction
    .updateTable("alerts")
    .set({
      state: "sending",
      attempts: due.attempts + 1,
      attempt,
      attempted_at: nowIso,
      uncertain_since: due.uncertain_since ?? nowIso,
      next_at: null,
    })
    .where("id", "=", due.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return takenOf(row, due.uncertain_since !== null);
}

function takenOf(row: AlertRow, mayBePosted: boolean): Taken {
  return { kind: "taken", alert: alertOfRow(row), mayBePosted };
}
