import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import type { Store } from "../../src/ports/store.ts";
import { articleStore } from "./article-store.ts";
import { feedbackStore } from "./feedback-store.ts";
import { migrate } from "./migrations.ts";
import type { Tables } from "./tables.ts";
import { UnderWay } from "./under-way.ts";

const busyTimeoutMs = 5_000;

/**
 * Opens the database file at `path`, making it and its folder where they are missing; ":memory:" is gone on close.
 * Throws an Error that names the path and what to do where it cannot be used.
 * Open a file once per process: SQLite waits for another writer on the thread that a writer in here would need too.
 */
export async function openSqliteStore(path: string): Promise<Store> {
  let database: Database.Database | undefined;
  try {
    if (path !== ":memory:") {
      mkdirSync(dirname(path), { recursive: true });
    }
    database = new Database(path, { timeout: busyTimeoutMs });
    database.pragma("journal_mode = WAL");
    // What was committed stands after a power cut too, not only after a crash of the process.
    database.pragma("synchronous = FULL");
    database.pragma("foreign_keys = ON");
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
    // One process migrates at a time, whole or not at all.
    database.exec("begin immediate");
    await migrate(db);
    // Even "begin immediate" succeeds on a read-only file: better to hear of it now than with the first article.
    database.exec("savepoint probe; update revision_counter set revision = revision; rollback to probe; release probe");
    database.exec("commit");
    const underWay = new UnderWay();
    return { ...articleStore(db, underWay), ...feedbackStore(db, underWay) };
  } catch (error) {
    // Closing rolls back what was begun.
    database?.close();
    throw new Error(`Cannot open the database ${path}: ${reasonOf(error)}.`, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) {
    return "it is not an SQLite database, or it is damaged. Name another file, or put a backup in its place";
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return `another program has held it locked for ${busyTimeoutMs / 1000} s. Stop that program, then try again`;
  }
  if (/^SQLITE_READONLY|^EROFS/.test(code)) {
    return "it is read-only. Make the file and its folder writable, or name another file";
  }
  if (/^SQLITE_(CANTOPEN|PERM|AUTH)|^(EACCES|EPERM|EEXIST|ENOTDIR|EISDIR)/.test(code)) {
    return "it cannot be opened or made. Check that it is a file in a folder this user may write to";
  }
  if (/^SQLITE_FULL|^ENOSPC/.test(code)) {
    return "the disk is full. Make room, then try again";
  }
  return error instanceof Error ? error.message : String(error);
}
