import { afterAll } from "vitest";
import { openPostgresStore } from "../../adapters/store/postgres.ts";
import type { Store } from "../../src/ports/store.ts";
import { runningPostgres } from "../postgres/running-postgres.ts";

const POOL_SIZE = 4;

/** Opens stores over databases of a PostgreSQL that runs for a test file; a reason where there is none. */
export async function postgresDatabases() {
  const postgres = await runningPostgres();
  if ("missing" in postgres) return postgres;
  afterAll(() => postgres.close());
  const open = (url: string, now: () => number = Date.now): Promise<Store> =>
    openPostgresStore(
      { url, poolSize: POOL_SIZE },
      { now, sleep: (ms) => new Promise((done) => setTimeout(done, ms)) },
    );
  return {
    newDatabase: () => postgres.newDatabase(),
    open,
    /** Over a new database, with a way to connect to it once more. */
    async opened(now?: () => number) {
      const url = await postgres.newDatabase();
      const connect = () => open(url, now);
      return { store: await connect(), connect };
    },
  };
}
