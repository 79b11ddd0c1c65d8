import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("feed_states").addColumn("failing_since", "text").execute();
  await db.schema.alterTable("feed_states").addColumn("warned_at", "text").execute();
}

export const failingFeeds: Migration = { up };
