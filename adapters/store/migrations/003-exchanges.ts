import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("exchanges")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("conversation", "text")
    .addColumn("person", "text")
    .addColumn("article_id", "text")
    .addColumn("asked_at", "text", (column) => column.notNull())
    .addColumn("sequence", "integer", (column) => column.notNull())
    .addColumn("turn", "text", (column) => column.notNull())
    .addColumn("answer", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("exchanges_by_conversation")
    .on("exchanges")
    .columns(["conversation", "asked_at", "sequence"])
    .execute();
  await db.schema
    .createIndex("exchanges_by_person")
    .on("exchanges")
    .columns(["person", "asked_at", "sequence"])
    .execute();
  await db.schema.createIndex("exchanges_by_time").on("exchanges").column("asked_at").execute();
  await db.schema.createIndex("exchanges_by_sequence").on("exchanges").column("sequence").execute();

  await db.schema.alterTable("feedback").addColumn("person", "text").execute();
  await db.schema.createIndex("feedback_by_person").on("feedback").column("person").execute();
}

export const exchanges: Migration = { up };
