import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

// Not from tables.ts: that changes with later migrations, this one must not.
interface MarkTables {
  revision_counter: { id: number; revision: number };
  marks: { revision: number; mark: string };
}

async function up(db: Kysely<MarkTables>): Promise<void> {
  await db.schema
    .createTable("marks")
    .addColumn("revision", "integer", (column) => column.primaryKey().notNull())
    .addColumn("mark", "text", (column) => column.notNull())
    .execute();
  const { revision } = await db.selectFrom("revision_counter").select("revision").executeTakeFirstOrThrow();
  await db.insertInto("marks").values({ revision, mark: randomUUID() }).execute();
}

export const marks: Migration = { up };
