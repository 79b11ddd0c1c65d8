import type { Transaction } from "kysely";
import type { NewAlert } from "../../src/ports/alert-store.ts";
import { inChunks } from "./chunks.ts";
import type { Tables } from "./tables.ts";
import { wellFormedJson } from "./well-formed-json.ts";

const COLUMNS = 12;

/** Puts alerts into the outbox, but those that their channels heard of already. In a transaction of the caller. */
export async function putAlerts(
  transaction: Transaction<Tables>,
  alerts: readonly NewAlert[],
  nowIso: string,
): Promise<void> {
  if (alerts.length === 0) return;
  let sequence = await takeSequences(transaction, alerts.length);
  await inChunks(alerts, COLUMNS, (chunk) =>
    transaction
      .insertInto("alerts")
      .values(chunk.map((alert) => rowOf(alert, sequence++, nowIso)))
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
}

/** The first of as many that nobody else gets. A write, so that it may come first in a transaction. */
async function takeSequences(transaction: Transaction<Tables>, count: number): Promise<number> {
  const { sequence } = await transaction
    .updateTable("alert_counter")
    .set((eb) => ({ sequence: eb("sequence", "+", count) }))
    .where("id", "=", 1)
    .returning("sequence")
    .executeTakeFirstOrThrow();
  return sequence - count + 1;
}

function rowOf(alert: NewAlert, sequence: number, nowIso: string) {
  return {
    id: alert.id.toWellFormed(),
    sequence,
    channel: alert.channel.toWellFormed(),
    place: alert.place.toWellFormed(),
    locale: alert.locale,
    subscription_id: alert.subscriptionId?.toWellFormed() ?? null,
    story: alert.story.toWellFormed(),
    state: "waiting",
    attempts: 0,
    next_at: nowIso,
    created_at: nowIso,
    about: wellFormedJson(alert.about),
  };
}
