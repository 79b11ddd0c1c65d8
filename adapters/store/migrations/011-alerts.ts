import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

interface CounterTable {
  alert_counter: { id: number; sequence: number };
}

async function up(db: Kysely<CounterTable>): Promise<void> {
  await db.schema
    .createTable("alerts")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("sequence", "integer", (column) => column.notNull())
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("place", "text", (column) => column.notNull())
    .addColumn("locale", "text", (column) => column.notNull())
    .addColumn("subscription_id", "text")
    .addColumn("story", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("attempts", "integer", (column) => column.notNull())
    .addColumn("attempted_at", "text")
    .addColumn("uncertain_since", "text")
    .addColumn("next_at", "text")
    .addColumn("message_ref", "text")
    .addColumn("sent_at", "text")
    .addColumn("reason", "text")
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("about", "text", (column) => column.notNull())
    .addUniqueConstraint("alerts_once", ["channel", "story"])
    .execute();
  // Of some rows only, so that those of alerts that are over, which are most, cost nothing.
  await db.schema
    .createIndex("alerts_by_next")
    .on("alerts")
    .columns(["next_at", "channel"])
    .where("next_at", "is not", null)
    .execute();
  await db.schema
    .createIndex("alerts_waiting")
    .on("alerts")
    .columns(["channel", "sequence", "id", "next_at"])
    .where("next_at", "is not", null)
    .execute();
  await db.schema
    .createIndex("alerts_sending")
    .on("alerts")
    .columns(["channel", "attempted_at"])
    .where(sql.ref("state"), "=", "sending")
    .execute();
  await db.schema
    .createIndex("alerts_by_attempt")
    .on("alerts")
    .columns(["channel", "attempted_at"])
    .where("attempted_at", "is not", null)
    .execute();
  await db.schema
    .createIndex("alerts_by_subscription")
    .on("alerts")
    .columns(["subscription_id", "state", "sent_at"])
    .execute();
  await db.schema.createIndex("alerts_by_time").on("alerts").column("created_at").execute();

  await db.schema
    .createTable("alert_counter")
    .addColumn("id", "integer", (column) => column.primaryKey().notNull())
    .addColumn("sequence", "integer", (column) => column.notNull())
    .execute();
  await db.insertInto("alert_counter").values({ id: 1, sequence: 0 }).execute();

  await db.schema
    .createTable("stories")
    .addColumn("key", "text", (column) => column.primaryKey().notNull())
    .addColumn("story", "text", (column) => column.notNull())
    .addColumn("seen_at", "text", (column) => column.notNull())
    .execute();
}

export const alerts: Migration = { up };
