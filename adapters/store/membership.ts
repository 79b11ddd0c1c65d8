import type { Kysely } from "kysely";
import type { Membership } from "../../src/ports/membership.ts";
import { CLOCKS_DIFFER_MS } from "./clocks-differ.ts";
import { shifted } from "./shifted.ts";
import type { Tables } from "./tables.ts";
import type { UnderWay } from "./under-way.ts";

/** A process that has not shown for so long that it lives is dead. */
const LIVES_MS = 10_000;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** Members over migrated tables; `member` is this process. `now` gives milliseconds since 1970. */
export function membership(db: Kysely<Tables>, underWay: UnderWay, now: () => number, member: string): Membership {
  const nowIso = () => new Date(now()).toISOString();
  const own = (name: string) =>
    db.updateTable("leases").where("name", "=", name.toWellFormed()).where("member", "=", member);
  return {
    beat: () => underWay.track(beat(db, member, new Date(now() + LIVES_MS).toISOString())),
    hold: (name) => underWay.track(hold(db, name.toWellFormed(), member, nowIso())),
    letGo: async (name) => void (await underWay.track(own(name).set({ member: "" }).execute())),
    putNote: async (name, note) => void (await underWay.track(own(name).set({ note: note.toWellFormed() }).execute())),
    note: (name) => underWay.track(noteOf(db, name)),
    leave: () => underWay.track(leave(db, member)),
    outliveOthers: async () =>
      void (await underWay.track(db.deleteFrom("members").where("id", "<>", member).execute())),
  };
}

/** The members that live. */
export function living(db: Kysely<Tables>, nowIso: string) {
  return db.selectFrom("members").select("members.id").where("members.lives_until", ">", nowIso);
}

async function beat(db: Kysely<Tables>, member: string, untilIso: string): Promise<void> {
  await db
    .insertInto("members")
    .values({ id: member, lives_until: untilIso })
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet((eb) => ({ lives_until: eb.ref("excluded.lives_until") })),
    )
    .execute();
  // A clock that was ahead wrote it. Who lives says so again in time; who died would hold its leases until that day.
  await db
    .updateTable("members")
    .set({ lives_until: untilIso })
    .where("lives_until", ">", shifted(untilIso, CLOCKS_DIFFER_MS))
    .execute();
  // Nobody asks for those who died long ago.
  await db.deleteFrom("members").where("lives_until", "<", shifted(untilIso, -DAY_MS)).execute();
}

/** One statement, so that of several processes the database lets one have it. */
async function hold(db: Kysely<Tables>, name: string, member: string, nowIso: string): Promise<boolean> {
  const rows = await db
    .insertInto("leases")
    .values({ name, member })
    .onConflict((conflict) =>
      conflict
        .column("name")
        .doUpdateSet({ member })
        .where((eb) => eb.or([eb("leases.member", "=", member), eb("leases.member", "not in", living(db, nowIso))])),
    )
    .returning("name")
    .execute();
  return rows.length === 1;
}

async function noteOf(db: Kysely<Tables>, name: string): Promise<string | null> {
  const row = await db.selectFrom("leases").select("note").where("name", "=", name.toWellFormed()).executeTakeFirst();
  return row?.note ?? null;
}

async function leave(db: Kysely<Tables>, member: string): Promise<void> {
  await db.deleteFrom("members").where("id", "=", member).execute();
  await db.updateTable("leases").set({ member: "" }).where("member", "=", member).execute();
}
