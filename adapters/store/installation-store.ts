import type { Kysely } from "kysely";
import type { InstallationStore } from "../../src/ports/installation-store.ts";
import { beginsWith } from "./begins-with.ts";
import type { Tables } from "./tables.ts";
import type { UnderWay } from "./under-way.ts";

/** Sign-ins over migrated tables. */
export function installationStore(db: Kysely<Tables>, underWay: UnderWay): InstallationStore {
  return {
    putInstallation: (key, sealed) => underWay.track(putInstallation(db, key, sealed)),
    installation: (key) => underWay.track(installationOf(db, key)),
    installations: (prefix) => underWay.track(keysThatBeginWith(db, prefix)),
    dropInstallation: (key) => underWay.track(dropInstallation(db, key)),
  };
}

async function putInstallation(db: Kysely<Tables>, key: string, sealed: string): Promise<void> {
  await db
    .insertInto("installations")
    .values({ key: key.toWellFormed(), sealed: sealed.toWellFormed() })
    .onConflict((conflict) => conflict.column("key").doUpdateSet((eb) => ({ sealed: eb.ref("excluded.sealed") })))
    .execute();
}

async function installationOf(db: Kysely<Tables>, key: string): Promise<string | null> {
  const row = await db
    .selectFrom("installations")
    .select("sealed")
    .where("key", "=", key.toWellFormed())
    .executeTakeFirst();
  return row?.sealed ?? null;
}

async function keysThatBeginWith(db: Kysely<Tables>, prefix: string): Promise<string[]> {
  const rows = await db.selectFrom("installations").select("key").where(beginsWith("key", prefix)).execute();
  // Sorted here: the databases differ in collation.
  return rows.map((row) => row.key).sort();
}

async function dropInstallation(db: Kysely<Tables>, key: string): Promise<void> {
  await db.deleteFrom("installations").where("key", "=", key.toWellFormed()).execute();
}
