import type { ExpressionBuilder, Kysely, Updateable } from "kysely";
import type { AlertResult, AlertState, AlertStore, StoredAlert } from "../../src/ports/alert-store.ts";
import { alertOfRow } from "./alert-row.ts";
import type { WithAttempts } from "./attempts.ts";
import { CLOCKS_DIFFER_MS } from "./clocks-differ.ts";
import { putAlerts } from "./put-alerts.ts";
import { shifted } from "./shifted.ts";
import type { AlertsTable, Tables } from "./tables.ts";
import { isStale, SENDING, takeAlert } from "./take-alert.ts";
import type { UnderWay } from "./under-way.ts";

/** No platform puts anything off for longer: what is written beyond was written by a clock that was wrong. */
const LONGEST_WAIT_MS = 86_400_000;

/** The outbox over migrated tables. `now` gives milliseconds since 1970. */
export function alertStore(
  db: Kysely<Tables>,
  underWay: UnderWay,
  now: () => number,
): WithAttempts<AlertStore, "takeAlert"> {
  return {
    putAlerts: (alerts) =>
      underWay.track(
        db.transaction().execute((transaction) => putAlerts(transaction, alerts, new Date(now()).toISOString())),
      ),
    dueChannels: (nowIso, staleMs, limit) => underWay.track(dueChannels(db, nowIso, staleMs, limit)),
    takeAlert: (attempt, channel, nowIso, rules) =>
      underWay.track(
        db
          .transaction()
          .execute((transaction) => takeAlert(transaction, channel.toWellFormed(), nowIso, rules, attempt)),
      ),
    settleAlert: (alert, result, nowIso) => underWay.track(settleAlert(db, alert, result, nowIso)),
    alert: (id) => underWay.track(alertOf(db, id)),
    countAlerts: (channel) => underWay.track(countAlerts(db, channel)),
    dropAlertsBefore: (iso) => underWay.track(dropBefore(db, iso)),
  };
}

async function dueChannels(db: Kysely<Tables>, nowIso: string, staleMs: number, limit: number): Promise<string[]> {
  await mendTimes(db, nowIso);
  const waiting = db
    .selectFrom("alerts")
    .select((eb) => ["channel", eb.fn.min("next_at").as("since")])
    .where("next_at", "<=", nowIso)
    .groupBy("channel");
  // Others wait for the oldest.
  const due = db
    .selectFrom(waiting.as("waiting"))
    .select(["channel", "since"])
    .where(
      (eb) =>
        eb
          .selectFrom("alerts")
          .select("next_at")
          .whereRef("alerts.channel", "=", "waiting.channel")
          .where("next_at", "is not", null)
          .orderBy("sequence")
          .orderBy("id")
          .limit(1),
      "<=",
      nowIso,
    )
    .unionAll(
      db
        .selectFrom("alerts")
        .select(["channel", "attempted_at as since"])
        .where("state", "=", SENDING)
        .where((eb) => isStale(eb, nowIso, staleMs)),
    );
  const rows = await db
    .selectFrom(due.as("due"))
    .select("channel")
    // Nothing is taken there before that is done; many slow channels would fill the list.
    .where("channel", "not in", (eb) =>
      eb
        .selectFrom("alerts")
        .select("channel")
        .where("state", "=", SENDING)
        .where((stale) => stale.not(isStale(stale, nowIso, staleMs))),
    )
    .groupBy("channel")
    .orderBy((eb) => eb.fn.min("since"))
    .orderBy("channel")
    .limit(limit)
    .execute();
  return rows.map((row) => row.channel);
}

/** One statement each, so that what is looked at cannot change meanwhile. */
async function settleAlert(
  db: Kysely<Tables>,
  { id, attempts }: Pick<StoredAlert, "id" | "attempts">,
  result: AlertResult,
  nowIso: string,
): Promise<void> {
  // The pace counts from the end: a post may have come to its channel as late as that.
  const row = { ...settledRow(result, nowIso), attempted_at: nowIso };
  const settled = db.updateTable("alerts").set(row).where("id", "=", id.toWellFormed());
  await (result.state === "sent"
    ? settled.where("state", "<>", "sent")
    : settled.where("state", "=", "sending").where("attempts", "=", attempts)
  ).execute();
}

function settledRow(result: AlertResult, nowIso: string): Updateable<AlertsTable> {
  switch (result.state) {
    case "sent":
      return {
        state: "sent",
        sent_at: nowIso,
        message_ref: result.messageRef.toWellFormed(),
        uncertain_since: null,
        next_at: null,
        reason: null,
      };
    case "waiting":
      return { state: "waiting", next_at: result.nextAt, uncertain_since: null };
    case "uncertain":
      return { state: "uncertain", next_at: result.nextAt };
    case "dropped":
      return { state: "dropped", next_at: null, reason: result.reason.toWellFormed() };
  }
}

async function alertOf(db: Kysely<Tables>, id: string): Promise<StoredAlert | null> {
  const row = await db.selectFrom("alerts").selectAll().where("id", "=", id.toWellFormed()).executeTakeFirst();
  return row ? alertOfRow(row) : null;
}

async function countAlerts(db: Kysely<Tables>, channel: string | undefined): Promise<Record<AlertState, number>> {
  const rows = await db
    .selectFrom("alerts")
    .select((eb) => ["state", eb.fn.countAll().as("alerts")])
    .$if(channel !== undefined, (query) => query.where("channel", "=", channel?.toWellFormed() ?? ""))
    .groupBy("state")
    .execute();
  const none = { waiting: 0, sending: 0, uncertain: 0, sent: 0, dropped: 0 };
  return { ...none, ...Object.fromEntries(rows.map(({ state, alerts }) => [state, Number(alerts)])) };
}

async function dropBefore(db: Kysely<Tables>, iso: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("alerts")
    .where("created_at", "<", iso)
    .where("next_at", "is", null)
    // What is being sent has no time either.
    .where("state", "<>", "sending")
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

async function mendTimes(db: Kysely<Tables>, nowIso: string): Promise<void> {
  const isWrong = (eb: ExpressionBuilder<Tables, "alerts">) =>
    eb.or([
      eb("next_at", ">", shifted(nowIso, LONGEST_WAIT_MS)),
      // It was put off by a clock that was ahead.
      eb.and([eb("next_at", ">", nowIso), eb("attempted_at", ">", shifted(nowIso, CLOCKS_DIFFER_MS))]),
    ]);
  const wrong = await db.selectFrom("alerts").select("id").where(isWrong).limit(1).executeTakeFirst();
  if (wrong === undefined) return;
  await db.updateTable("alerts").set({ next_at: nowIso }).where(isWrong).execute();
}
