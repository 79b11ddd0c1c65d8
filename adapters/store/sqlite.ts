import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { Kysely } from "kysely";
import type { Store } from "../../src/ports/store.ts";
import { alertStore } from "./alert-store.ts";
import { articleStore } from "./article-store.ts";
import { eventLog } from "./event-log.ts";
import { exchangeStore } from "./exchange-store.ts";
import { feedbackStore } from "./feedback-store.ts";
import { inboxStore } from "./inbox-store.ts";
import { installationStore } from "./installation-store.ts";
import { jobStore } from "./job-store.ts";
import { migrate } from "./migrations.ts";
import { settingStore } from "./setting-store.ts";
import { sourceStore } from "./source-store.ts";
import { sqliteDialect } from "./sqlite-dialect.ts";
import { BUSY_TIMEOUT_MS, sqliteCode, sqliteReason } from "./sqlite-reason.ts";
import { subscriptionStore } from "./subscription-store.ts";
import type { Tables } from "./tables.ts";
import { UnderWay } from "./under-way.ts";

/**
 * Opens the database file at `path`, making it and its folder where they are missing; ":memory:" is gone on close.
 * `now` gives milliseconds since 1970. Throws an Error that names the path and what to do where it cannot be used.
 * Open a file once per process: SQLite waits for another writer on the thread that a writer in here would need too.
 */
export async function openSqliteStore(path: string, now: () => number): Promise<Store> {
  let database: Database.Database | undefined;
  try {
    if (path !== ":memory:") {
      mkdirSync(dirname(path), { recursive: true });
    }
    database = new Database(path, { timeout: BUSY_TIMEOUT_MS });
    database.pragma("journal_mode = WAL");
    // What was committed stands after a power cut too, not only after a crash of the process.
    database.pragma("synchronous = FULL");
    database.pragma("foreign_keys = ON");
    const db = new Kysely<Tables>({ dialect: sqliteDialect(database) });
    // One process migrates at a time, whole or not at all.
    database.exec("begin immediate");
    await migrate(db);
    // Even "begin immediate" succeeds on a read-only file: better to hear of it now than with the first article.
    database.exec("savepoint probe; update revision_counter set revision = revision; rollback to probe; release probe");
    database.exec("commit");
    const underWay = new UnderWay();
    const articles = articleStore(db, underWay, now);
    const feedback = feedbackStore(db, underWay);
    const exchanges = exchangeStore(db, underWay);
    const events = eventLog(db, underWay, now);
    const settings = settingStore(db, underWay);
    const installations = installationStore(db, underWay);
    const sources = sourceStore(db, underWay);
    const inbox = inboxStore(db, underWay, now);
    const jobs = jobStore(db, underWay);
    const subscriptions = subscriptionStore(db, underWay);
    const alerts = alertStore(db, underWay, now);
    const tell = tellReason(path);
    return {
      ...articles,
      ...feedback,
      ...exchanges,
      ...events,
      ...settings,
      ...installations,
      ...sources,
      ...inbox,
      ...jobs,
      ...subscriptions,
      ...alerts,
      commit: (...args) => articles.commit(...args).catch(tell),
      putFeedback: (...args) => feedback.putFeedback(...args).catch(tell),
      putExchange: (...args) => exchanges.putExchange(...args).catch(tell),
      forgetPerson: (...args) => exchanges.forgetPerson(...args).catch(tell),
      dropExchangesBefore: (...args) => exchanges.dropExchangesBefore(...args).catch(tell),
      claim: (...args) => events.claim(...args).catch(tell),
      finish: (...args) => events.finish(...args).catch(tell),
      dropEventsBefore: (...args) => events.dropEventsBefore(...args).catch(tell),
      putSettings: (...args) => settings.putSettings(...args).catch(tell),
      dropSettings: (...args) => settings.dropSettings(...args).catch(tell),
      putInstallation: (...args) => installations.putInstallation(...args).catch(tell),
      dropInstallation: (...args) => installations.dropInstallation(...args).catch(tell),
      putSource: (...args) => sources.putSource(...args).catch(tell),
      removeSource: (...args) => sources.removeSource(...args).catch(tell),
      putFeedState: (...args) => sources.putFeedState(...args).catch(tell),
      putItemKeys: (...args) => sources.putItemKeys(...args).catch(tell),
      accept: (...args) => inbox.accept(...args).catch(tell),
      publish: (...args) => inbox.publish(...args).catch(tell),
      settle: (...args) => inbox.settle(...args).catch(tell),
      putFailedJob: (...args) => jobs.putFailedJob(...args).catch(tell),
      clearJob: (...args) => jobs.clearJob(...args).catch(tell),
      putSubscription: (...args) => subscriptions.putSubscription(...args).catch(tell),
      removeSubscription: (...args) => subscriptions.removeSubscription(...args).catch(tell),
      pauseSubscription: (...args) => subscriptions.pauseSubscription(...args).catch(tell),
      resumeSubscription: (...args) => subscriptions.resumeSubscription(...args).catch(tell),
      pauseChannel: (...args) => subscriptions.pauseChannel(...args).catch(tell),
      putAlerts: (...args) => alerts.putAlerts(...args).catch(tell),
      takeAlert: (...args) => alerts.takeAlert(...args).catch(tell),
      settleAlert: (...args) => alerts.settleAlert(...args).catch(tell),
      dropAlertsBefore: (...args) => alerts.dropAlertsBefore(...args).catch(tell),
    };
  } catch (error) {
    // Closing rolls back what was begun.
    database?.close();
    throw new Error(`Cannot open the database ${path}: ${sqliteReason(error)}.`, { cause: error });
  }
}

/** Rejects with a sentence where SQLite could not write, and with anything else as it came. */
function tellReason(path: string): (error: unknown) => never {
  return (error) => {
    if (!sqliteCode(error).startsWith("SQLITE_")) throw error;
    throw new Error(`Cannot write to the database ${path}: ${sqliteReason(error)}.`, { cause: error });
  };
}
