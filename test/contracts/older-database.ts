import Database from "better-sqlite3";
import { Kysely } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { articles } from "../../adapters/store/migrations/001-articles.ts";
import { feedback } from "../../adapters/store/migrations/002-feedback.ts";
import { exchanges } from "../../adapters/store/migrations/003-exchanges.ts";
import { events } from "../../adapters/store/migrations/004-events.ts";
import { settings } from "../../adapters/store/migrations/005-settings.ts";
import { installations } from "../../adapters/store/migrations/006-installations.ts";
import { sources } from "../../adapters/store/migrations/007-sources.ts";
import { inbox } from "../../adapters/store/migrations/008-inbox.ts";
import { jobs } from "../../adapters/store/migrations/009-jobs.ts";
import { sqliteDialect } from "../../adapters/store/sqlite-dialect.ts";

const released: Record<string, Migration> = {
  "001-articles": articles,
  "002-feedback": feedback,
  "003-exchanges": exchanges,
  "004-events": events,
  "005-settings": settings,
  "006-installations": installations,
  "007-sources": sources,
  "008-inbox": inbox,
  "009-jobs": jobs,
};

export const olderVersions: readonly string[] = Object.keys(released);

/** A database as the version made it whose last migration was `last`; to be closed by the caller. */
export async function makeOlderDatabase(path: string, last: string): Promise<Database.Database> {
  const database = new Database(path);
  const migrations = Object.fromEntries(Object.entries(released).filter(([name]) => name <= last));
  const db = new Kysely<unknown>({ dialect: sqliteDialect(database) });
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest();
  if (error !== undefined) throw error;
  return database;
}
