import type { Kysely, Transaction } from "kysely";
import type { SettingStore, StoredSetting } from "../../src/ports/setting-store.ts";
import { inChunks } from "./chunks.ts";
import type { Tables } from "./tables.ts";
import type { UnderWay } from "./under-way.ts";

/** Settings over migrated tables. */
export function settingStore(db: Kysely<Tables>, underWay: UnderWay): SettingStore {
  return {
    settings: (place) => underWay.track(settingsOf(db, place)),
    putSettings: (place, settings) =>
      underWay.track(db.transaction().execute((transaction) => putSettings(transaction, place, settings))),
    dropSettings: (place) => underWay.track(dropSettings(db, place)),
  };
}

async function settingsOf(db: Kysely<Tables>, place: string): Promise<StoredSetting[]> {
  const rows = await db.selectFrom("settings").selectAll().where("place", "=", place.toWellFormed()).execute();
  return rows
    .map((row) => ({ name: row.name, value: row.value, changedAt: row.changed_at, changedBy: row.changed_by }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function putSettings(
  transaction: Transaction<Tables>,
  place: string,
  settings: readonly StoredSetting[],
): Promise<void> {
  const rows = settings.map((setting) => ({
    place: place.toWellFormed(),
    name: setting.name.toWellFormed(),
    value: setting.value.toWellFormed(),
    changed_at: setting.changedAt,
    changed_by: setting.changedBy.toWellFormed(),
  }));
  // The last of several with one name stands; PostgreSQL takes a row once in a statement.
  const byName = new Map(rows.map((row) => [row.name, row]));
  await inChunks([...byName.values()], 5, (chunk) =>
    transaction
      .insertInto("settings")
      .values(chunk)
      .onConflict((conflict) =>
        conflict.columns(["place", "name"]).doUpdateSet((eb) => ({
          value: eb.ref("excluded.value"),
          changed_at: eb.ref("excluded.changed_at"),
          changed_by: eb.ref("excluded.changed_by"),
        })),
      )
      .execute(),
  );
}

async function dropSettings(db: Kysely<Tables>, place: string): Promise<void> {
  await db.deleteFrom("settings").where("place", "=", place.toWellFormed()).execute();
}
