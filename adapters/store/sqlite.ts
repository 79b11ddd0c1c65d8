import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { Kysely } from "kysely";
import type { Clock, Logger } from "../../src/ports/runtime.ts";
import type { Store } from "../../src/ports/store.ts";
import { migrate } from "./migrations.ts";
import { sqliteDialect } from "./sqlite-dialect.ts";
import { BUSY_TIMEOUT_MS, sqliteCode, sqliteReason } from "./sqlite-reason.ts";
import { type Around, storeOver } from "./store-over.ts";
import type { Tables } from "./tables.ts";
import { watchFile } from "./watch-file.ts";

/**
 * Opens the database file at `path` as a store. `now` gives milliseconds since 1970. Throws as `openSqliteDatabase` does.
 * Open a file once per process: SQLite waits for another writer on the thread that a writer in here would need too.
 * `services`: of a process that runs long, and is to tell where the file is replaced meanwhile.
 */
export async function openSqliteStore(
  path: string,
  now: () => number,
  services: { readonly clock: Clock; readonly log: Logger } | null = null,
): Promise<Store> {
  const db = await openSqliteDatabase(path);
  const around: Around = (operation) => operation().catch(tellReason(path));
  const store = storeOver(db, { now, around, holdsProcess: true });
  if (services === null) return store;
  const stopWatching = await watchFile(path, services);
  return {
    ...store,
    async close() {
      await stopWatching();
      await store.close();
    },
  };
}

/**
 * Opens the database file at `path` with its tables up to date, making it and its folder where they are missing;
 * ":memory:" is gone on close. Throws an Error that names the path and what to do where it cannot be used.
 */
export async function openSqliteDatabase(path: string): Promise<Kysely<Tables>> {
  let database: Database.Database | undefined;
  try {
    if (path !== ":memory:") {
      mkdirSync(dirname(path), { recursive: true });
    }
    database = new Database(path, { timeout: BUSY_TIMEOUT_MS });
    database.pragma("journal_mode = WAL");
    // What was committed stands after a power cut too, not only after a crash of the process.
    database.pragma("synchronous = FULL");
    database.pragma("foreign_keys = ON");
    const db = new Kysely<Tables>({ dialect: sqliteDialect(database) });
    // One process migrates at a time, whole or not at all.
    database.exec("begin immediate");
    await migrate(db);
    // Even "begin immediate" succeeds on a read-only file: better to hear of it now than with the first article.
    database.exec("savepoint probe; update revision_counter set revision = revision; rollback to probe; release probe");
    database.exec("commit");
    return db;
  } catch (error) {
    // Closing rolls back what was begun.
    database?.close();
    throw new Error(`Cannot open the database ${path}: ${sqliteReason(error)}.`, { cause: error });
  }
}

/** Rejects with a sentence where SQLite could not write, and with anything else as it came. */
function tellReason(path: string): (error: unknown) => never {
  return (error) => {
    if (!sqliteCode(error).startsWith("SQLITE_")) throw error;
    throw new Error(`Cannot write to the database ${path}: ${sqliteReason(error)}.`, { cause: error });
  };
}
