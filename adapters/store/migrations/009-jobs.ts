import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("jobs")
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("attempts", "integer", (column) => column.notNull())
    .addColumn("error", "text", (column) => column.notNull())
    .addColumn("failed_at", "text", (column) => column.notNull())
    .addColumn("next_at", "text")
    .addPrimaryKeyConstraint("jobs_key", ["name", "id"])
    .execute();
  await db.schema.createIndex("jobs_by_time").on("jobs").column("failed_at").execute();
  await db.schema.createIndex("jobs_by_next").on("jobs").columns(["next_at", "failed_at"]).execute();
}

export const jobs: Migration = { up };
