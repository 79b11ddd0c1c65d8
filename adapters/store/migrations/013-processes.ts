import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("members")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("lives_until", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("leases")
    .addColumn("name", "text", (column) => column.primaryKey().notNull())
    .addColumn("member", "text", (column) => column.notNull())
    .addColumn("note", "text")
    .execute();

  await db.schema
    .alterTable("events")
    .addColumn("member", "text", (column) => column.notNull().defaultTo(""))
    .execute();
  await db.schema
    .alterTable("events")
    .addColumn("attempt", "text", (column) => column.notNull().defaultTo(""))
    .execute();
  await db.schema
    .createIndex("events_unfinished")
    .on("events")
    .columns(["claimed_at", "key"])
    .where(sql.ref("payload"), "is not", null)
    .execute();

  await db.schema
    .alterTable("alerts")
    .addColumn("attempt", "text", (column) => column.notNull().defaultTo(""))
    .execute();
  await db.schema
    .createTable("alert_channels")
    .addColumn("channel", "text", (column) => column.primaryKey().notNull())
    .execute();

  await db.schema
    .createTable("snapshots")
    .addColumn("version", "text", (column) => column.notNull())
    .addColumn("part", "integer", (column) => column.notNull())
    .addColumn("parts", "integer", (column) => column.notNull())
    .addColumn("bytes", "bytea", (column) => column.notNull())
    .addPrimaryKeyConstraint("snapshots_key", ["version", "part"])
    .execute();
}

export const processes: Migration = { up };
