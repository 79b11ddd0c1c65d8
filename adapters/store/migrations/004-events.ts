import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("events")
    .addColumn("key", "text", (column) => column.primaryKey().notNull())
    .addColumn("claimed_at", "text", (column) => column.notNull())
    .addColumn("payload", "text")
    .execute();
  await db.schema.createIndex("events_by_time").on("events").column("claimed_at").execute();
}

export const events: Migration = { up };
