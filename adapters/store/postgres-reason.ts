import { messageOf } from "../../src/text/thrown.ts";

/** What a failed operation says of the database. */
export type Trouble =
  /** It is not there, or is just starting or stopping. */
  | "away"
  /** It undid the operation in favour of another one, which may be repeated at once. */
  | "undone";

const AWAY =
  /^(08|57P0[1235]|25P03|53300)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|ENOTFOUND)$/;
/** What pg says of a query that was not answered in time. */
export const SILENT = "Query read timeout";
/** pg has no codes for these. */
const AWAY_MESSAGE =
  /^(Connection terminated|Client (has encountered a connection error|was closed)|timeout exceeded when trying to connect|Query read timeout)/;
const UNDONE = /^(40001|40P01)$/;

/** Null where repeating would not help. */
export function troubleOf(error: unknown): Trouble | null {
  const code = codeOf(error);
  if (UNDONE.test(code)) return "undone";
  return AWAY.test(code) || AWAY_MESSAGE.test(messageOf(error)) ? "away" : null;
}

/** Why PostgreSQL could not be used, and what to do; ends without a full stop, and holds no password. */
export function postgresReason(error: unknown): string {
  const code = codeOf(error);
  if (/^28/.test(code)) return "it does not let this user in. Check user and password, and pg_hba.conf";
  if (code === "3D000") return "there is no such database. Make it with createdb, or name another one";
  if (code === "42P01") {
    return "its tables are missing: it was just made, or is being restored. Wait for the restore; without one, start again, and they are made";
  }
  if (code === "42501") return "this user may not make or write tables there. Let the user own the database";
  if (code === "25006") return "it is read-only, such as a replica. Name the primary server";
  if (/^53100|^ENOSPC/.test(code)) return "its disk is full. Make room, then try again";
  if (/unsupported startup parameter/.test(messageOf(error))) {
    return "the PgBouncer before it refuses time limits. Let it have ignore_startup_parameters = statement_timeout,idle_in_transaction_session_timeout";
  }
  // Whoever stands between has one code for all that is wrong.
  if (code === "08P01") return messageOf(error);
  if (troubleOf(error) === "away") {
    return `no PostgreSQL answers there (${code || messageOf(error)}). Start it, or check the address`;
  }
  return messageOf(error);
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  // Of several addresses of one host, each has failed.
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error && "code" in first ? String(first.code) : "";
}
