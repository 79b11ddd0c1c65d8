import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

interface CounterTable {
  subscription_counter: { id: number; revision: number };
}

async function up(db: Kysely<CounterTable>): Promise<void> {
  await db.schema
    .createTable("subscriptions")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("revision", "integer", (column) => column.notNull().unique())
    .addColumn("removed", "integer", (column) => column.notNull())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("place", "text", (column) => column.notNull())
    .addColumn("locale", "text", (column) => column.notNull())
    .addColumn("mention", "text")
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("created_by", "text", (column) => column.notNull())
    .addColumn("paused_reason", "text")
    .addColumn("paused_at", "text")
    .addColumn("topic", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("subscriptions_by_channel")
    .on("subscriptions")
    .columns(["channel", "removed", "created_at", "id"])
    .execute();
  await db.schema
    .createIndex("subscriptions_by_place")
    .on("subscriptions")
    .columns(["place", "removed", "created_at", "id"])
    .execute();

  await db.schema
    .createTable("subscription_counter")
    .addColumn("id", "integer", (column) => column.primaryKey().notNull())
    .addColumn("revision", "integer", (column) => column.notNull())
    .execute();
  await db.insertInto("subscription_counter").values({ id: 1, revision: 0 }).execute();
}

export const subscriptions: Migration = { up };
