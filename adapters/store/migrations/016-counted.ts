import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** What stands and what repeats is counted often, and then nothing but these columns is read. */
async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex("articles_by_source").execute();
  await db.schema
    .createIndex("articles_counted")
    .on("articles")
    .columns(["removed", "source", "section_count", "block_count"])
    .execute();
  await db.schema.createIndex("block_counts_by_articles").on("block_counts").columns(["source", "articles"]).execute();
}

export const counted: Migration = { up };
