import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

// Not from tables.ts: that changes with later migrations, this one must not.
interface CounterTable {
  revision_counter: { id: number; revision: number; store_id: string };
}

async function up(db: Kysely<CounterTable>): Promise<void> {
  await db.schema
    .createTable("origins")
    .addColumn("name", "text", (column) => column.primaryKey().notNull())
    .addColumn("location", "text", (column) => column.notNull())
    .execute();

  // The long columns stand last: SQLite then reads the counts without walking through the text.
  await db.schema
    .createTable("articles")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("origin", "text", (column) => column.notNull().references("origins.name"))
    .addColumn("content_hash", "text", (column) => column.notNull())
    .addColumn("revision", "integer", (column) => column.notNull().unique())
    .addColumn("removed", "integer", (column) => column.notNull())
    .addColumn("source", "text", (column) => column.notNull())
    .addColumn("section_count", "integer", (column) => column.notNull())
    .addColumn("block_count", "integer", (column) => column.notNull())
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("url", "text")
    .addColumn("published_at", "text")
    .addColumn("lang", "text", (column) => column.notNull())
    .addColumn("categories", "text", (column) => column.notNull())
    .addColumn("sections", "text", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("articles_by_origin").on("articles").columns(["origin", "removed"]).execute();
  await db.schema.createIndex("articles_by_source").on("articles").columns(["removed", "source"]).execute();

  await db.schema
    .createTable("block_counts")
    .addColumn("source", "text", (column) => column.notNull())
    .addColumn("fingerprint", "text", (column) => column.notNull())
    .addColumn("articles", "integer", (column) => column.notNull())
    .addColumn("occurrences", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("block_counts_key", ["source", "fingerprint"])
    .execute();

  await db.schema
    .createTable("revision_counter")
    .addColumn("id", "integer", (column) => column.primaryKey().notNull())
    .addColumn("revision", "integer", (column) => column.notNull())
    .addColumn("store_id", "text", (column) => column.notNull())
    .execute();
  await db.insertInto("revision_counter").values({ id: 1, revision: 0, store_id: randomUUID() }).execute();
}

export const articles: Migration = { up };
