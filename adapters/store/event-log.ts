import { expressionBuilder, type Kysely } from "kysely";
import type { EventLog, StoredEvent } from "../../src/ports/event-log.ts";
import type { WithAttempts } from "./attempts.ts";
import { beginsWith } from "./begins-with.ts";
import { living } from "./membership.ts";
import type { EventsTable, Tables } from "./tables.ts";
import type { UnderWay } from "./under-way.ts";

/** Events over migrated tables; `member` is this process. `now` gives milliseconds since 1970. */
export function eventLog(
  db: Kysely<Tables>,
  underWay: UnderWay,
  now: () => number,
  member: string,
): WithAttempts<EventLog, "claim" | "adopt"> {
  const nowIso = () => new Date(now()).toISOString();
  return {
    claim: (attempt, event) => underWay.track(claimEvent(db, event, { claimed_at: nowIso(), member, attempt })),
    finish: (key) => underWay.track(finish(db, key)),
    orphans: (prefix, limit) => underWay.track(orphans(db, prefix, member, nowIso(), limit)),
    adopt: (attempt, key) => underWay.track(adopt(db, key.toWellFormed(), { member, attempt }, nowIso())),
    dropEventsBefore: (iso, which) => underWay.track(dropBefore(db, iso, which)),
  };
}

/** One statement, so that of several processes the database lets one insert the row. */
export async function claimEvent(
  db: Kysely<Tables>,
  event: StoredEvent,
  claim: Pick<EventsTable, "claimed_at" | "member" | "attempt">,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("events")
    .values({ key: event.key.toWellFormed(), payload: event.payload?.toWellFormed() ?? null, ...claim })
    .onConflict((conflict) =>
      conflict
        .column("key")
        .doUpdateSet((eb) => ({ attempt: eb.ref("excluded.attempt") }))
        .whereRef("events.attempt", "=", "excluded.attempt"),
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

async function finish(db: Kysely<Tables>, key: string): Promise<void> {
  await db.updateTable("events").set({ payload: null }).where("key", "=", key.toWellFormed()).execute();
}

async function orphans(
  db: Kysely<Tables>,
  prefix: string,
  member: string,
  nowIso: string,
  limit: number,
): Promise<StoredEvent[]> {
  return db
    .selectFrom("events")
    .select(["key", "payload"])
    .where("payload", "is not", null)
    .where(isOrphan(db, member, nowIso))
    .where(beginsWith("key", prefix))
    .orderBy("claimed_at")
    .orderBy("key")
    .limit(limit)
    .execute();
}

/** One statement, so that of several processes one has it. */
async function adopt(
  db: Kysely<Tables>,
  key: string,
  by: Pick<EventsTable, "member" | "attempt">,
  nowIso: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("events")
    .set(by)
    .where("key", "=", key)
    .where("payload", "is not", null)
    .where((eb) => eb.or([isOrphan(db, by.member, nowIso), eb("attempt", "=", by.attempt)]))
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

function isOrphan(db: Kysely<Tables>, member: string, nowIso: string) {
  const eb = expressionBuilder<Tables, "events">();
  return eb.and([eb("events.member", "<>", member), eb("events.member", "not in", living(db, nowIso))]);
}

async function dropBefore(db: Kysely<Tables>, iso: string, which: "all" | undefined): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("events")
    .where("claimed_at", "<", iso)
    .$if(which !== "all", (query) => query.where("payload", "is", null))
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
