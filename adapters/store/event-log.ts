import type { Kysely } from "kysely";
import type { EventLog, StoredEvent } from "../../src/ports/event-log.ts";
import { beginsWith } from "./begins-with.ts";
import type { Tables } from "./tables.ts";
import type { UnderWay } from "./under-way.ts";

/** Events over migrated tables. `now` gives milliseconds since 1970. */
export function eventLog(db: Kysely<Tables>, underWay: UnderWay, now: () => number): EventLog {
  return {
    claim: (event) => underWay.track(claimEvent(db, event, new Date(now()).toISOString())),
    finish: (key) => underWay.track(finish(db, key)),
    unfinished: (prefix, beforeIso) => underWay.track(unfinished(db, prefix, beforeIso)),
    dropEventsBefore: (iso) => underWay.track(dropBefore(db, iso)),
  };
}

/** One statement, so that of several processes the database lets one insert the row. */
export async function claimEvent(db: Kysely<Tables>, event: StoredEvent, claimedAt: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("events")
    .values({
      key: event.key.toWellFormed(),
      claimed_at: claimedAt,
      payload: event.payload?.toWellFormed() ?? null,
    })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

async function finish(db: Kysely<Tables>, key: string): Promise<void> {
  await db.updateTable("events").set({ payload: null }).where("key", "=", key.toWellFormed()).execute();
}

async function unfinished(db: Kysely<Tables>, prefix: string, beforeIso: string): Promise<StoredEvent[]> {
  const rows = await db
    .selectFrom("events")
    .select(["key", "payload"])
    .where("claimed_at", "<", beforeIso)
    .where("payload", "is not", null)
    .where(beginsWith("key", prefix))
    .orderBy("claimed_at")
    .orderBy("key")
    .execute();
  return rows;
}

async function dropBefore(db: Kysely<Tables>, iso: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("events")
    .where("claimed_at", "<", iso)
    .where("payload", "is", null)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
