import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("sources")
    .addColumn("name", "text", (column) => column.primaryKey().notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("location", "text", (column) => column.notNull())
    .addColumn("paused", "integer", (column) => column.notNull())
    .addColumn("full_text", "integer", (column) => column.notNull())
    .addColumn("added_at", "text", (column) => column.notNull())
    .execute();

  await db.schema
    .createTable("feed_states")
    .addColumn("source", "text", (column) => column.primaryKey().notNull().references("sources.name"))
    .addColumn("etag", "text")
    .addColumn("last_modified", "text")
    .addColumn("next_at", "text")
    .addColumn("failures", "integer", (column) => column.notNull())
    .addColumn("last_error", "text")
    .addColumn("read_at", "text")
    .addColumn("first_read_at", "text")
    .execute();

  await db.schema
    .createTable("feed_items")
    .addColumn("source", "text", (column) => column.notNull().references("sources.name"))
    .addColumn("key", "text", (column) => column.notNull())
    .addColumn("article_id", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("feed_items_key", ["source", "key"])
    .execute();

  // Removed articles still refer to the origin of a source that was removed.
  await db.schema
    .alterTable("origins")
    .addColumn("removed", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
}

export const sources: Migration = { up };
