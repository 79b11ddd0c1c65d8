import { randomUUID } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import type {
  ArticleStore,
  Boilerplate,
  IncomingArticle,
  Origin,
  StoreChanges,
  StoreStatus,
} from "../../src/ports/article-store.ts";
import type { Telling } from "../../src/ports/audience.ts";
import { type Article, type ArticleRow, articleOfRow, emptied, rowOfArticle, sectionsOfRow } from "./article-row.ts";
import { BlockCountChanges } from "./block-counts.ts";
import { inChunks, inSlices } from "./chunks.ts";
import type { Tables } from "./tables.ts";
import { tellAudience } from "./tell-audience.ts";
import type { UnderWay } from "./under-way.ts";

// Queries keep to what SQLite and PostgreSQL share. Sums and counts pass through Number(): PostgreSQL gives text.

// A block is boilerplate in at least this many articles of its source, and in more than one in this many of them.
const boilerplateLeastArticles = 5;
const boilerplateOneIn = 20;

// Marks go by this many revisions at once, after that many more: whoever rests longer builds its index again.
const marksForgottenAtOnce = 1_000;
const marksKept = 100_000;

// Sections are long: this many articles' are in memory at once where a whole origin is removed.
const sectionsAtOnce = 200;

/**
 * Articles over migrated tables. `now` gives milliseconds since 1970. Closing waits for what is under way, then closes
 * `db`.
 */
export function articleStore(db: Kysely<Tables>, underWay: UnderWay, now: () => number): ArticleStore {
  return {
    id: () => underWay.track(storeId(db)),
    origins: () => underWay.track(origins(db)),
    contentHashes: (originName) => underWay.track(contentHashes(db, originName)),
    commit: (origin, changed, removedIds, telling) =>
      underWay.track(
        db.transaction().execute((transaction) => commit(transaction, origin, changed, removedIds, telling, now)),
      ),
    article: (id) => underWay.track(articleOf(db, id)),
    changedSince: (revision, limit) => underWay.track(changedSince(db, revision, limit)),
    mark: () => underWay.track(newestMark(db)),
    remembers: (mark) => underWay.track(remembers(db, mark)),
    boilerplate: () => underWay.track(boilerplate(db)),
    status: () => underWay.track(db.transaction().execute(status)),
    close: async () => {
      await underWay.settled();
      await db.destroy();
    },
  };
}

async function storeId(db: Kysely<Tables>): Promise<string> {
  return (await db.selectFrom("revision_counter").select("store_id").executeTakeFirstOrThrow()).store_id;
}

async function origins(db: Kysely<Tables>): Promise<Origin[]> {
  const rows = await db.selectFrom("origins").select(["name", "location"]).where("removed", "=", 0).execute();
  // Sorted here: the databases differ in collation.
  return rows.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function contentHashes(db: Kysely<Tables>, originName: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("articles")
    .select(["id", "content_hash"])
    .where("origin", "=", originName)
    .where("removed", "=", 0)
    .execute();
  return new Map(rows.map((row) => [row.id, row.content_hash]));
}

async function articleOf(db: Kysely<Tables>, id: string): Promise<Article | null> {
  const row = await db
    .selectFrom("articles")
    .selectAll()
    .where("id", "=", id.toWellFormed())
    .where("removed", "=", 0)
    .executeTakeFirst();
  return row ? articleOfRow(row) : null;
}

/** See the port. In a transaction of the caller. */
export async function commit(
  transaction: Transaction<Tables>,
  origin: Origin,
  changed: readonly IncomingArticle[],
  removedIds: readonly string[],
  telling: Telling | undefined,
  now: () => number,
): Promise<number> {
  return counted(transaction, async (revisionBefore, blockCounts) => {
    await transaction
      .insertInto("origins")
      .values({ name: origin.name, location: origin.location, removed: 0 })
      .onConflict((conflict) =>
        conflict
          .column("name")
          .doUpdateSet((eb) => ({ location: eb.ref("excluded.location"), removed: eb.ref("excluded.removed") })),
      )
      .execute();
    const { revision, added } = await putArticles(transaction, origin.name, changed, revisionBefore, blockCounts);
    if (telling && added.length > 0) await tellAudience(transaction, added, telling, now());
    return removeArticles(transaction, origin.name, removedIds, revision, blockCounts);
  });
}

/**
 * Removes an origin with its articles, in a transaction of the caller. Its row stays, as removed articles refer to it,
 * but it is known no more: the name is free for another location.
 */
export async function removeOrigin(transaction: Transaction<Tables>, name: string): Promise<void> {
  await counted(transaction, async (revisionBefore, blockCounts) => {
    await transaction.updateTable("origins").set({ removed: 1 }).where("name", "=", name).execute();
    const articleIds = [...(await contentHashes(transaction, name)).keys()];
    return removeArticles(transaction, name, articleIds, revisionBefore, blockCounts);
  });
}

/** Runs a change of articles, which gives the newest revision, and writes what it counted. */
async function counted(
  transaction: Transaction<Tables>,
  change: (revisionBefore: number, blockCounts: BlockCountChanges) => Promise<number>,
): Promise<number> {
  // A write comes first: it takes SQLite's write lock before anything is read (a lock asked for later fails at once
  // where another process has written meanwhile), and in PostgreSQL it lets one commit at a time count revisions.
  const counter = await transaction
    .updateTable("revision_counter")
    .set((eb) => ({ revision: eb("revision", "+", 0) }))
    .where("id", "=", 1)
    .returning("revision")
    .executeTakeFirstOrThrow();
  const blockCounts = new BlockCountChanges();
  const revision = await change(counter.revision, blockCounts);
  if (revision > counter.revision) {
    await blockCounts.write(transaction);
    await transaction.updateTable("revision_counter").set({ revision }).where("id", "=", 1).execute();
    await drawMark(transaction, counter.revision, revision);
  }
  return revision;
}

async function drawMark(transaction: Transaction<Tables>, before: number, revision: number): Promise<void> {
  await transaction.insertInto("marks").values({ revision, mark: randomUUID() }).execute();
  if (Math.floor(before / marksForgottenAtOnce) === Math.floor(revision / marksForgottenAtOnce)) return;
  await transaction
    .deleteFrom("marks")
    .where("revision", "<", revision - marksKept)
    .execute();
}

async function newestMark(db: Kysely<Tables>): Promise<string> {
  const newest = db.selectFrom("marks").select("mark").orderBy("revision", "desc").limit(1);
  return (await newest.executeTakeFirstOrThrow()).mark;
}

async function remembers(db: Kysely<Tables>, mark: string): Promise<boolean> {
  // From the newest on, where one that is looked for while all is well stands.
  const found = db.selectFrom("marks").select("revision").where("mark", "=", mark).orderBy("revision", "desc").limit(1);
  return (await found.executeTakeFirst()) !== undefined;
}

async function putArticles(
  transaction: Transaction<Tables>,
  origin: string,
  incoming: readonly IncomingArticle[],
  revisionBefore: number,
  blockCounts: BlockCountChanges,
): Promise<{ revision: number; added: Article[] }> {
  // The last of several with one id stands.
  const byId = new Map(incoming.map((each) => [each.article.id.toWellFormed(), each]));
  const stored = new Map<string, Pick<ArticleRow, "id" | "origin" | "content_hash" | "removed">>();
  await inChunks([...byId.keys()], 1, async (ids) => {
    const rows = await transaction
      .selectFrom("articles")
      .select(["id", "origin", "content_hash", "removed"])
      .where("id", "in", ids)
      .execute();
    for (const row of rows) {
      stored.set(row.id, row);
    }
  });
  for (const [id, each] of byId) {
    const row = stored.get(id);
    if (row !== undefined && row.removed === 0 && row.content_hash === each.contentHash && row.origin === origin) {
      byId.delete(id);
    }
  }

  await subtractStored(transaction, [...byId.keys()], blockCounts);
  let revision = revisionBefore;
  const rows: ArticleRow[] = [];
  for (const each of byId.values()) {
    revision += 1;
    const row = rowOfArticle(origin, each, revision);
    // From the row, so that exactly this is subtracted when the row is replaced.
    blockCounts.add(row.source, sectionsOfRow(row));
    rows.push(row);
  }
  await inChunks(rows, 14, (chunk) =>
    transaction
      .insertInto("articles")
      .values(chunk)
      .onConflict((conflict) =>
        conflict.column("id").doUpdateSet((eb) => ({
          origin: eb.ref("excluded.origin"),
          content_hash: eb.ref("excluded.content_hash"),
          revision: eb.ref("excluded.revision"),
          removed: eb.ref("excluded.removed"),
          source: eb.ref("excluded.source"),
          section_count: eb.ref("excluded.section_count"),
          block_count: eb.ref("excluded.block_count"),
          title: eb.ref("excluded.title"),
          url: eb.ref("excluded.url"),
          published_at: eb.ref("excluded.published_at"),
          lang: eb.ref("excluded.lang"),
          categories: eb.ref("excluded.categories"),
          sections: eb.ref("excluded.sections"),
        })),
      )
      .execute(),
  );
  // One that was removed keeps its row, and is not new when it comes back.
  const added = [...byId].filter(([id]) => !stored.has(id)).map(([, { article }]) => article);
  return { revision, added };
}

async function removeArticles(
  transaction: Transaction<Tables>,
  origin: string,
  removedIds: readonly string[],
  revisionBefore: number,
  blockCounts: BlockCountChanges,
): Promise<number> {
  const standing = new Set<string>();
  await inChunks(removedIds, 1, async (chunk) => {
    const rows = await transaction
      .selectFrom("articles")
      .select("id")
      .where("id", "in", chunk)
      .where("origin", "=", origin)
      .where("removed", "=", 0)
      .execute();
    for (const row of rows) {
      standing.add(row.id);
    }
  });

  const ids = [...new Set(removedIds)].filter((id) => standing.has(id));
  await subtractStored(transaction, ids, blockCounts);
  let revision = revisionBefore;
  for (const id of ids) {
    revision += 1;
    await transaction
      .updateTable("articles")
      .set({ ...emptied, revision })
      .where("id", "=", id)
      .execute();
  }
  return revision;
}

/** Takes what the stored versions of these articles hold off the counts. */
async function subtractStored(
  transaction: Transaction<Tables>,
  articleIds: readonly string[],
  blockCounts: BlockCountChanges,
): Promise<void> {
  await inSlices(articleIds, sectionsAtOnce, async (ids) => {
    const rows = await transaction
      .selectFrom("articles")
      .select(["source", "sections"])
      .where("id", "in", ids)
      .where("removed", "=", 0)
      .execute();
    for (const row of rows) {
      blockCounts.subtract(row.source, sectionsOfRow(row));
    }
  });
}

async function changedSince(db: Kysely<Tables>, revision: number, limit: number): Promise<StoreChanges> {
  if (!(limit >= 1)) {
    throw new RangeError(`changedSince: limit must be at least 1, not ${limit}`);
  }
  const found = await db
    .selectFrom("articles")
    .selectAll()
    .where("revision", ">", revision)
    .orderBy("revision")
    .limit(limit + 1)
    .execute();
  const rows = found.slice(0, limit);
  return {
    articles: rows.filter((row) => row.removed === 0).map(articleOfRow),
    removedIds: rows.filter((row) => row.removed === 1).map((row) => row.id),
    // The newest revision always stands on a row, so nothing lies between the last row and the counter.
    revision: rows.at(-1)?.revision ?? Math.min(revision, await newestRevision(db)),
    more: found.length > limit,
  };
}

async function newestRevision(db: Kysely<Tables>): Promise<number> {
  const row = await db.selectFrom("revision_counter").select("revision").where("id", "=", 1).executeTakeFirstOrThrow();
  return row.revision;
}

function boilerplateRows(db: Kysely<Tables>) {
  return db
    .selectFrom("block_counts")
    .innerJoin(
      db
        .selectFrom("articles")
        .select((eb) => ["source", eb.fn.countAll<number>().as("total")])
        .where("removed", "=", 0)
        .groupBy("source")
        .as("sources"),
      "sources.source",
      "block_counts.source",
    )
    .where("block_counts.articles", ">=", boilerplateLeastArticles)
    .where((eb) => eb(eb("block_counts.articles", "*", boilerplateOneIn), ">", eb.ref("sources.total")));
}

async function boilerplate(db: Kysely<Tables>): Promise<Boilerplate[]> {
  const rows = await boilerplateRows(db)
    .select(["block_counts.source", "block_counts.fingerprint"])
    .orderBy("block_counts.source")
    .orderBy("block_counts.fingerprint")
    .execute();
  const bySource = Map.groupBy(rows, (row) => row.source);
  return [...bySource].map(([source, group]) => ({ source, fingerprints: group.map((row) => row.fingerprint) }));
}

async function status(db: Kysely<Tables>): Promise<StoreStatus> {
  const totals = await db
    .selectFrom("articles")
    .select((eb) => [
      eb.fn.countAll().as("articles"),
      eb.fn.sum("section_count").as("sections"),
      eb.fn.sum("block_count").as("blocks"),
    ])
    .where("removed", "=", 0)
    .executeTakeFirstOrThrow();
  const boilerplateTotal = await boilerplateRows(db)
    .select((eb) => eb.fn.sum("block_counts.occurrences").as("blocks"))
    .executeTakeFirstOrThrow();
  return {
    articles: Number(totals.articles),
    // A sum over no rows is null.
    sections: Number(totals.sections ?? 0),
    revision: await newestRevision(db),
    blocks: Number(totals.blocks ?? 0),
    boilerplateBlocks: Number(boilerplateTotal.blocks ?? 0),
  };
}
