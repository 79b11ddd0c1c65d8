import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { sqliteCode, sqliteReason } from "./sqlite-reason.ts";

/** A bot that was just told to stop may still be at it. */
const WAIT_MS = 1_500;

/** Where the lock on a database file, and on all beside it, lies. */
export function dataLockOf(databaseFile: string): string {
  return join(dirname(databaseFile), "running.lock");
}

/**
 * Holds a lock until the process ends, however it ends: SQLite's file locks are the system's, and go with the process.
 * Its own file, so that command-line tools still read and write the store. Null where another process holds it.
 * Throws an Error that names the path where it cannot be made.
 */
export function holdDataLock(path: string, waitMs = WAIT_MS): { release(): void } | null {
  let database: Database.Database | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    database = new Database(path, { timeout: waitMs });
    // No journal file that a kill would leave behind.
    database.pragma("journal_mode = memory");
    database.exec("begin exclusive");
    const held = database;
    return { release: () => held.close() };
  } catch (error) {
    database?.close();
    if (/^SQLITE_(BUSY|LOCKED)/.test(sqliteCode(error))) return null;
    throw new Error(`Cannot make the lock file ${path}: ${sqliteReason(error)}.`, { cause: error });
  }
}
