import Database from "better-sqlite3";
import { Kysely } from "kysely";
import { migrate } from "../../../adapters/store/migrations.ts";
import { sqliteDialect } from "../../../adapters/store/sqlite-dialect.ts";
import { storeOver } from "../../../adapters/store/store-over.ts";
import type { Tables } from "../../../adapters/store/tables.ts";
import type { Store } from "../../../src/ports/store.ts";

/** The store of a process that may die: from then on nothing it asks of the store is done, or heard of. */
export interface MortalStore {
  readonly store: Store;
  die(): void;
  /** So that what waits can end. */
  revive(): void;
}

/** A database in memory, and a store over it for each process. */
export async function sharedDatabase(now: () => number) {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(new Database(":memory:")) });
  await migrate(db);
  return {
    open(): MortalStore {
      let revived = Promise.withResolvers<void>();
      revived.resolve();
      const around = async <T>(operation: () => Promise<T>) => {
        await revived.promise;
        const result = await operation();
        await revived.promise;
        return result;
      };
      return {
        store: storeOver(db, { now, around, holdsProcess: true }),
        die() {
          revived = Promise.withResolvers();
        },
        revive: () => revived.resolve(),
      };
    },
    close: () => db.destroy(),
  };
}
