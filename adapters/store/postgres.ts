import { Kysely, sql } from "kysely";
import { type Client, Pool, type PoolClient, type PoolConfig } from "pg";
import type { Clock, Logger } from "../../src/ports/runtime.ts";
import type { Store } from "../../src/ports/store.ts";
import { messageOf } from "../../src/text/thrown.ts";
import { migrate } from "./migrations.ts";
import { patiently } from "./patience.ts";
import { NulFreePostgres } from "./postgres-dialect.ts";
import { postgresReason, SILENT, troubleOf } from "./postgres-reason.ts";
import { storeOver } from "./store-over.ts";
import type { Tables } from "./tables.ts";

const CONNECT_WITHIN_MS = 5_000;
const STATEMENT_WITHIN_MS = 30_000;
/** The server gives up before; this is for one that says nothing any more. */
const ANSWER_WITHIN_MS = 40_000;
const IDLE_IN_TRANSACTION_MS = 60_000;
/** 14.0, as `server_version_num` writes it. */
const OLDEST_VERSION = 140_000;

interface PostgresOptions {
  /** postgres://user:password@host:port/database. */
  readonly url: string;
  /** Connections at most. */
  readonly poolSize: number;
}

/**
 * Opens a database as a store. Waits some seconds for a server that is starting. Throws an Error that names the place,
 * without its password, and what to do.
 */
export async function openPostgresStore(
  { url, poolSize }: PostgresOptions,
  clock: Pick<Clock, "now" | "sleep">,
  log?: Logger,
): Promise<Store> {
  const around = patiently(clock, placeOf(url), log);
  await around(() => prepare(url));
  const db = connect(url, {
    max: poolSize,
    statement_timeout: STATEMENT_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  });
  return storeOver(db, { now: clock.now, around, holdsProcess: false });
}

/** Opens a database with its tables up to date, without time limits. Throws as `openPostgresStore` does, at once. */
export async function openPostgresDatabase(url: string): Promise<Kysely<Tables>> {
  try {
    await prepare(url);
  } catch (error) {
    if (troubleOf(error) === null) throw error;
    throw new Error(`Cannot use the database ${placeOf(url)}: ${postgresReason(error)}.`, { cause: error });
  }
  return connect(url, { max: 1 });
}

/** Brings the tables up to date; of several processes, one at a time does. A migration takes as long as it takes. */
async function prepare(url: string): Promise<void> {
  const db = connect(url, { max: 2 });
  try {
    const { rows } = await sql<{ version: string }>`select current_setting('server_version_num') as version`.execute(
      db,
    );
    const version = Number(rows[0]?.version);
    if (version < OLDEST_VERSION) {
      throw new Error(`it is PostgreSQL ${Math.floor(version / 10_000)}, but 14 is the oldest that will do`);
    }
    await migrate(db);
  } catch (error) {
    if (troubleOf(error) !== null) throw error;
    throw new Error(`Cannot open the database ${placeOf(url)}: ${postgresReason(error)}.`, { cause: error });
  } finally {
    await db.destroy();
  }
}

/** PostgreSQL at an address, as it is. */
function connect(url: string, limits: PoolConfig): Kysely<Tables> {
  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    keepAlive: true,
    application_name: "policydesk",
    ...limits,
  });
  // A connection that breaks is replaced by another one; whoever used it is told by what it was used for.
  pool.on("error", () => {});
  pool.on("connect", (client) => {
    client.on("error", () => {});
    endWhereSilent(client);
  });
  return new Kysely<Tables>({ dialect: new NulFreePostgres({ pool }) });
}

/**
 * A server that did not answer in time may still carry out what it was asked, such as a BEGIN: what the next one asks
 * over this connection would be part of that, and undone. pg gives the connection back to the pool; so it is ended.
 */
function endWhereSilent(client: PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const asked = (...args: unknown[]) => {
    const answer = query(...args);
    if (answer instanceof Promise) {
      answer.catch((error: unknown) => {
        if (messageOf(error) === SILENT) (client as unknown as Client).end().catch(() => {});
      });
    }
    return answer;
  };
  client.query = asked as typeof client.query;
}

/** Without user and password. */
export function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
