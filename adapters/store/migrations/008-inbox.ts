import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("inbox")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("sequence", "integer", (column) => column.notNull())
    .addColumn("origin", "text", (column) => column.notNull())
    .addColumn("origin_location", "text", (column) => column.notNull())
    .addColumn("article_id", "text", (column) => column.notNull())
    .addColumn("path", "text", (column) => column.notNull())
    .addColumn("old", "integer", (column) => column.notNull())
    .addColumn("received_at", "text", (column) => column.notNull())
    // PostgreSQL's name for bytes; SQLite takes any name, and keeps bytes as bytes under each. Last, as it is long.
    .addColumn("bytes", "bytea")
    .execute();
  await db.schema.createIndex("inbox_by_sequence").on("inbox").columns(["sequence", "id"]).execute();
  await db.schema.createIndex("inbox_by_article").on("inbox").columns(["article_id", "sequence", "id"]).execute();
  await db.schema.createIndex("inbox_by_origin").on("inbox").column("origin").execute();
}

export const inbox: Migration = { up };
