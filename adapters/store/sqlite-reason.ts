import { messageOf } from "../../src/text/thrown.ts";
/** SQLite waits this long for another writer. */
export const BUSY_TIMEOUT_MS = 5_000;

/** Why SQLite or its file could not be used, and what to do; ends without a full stop. */
export function sqliteReason(error: unknown): string {
  const code = sqliteCode(error);
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) {
    return "it is not an SQLite database, or it is damaged. Name another file, or put a backup in its place";
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return `another program has held it locked for ${BUSY_TIMEOUT_MS / 1000} s. Stop that program, then try again`;
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
  return messageOf(error);
}

/** The error's code; empty where it has none. */
export function sqliteCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
