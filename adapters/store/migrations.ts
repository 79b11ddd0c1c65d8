import type { Kysely } from "kysely";
import { DEFAULT_MIGRATION_TABLE, type Migration, Migrator } from "kysely/migration";
import { articles } from "./migrations/001-articles.ts";
import { feedback } from "./migrations/002-feedback.ts";
import { exchanges } from "./migrations/003-exchanges.ts";
import { events } from "./migrations/004-events.ts";
import { settings } from "./migrations/005-settings.ts";
import { installations } from "./migrations/006-installations.ts";
import { sources } from "./migrations/007-sources.ts";
import { inbox } from "./migrations/008-inbox.ts";
import { jobs } from "./migrations/009-jobs.ts";
import { subscriptions } from "./migrations/010-subscriptions.ts";
import { alerts } from "./migrations/011-alerts.ts";
import { failingFeeds } from "./migrations/012-failing-feeds.ts";
import { processes } from "./migrations/013-processes.ts";
import { noSnapshots } from "./migrations/014-no-snapshots.ts";
import { marks } from "./migrations/015-marks.ts";
import { counted } from "./migrations/016-counted.ts";
import type { Tables } from "./tables.ts";

// Order is the order of names. Add new ones at the end; one that has been released never changes.
const migrations: Record<string, Migration> = {
  "001-articles": articles,
  "002-feedback": feedback,
  "003-exchanges": exchanges,
  "004-events": events,
  "005-settings": settings,
  "006-installations": installations,
  "007-sources": sources,
  "008-inbox": inbox,
  "009-jobs": jobs,
  "010-subscriptions": subscriptions,
  "011-alerts": alerts,
  "012-failing-feeds": failingFeeds,
  "013-processes": processes,
  "014-no-snapshots": noSnapshots,
  "015-marks": marks,
  "016-counted": counted,
};

/**
 * Brings the tables up to date. Safe to run twice.
 * Throws where the database was made by a newer version, which this one could only damage.
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const unknown = (await appliedNames(db)).filter((name) => !(name in migrations));
  if (unknown.length > 0) {
    throw new Error(
      `it was written by a newer version of PolicyDesk (unknown to this one: ${unknown.join(", ")}). ` +
        "Update PolicyDesk, or use another database",
    );
  }
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest();
  if (error !== undefined) {
    throw error;
  }
}

async function appliedNames(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === DEFAULT_MIGRATION_TABLE)) {
    return [];
  }
  const rows = await (db as unknown as Kysely<Record<typeof DEFAULT_MIGRATION_TABLE, { name: string }>>)
    .selectFrom(DEFAULT_MIGRATION_TABLE)
    .select("name")
    .orderBy("name")
    .execute();
  return rows.map((row) => row.name);
}
