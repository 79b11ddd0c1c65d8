import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { type Kysely, sql, type Transaction } from "kysely";
import { inChunks } from "./chunks.ts";
import { dataLockOf, holdDataLock } from "./data-lock.ts";
import { openPostgresDatabase, placeOf } from "./postgres.ts";
import { openSqliteDatabase } from "./sqlite.ts";
import type { Tables } from "./tables.ts";

type Row = Readonly<Record<string, unknown>>;
type AnyTables = Record<string, Record<string, unknown>>;

interface MovedTable {
  /** What its rows are read by, in order; unique. */
  readonly key: readonly string[];
  /** Some rows are long. */
  readonly rowsAtOnce: number;
}

const SHORT = 1_000;
const LONG = 50;

/** Tables before those that refer to them. What only running processes need is not carried over. */
const MOVED = {
  revision_counter: { key: ["id"], rowsAtOnce: SHORT },
  marks: { key: ["revision"], rowsAtOnce: SHORT },
  origins: { key: ["name"], rowsAtOnce: SHORT },
  articles: { key: ["id"], rowsAtOnce: LONG },
  block_counts: { key: ["source", "fingerprint"], rowsAtOnce: SHORT },
  feedback: { key: ["key"], rowsAtOnce: SHORT },
  exchanges: { key: ["id"], rowsAtOnce: LONG },
  events: { key: ["key"], rowsAtOnce: SHORT },
  settings: { key: ["place", "name"], rowsAtOnce: SHORT },
  installations: { key: ["key"], rowsAtOnce: SHORT },
  sources: { key: ["name"], rowsAtOnce: SHORT },
  feed_states: { key: ["source"], rowsAtOnce: SHORT },
  feed_items: { key: ["source", "key"], rowsAtOnce: SHORT },
  inbox: { key: ["id"], rowsAtOnce: LONG },
  jobs: { key: ["name", "id"], rowsAtOnce: SHORT },
  subscription_counter: { key: ["id"], rowsAtOnce: SHORT },
  subscriptions: { key: ["id"], rowsAtOnce: SHORT },
  alert_counter: { key: ["id"], rowsAtOnce: SHORT },
  alerts: { key: ["id"], rowsAtOnce: SHORT },
  stories: { key: ["key"], rowsAtOnce: SHORT },
  members: null,
  leases: null,
  alert_channels: null,
} as const satisfies Record<keyof Tables, MovedTable | null>;

/** A store makes a row of these itself. */
const COUNTERS: ReadonlySet<string> = new Set(["revision_counter", "marks", "subscription_counter", "alert_counter"]);

interface Content {
  readonly rows: number;
  /** The same for the same rows in whatever order, as databases sort differently. */
  readonly hash: bigint;
}

interface Moving {
  readonly now: () => number;
  onTable(table: string, rows: number): void;
}

/** See the port. */
export async function moveStore(
  from: string,
  to: string,
  { now, onTable }: Moving,
): Promise<"moved" | "there already"> {
  if (from === to) throw new Error("Both addresses are the same. Name the store to move, and an empty one.");
  const source = await openAt(from, "from");
  try {
    const target = await openAt(to, "to");
    try {
      for (const side of [source, target]) await refuseRunning(side, new Date(now()).toISOString());
      return await source.db
        .transaction()
        .execute(async (read) =>
          target.db.transaction().execute((write) => carryOver(anyOf(read), anyOf(write), target.name, onTable)),
        );
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

interface Side {
  readonly name: string;
  readonly db: Kysely<Tables>;
  close(): Promise<void>;
}

async function openAt(address: string, side: "from" | "to"): Promise<Side> {
  if (/^postgres(ql)?:\/\//.test(address) && URL.canParse(address)) {
    const db = await openPostgresDatabase(address);
    return { name: placeOf(address), db, close: () => db.destroy() };
  }
  const path = /^sqlite:(.+)$/.exec(address)?.[1];
  if (path === undefined) {
    throw new Error(`--${side} must be sqlite:PATH or postgres://user:password@host:5432/database.`);
  }
  if (side === "from" && !existsSync(path)) throw new Error(`There is no database ${path}.`);
  const lock = holdDataLock(dataLockOf(path));
  if (lock === null) throw new Error(`A PolicyDesk is running on the data beside ${path}. Stop it first.`);
  const release = async () => lock.release();
  const db = await openSqliteDatabase(path).catch(async (error: unknown) => {
    await release();
    throw error;
  });
  return { name: path, db, close: () => db.destroy().finally(release) };
}

/** What they still write would be lost. */
async function refuseRunning({ name, db }: Side, nowIso: string): Promise<void> {
  const running = await db.selectFrom("members").select("id").where("lives_until", ">", nowIso).execute();
  if (running.length === 0) return;
  throw new Error(
    `${running.length} processes of PolicyDesk run on ${name}. Stop them, and try again 10 seconds later.`,
  );
}

async function carryOver(
  read: Transaction<AnyTables>,
  write: Transaction<AnyTables>,
  targetName: string,
  onTable: Moving["onTable"],
): Promise<"moved" | "there already"> {
  const tables = Object.entries<MovedTable | null>(MOVED).flatMap(([name, how]) => (how ? [{ name, ...how }] : []));
  const isNew = await isUnused(write, tables);
  if (!isNew && !(await isSameStore(read, write))) {
    throw new Error(`The database ${targetName} holds another store. Name an empty one.`);
  }
  for (const table of tables) {
    if (isNew && COUNTERS.has(table.name)) await write.deleteFrom(table.name).execute();
    const content = await contentOf(read, table, async (rows) => {
      if (isNew) await insert(write, table.name, rows);
    });
    const arrived = await contentOf(write, table, async () => {});
    if (arrived.rows !== content.rows || arrived.hash !== content.hash) {
      throw new Error(
        isNew
          ? `The table ${table.name} did not arrive as it was (${content.rows} rows, ${arrived.rows} arrived). Nothing was moved.`
          : `The database ${targetName} holds this store already, but in another state (${table.name}): one of them was used since. Name an empty database.`,
      );
    }
    onTable(table.name, content.rows);
  }
  return isNew ? "moved" : "there already";
}

async function isUnused(db: Transaction<AnyTables>, tables: readonly { readonly name: string }[]): Promise<boolean> {
  for (const { name } of tables) {
    if (COUNTERS.has(name)) continue;
    const row = await db.selectFrom(name).select(sql`1`.as("one")).limit(1).executeTakeFirst();
    if (row !== undefined) return false;
  }
  return true;
}

async function isSameStore(read: Transaction<AnyTables>, write: Transaction<AnyTables>): Promise<boolean> {
  const [source, target] = await Promise.all(
    [read, write].map((db) => db.selectFrom("revision_counter").select("store_id").executeTakeFirst()),
  );
  return source?.["store_id"] === target?.["store_id"];
}

/** Reads a table whole, some rows at a time. */
async function contentOf(
  db: Transaction<AnyTables>,
  { name, key, rowsAtOnce }: MovedTable & { readonly name: string },
  onRows: (rows: readonly Row[]) => Promise<void>,
): Promise<Content> {
  let content: Content = { rows: 0, hash: 0n };
  for (let last: Row | undefined; ; ) {
    const after = last;
    const rows = (await inOrder(db.selectFrom(name).selectAll(), key)
      .$if(after !== undefined, (query) =>
        query.where(
          sql<boolean>`(${sql.join(key.map((each) => sql.ref(each)))}) > (${sql.join(key.map((each) => after?.[each]))})`,
        ),
      )
      .limit(rowsAtOnce)
      .execute()) as Row[];
    await onRows(rows);
    const hash = rows.reduce((sum, row) => BigInt.asUintN(128, sum + hashOf(row)), content.hash);
    content = { rows: content.rows + rows.length, hash };
    last = rows.at(-1);
    if (rows.length < rowsAtOnce) return content;
  }
}

function inOrder<Query extends { orderBy(column: string): Query }>(query: Query, key: readonly string[]): Query {
  return key.reduce((ordered, each) => ordered.orderBy(each), query);
}

async function insert(db: Transaction<AnyTables>, table: string, rows: readonly Row[]): Promise<void> {
  await inChunks(rows, Object.keys(rows[0] ?? {}).length, (chunk) => db.insertInto(table).values(chunk).execute());
}

/** PostgreSQL keeps U+0000 in no text, and its store writes U+FFFD in its place. */
function hashOf(row: Row): bigint {
  const values = Object.entries(row)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([column, value]) => [column, value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value]);
  const text = JSON.stringify(values).replaceAll("\\u0000", "\ufffd");
  return BigInt(`0x${createHash("sha256").update(text).digest("hex").slice(0, 32)}`);
}

function anyOf(db: Transaction<Tables>): Transaction<AnyTables> {
  return db as unknown as Transaction<AnyTables>;
}
