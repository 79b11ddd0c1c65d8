import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** A process that has no index builds it from the articles. */
async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable("snapshots").execute();
}

export const noSnapshots: Migration = { up };
