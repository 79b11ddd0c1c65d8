import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("feedback")
    .addColumn("key", "text", (column) => column.primaryKey().notNull())
    .addColumn("given_at", "text", (column) => column.notNull())
    .addColumn("helpful", "integer", (column) => column.notNull())
    .addColumn("question", "text", (column) => column.notNull())
    .addColumn("answer", "text", (column) => column.notNull())
    .addColumn("reason", "text")
    .execute();
  await db.schema.createIndex("feedback_by_time").on("feedback").column("given_at").execute();
}

export const feedback: Migration = { up };
