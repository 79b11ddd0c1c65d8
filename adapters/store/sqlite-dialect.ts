import type Database from "better-sqlite3";
import { type DatabaseConnection, type Driver, SqliteDialect, SqliteDriver } from "kysely";

/** SQLite over an open database. */
export function sqliteDialect(database: Database.Database): SqliteDialect {
  return new (class extends SqliteDialect {
    override createDriver(): Driver {
      return new RollingBackOnce({ database }, database);
    }
  })({ database });
}

/** After a full disk SQLite has rolled back already; a second rollback would fail, and its error hide the first one. */
class RollingBackOnce extends SqliteDriver {
  readonly #database: Database.Database;

  constructor(config: ConstructorParameters<typeof SqliteDriver>[0], database: Database.Database) {
    super(config);
    this.#database = database;
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}
