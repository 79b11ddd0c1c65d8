import type { Selectable } from "kysely";
import type { StoredAlert } from "../../src/ports/alert-store.ts";
import type { AlertsTable } from "./tables.ts";

export type AlertRow = Selectable<AlertsTable>;

export function alertOfRow(row: AlertRow): StoredAlert {
  return {
    id: row.id,
    channel: row.channel,
    place: row.place,
    locale: row.locale as StoredAlert["locale"],
    subscriptionId: row.subscription_id,
    story: row.story,
    about: JSON.parse(row.about),
    state: row.state as StoredAlert["state"],
    attempts: row.attempts,
    uncertainSince: row.uncertain_since,
    nextAt: row.next_at,
    messageRef: row.message_ref,
    createdAt: row.created_at,
  };
}
