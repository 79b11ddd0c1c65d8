import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import type { Store } from "../../src/ports/store.ts";
import { exchange } from "./exchange-store.contract.ts";
import { accepted } from "./inbox-documents.ts";
import { failed } from "./job-store.contract.ts";
import { newAlert } from "./new-alerts.ts";
import { source, state } from "./source-store.contract.ts";
import { sqliteFiles } from "./sqlite-files.ts";
import { subscription } from "./subscriptions.ts";

const newPath = sqliteFiles();
const iso = "2026-11-22T12:00:00.000Z";

const writes: readonly (readonly [name: keyof Store, write: (store: Store) => Promise<unknown>])[] = [
  ["commit", (store) => store.commit({ name: "글", location: "/글" }, [], [])],
  [
    "putFeedback",
    (store) =>
      store.putFeedback({
        key: "a",
        person: null,
        givenAt: iso,
        question: "",
        answer: "",
        helpful: true,
        reason: null,
      }),
  ],
  ["putExchange", (store) => store.putExchange(exchange("a"))],
  ["forgetPerson", (store) => store.forgetPerson("a")],
  ["dropExchangesBefore", (store) => store.dropExchangesBefore(iso)],
  ["claim", (store) => store.claim({ key: "a", payload: null })],
  ["finish", (store) => store.finish("a")],
  ["dropEventsBefore", (store) => store.dropEventsBefore(iso)],
  ["putSettings", (store) => store.putSettings("a", [{ name: "a", value: "1", changedAt: iso, changedBy: "a" }])],
  ["dropSettings", (store) => store.dropSettings("a")],
  ["putInstallation", (store) => store.putInstallation("a", "sealed")],
  ["dropInstallation", (store) => store.dropInstallation("a")],
  ["putSource", (store) => store.putSource(source("a"))],
  ["removeSource", (store) => store.removeSource("a")],
  ["putFeedState", (store) => store.putFeedState("a", state())],
  ["putItemKeys", (store) => store.putItemKeys([{ source: "a", key: "guid:1", articleId: "a:1" }])],
  ["accept", (store) => store.accept([accepted("a")])],
  ["publish", (store) => store.publish("a", null)],
  ["settle", (store) => store.settle("a")],
  ["putFailedJob", (store) => store.putFailedJob(failed("a", "a"))],
  ["clearJob", (store) => store.clearJob("a", "a")],
  ["putSubscription", (store) => store.putSubscription(subscription("a"), 1)],
  ["removeSubscription", (store) => store.removeSubscription("a")],
  ["pauseSubscription", (store) => store.pauseSubscription("a", { reason: "asked", at: iso })],
  ["resumeSubscription", (store) => store.resumeSubscription("a")],
  ["pauseChannel", (store) => store.pauseChannel("a", { reason: "asked", at: iso })],
  ["putAlerts", (store) => store.putAlerts([newAlert("a")])],
  ["takeAlert", (store) => store.takeAlert("a", iso, { paceMs: 0, staleMs: 0 })],
  ["settleAlert", (store) => store.settleAlert({ id: "a", attempts: 1 }, { state: "sent", messageRef: "a" }, iso)],
  ["dropAlertsBefore", (store) => store.dropAlertsBefore(iso)],
];

it.each(writes)("%s names the database and the reason where it cannot be written", async (_name, write) => {
  const path = newPath();
  const store = await openSqliteStore(path, () => 0);
  const raw = new Database(path);
  for (const table of ["block_counts", "articles", "origins", "revision_counter", "feedback"]) {
    raw.exec(`drop table ${table}`);
  }
  raw.exec("drop table exchanges; drop table events; drop table settings; drop table installations");
  raw.exec("drop table feed_items; drop table feed_states; drop table sources; drop table inbox; drop table jobs");
  raw.exec("drop table subscriptions; drop table subscription_counter; drop table alerts; drop table alert_counter");
  raw.close();
  await expect(write(store)).rejects.toThrow(`Cannot write to the database ${path}: no such table`);
  await store.close();
});

it.each(writes)("%s is waited for by close", async (_name, write) => {
  const store = await openSqliteStore(newPath(), () => 0);
  const written = write(store);
  await store.close();
  await written;
});
