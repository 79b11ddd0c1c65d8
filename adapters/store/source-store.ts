import type { Kysely, Selectable, Transaction } from "kysely";
import type { FeedItemKey, FeedState, Source, SourceStore } from "../../src/ports/source-store.ts";
import { removeOrigin } from "./article-store.ts";
import { inChunks } from "./chunks.ts";
import { settleOrigin } from "./inbox-store.ts";
import type { SourcesTable, Tables } from "./tables.ts";
import type { UnderWay } from "./under-way.ts";

/** Sources over migrated tables. */
export function sourceStore(db: Kysely<Tables>, underWay: UnderWay): SourceStore {
  return {
    putSource: (source) => underWay.track(db.transaction().execute((transaction) => putSource(transaction, source))),
    sources: () => underWay.track(sources(db)),
    removeSource: (name) =>
      underWay.track(db.transaction().execute((transaction) => removeSource(transaction, name.toWellFormed()))),
    publicationsOf: (name) => underWay.track(publicationsOf(db, name)),
    feedState: (name) => underWay.track(feedState(db, name)),
    putFeedState: (name, state) =>
      underWay.track(db.transaction().execute((transaction) => putFeedState(transaction, name.toWellFormed(), state))),
    articleOfItem: (source, keys) => underWay.track(articleOfItem(db, source, keys)),
    putItemKeys: (keys) => underWay.track(db.transaction().execute((transaction) => putItemKeys(transaction, keys))),
  };
}

async function putSource(transaction: Transaction<Tables>, source: Source): Promise<void> {
  const name = source.name.toWellFormed();
  const location = source.location.toWellFormed();
  // What another address said does not hold here: an ETag of it would hide everything.
  await transaction
    .deleteFrom("feed_states")
    .where("source", "in", (eb) =>
      eb.selectFrom("sources").select("name").where("name", "=", name).where("location", "<>", location),
    )
    .execute();
  await transaction
    .insertInto("sources")
    .values({
      name,
      kind: source.kind,
      location,
      paused: source.paused ? 1 : 0,
      full_text: source.fullText ? 1 : 0,
      added_at: source.addedAt,
    })
    .onConflict((conflict) =>
      conflict.column("name").doUpdateSet((eb) => ({
        kind: eb.ref("excluded.kind"),
        location: eb.ref("excluded.location"),
        paused: eb.ref("excluded.paused"),
        full_text: eb.ref("excluded.full_text"),
        added_at: eb.ref("excluded.added_at"),
      })),
    )
    .execute();
}

async function sources(db: Kysely<Tables>): Promise<Source[]> {
  const rows = await db.selectFrom("sources").selectAll().execute();
  // Sorted here: the databases differ in collation.
  return rows.map(sourceOfRow).sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function removeSource(transaction: Transaction<Tables>, name: string): Promise<void> {
  await transaction.deleteFrom("feed_items").where("source", "=", name).execute();
  await transaction.deleteFrom("feed_states").where("source", "=", name).execute();
  const { numDeletedRows } = await transaction.deleteFrom("sources").where("name", "=", name).executeTakeFirstOrThrow();
  // Articles that no source brought are not its own.
  if (numDeletedRows === 0n) return;
  // Or it would bring articles back.
  await settleOrigin(transaction, name);
  await removeOrigin(transaction, name);
}

async function publicationsOf(db: Kysely<Tables>, name: string): Promise<string[]> {
  const rows = await db
    .selectFrom("articles")
    .select("source")
    .distinct()
    .where("origin", "=", name.toWellFormed())
    .where("removed", "=", 0)
    .execute();
  // Sorted here: the databases differ in collation.
  return rows.map((row) => row.source).sort();
}

async function feedState(db: Kysely<Tables>, name: string): Promise<FeedState | null> {
  const row = await db
    .selectFrom("feed_states")
    .selectAll()
    .where("source", "=", name.toWellFormed())
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    etag: row.etag,
    lastModified: row.last_modified,
    nextAt: row.next_at,
    failures: row.failures,
    lastError: row.last_error,
    readAt: row.read_at,
    firstReadAt: row.first_read_at,
    failingSince: row.failing_since,
    warnedAt: row.warned_at,
  };
}

async function putFeedState(transaction: Transaction<Tables>, source: string, state: FeedState): Promise<void> {
  if (!(await holdSource(transaction, source))) return;
  await transaction
    .insertInto("feed_states")
    .values({
      source,
      etag: state.etag?.toWellFormed() ?? null,
      last_modified: state.lastModified?.toWellFormed() ?? null,
      next_at: state.nextAt,
      failures: state.failures,
      last_error: state.lastError?.toWellFormed() ?? null,
      read_at: state.readAt,
      first_read_at: state.firstReadAt,
      failing_since: state.failingSince,
      warned_at: state.warnedAt,
    })
    .onConflict((conflict) =>
      conflict.column("source").doUpdateSet((eb) => ({
        etag: eb.ref("excluded.etag"),
        last_modified: eb.ref("excluded.last_modified"),
        next_at: eb.ref("excluded.next_at"),
        failures: eb.ref("excluded.failures"),
        last_error: eb.ref("excluded.last_error"),
        read_at: eb.ref("excluded.read_at"),
        first_read_at: eb.ref("excluded.first_read_at"),
        failing_since: eb.ref("excluded.failing_since"),
        warned_at: eb.ref("excluded.warned_at"),
      })),
    )
    .execute();
}

async function articleOfItem(db: Kysely<Tables>, source: string, keys: readonly string[]): Promise<string | null> {
  const wanted = keys.map((key) => key.toWellFormed());
  const articleIds = new Map<string, string>();
  await inChunks(wanted, 1, async (chunk) => {
    const rows = await db
      .selectFrom("feed_items")
      .select(["key", "article_id"])
      .where("source", "=", source.toWellFormed())
      .where("key", "in", chunk)
      .execute();
    for (const row of rows) articleIds.set(row.key, row.article_id);
  });
  // Where they lead to several, the key that was named first decides.
  const known = wanted.find((key) => articleIds.has(key));
  return known === undefined ? null : (articleIds.get(known) ?? null);
}

async function putItemKeys(transaction: Transaction<Tables>, keys: readonly FeedItemKey[]): Promise<void> {
  const rows = keys.map(({ source, key, articleId }) => ({
    source: source.toWellFormed(),
    key: key.toWellFormed(),
    article_id: articleId.toWellFormed(),
  }));
  for (const [source, own] of Map.groupBy(rows, (row) => row.source)) {
    if (!(await holdSource(transaction, source))) continue;
    await inChunks(own, 3, (chunk) =>
      transaction
        .insertInto("feed_items")
        .values(chunk)
        .onConflict((conflict) => conflict.columns(["source", "key"]).doNothing())
        .execute(),
    );
  }
}

/**
 * Whether there is such a source; it then stays until the transaction ends. A source may be removed while it is read:
 * what is learned of it after that must not wait for the next one of this name.
 */
async function holdSource(transaction: Transaction<Tables>, name: string): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable("sources")
    .set((eb) => ({ name: eb.ref("name") }))
    .where("name", "=", name)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

function sourceOfRow(row: Selectable<SourcesTable>): Source {
  return {
    name: row.name,
    kind: row.kind as Source["kind"],
    location: row.location,
    paused: row.paused === 1,
    fullText: row.full_text === 1,
    addedAt: row.added_at,
  };
}
