import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import Database from "better-sqlite3";
import { type CompiledQuery, Kysely } from "kysely";
import { expect, it } from "vitest";
import { alertStore } from "../../adapters/store/alert-store.ts";
import { migrate } from "../../adapters/store/migrations.ts";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { sqliteDialect } from "../../adapters/store/sqlite-dialect.ts";
import { subscriptionStore } from "../../adapters/store/subscription-store.ts";
import type { Tables } from "../../adapters/store/tables.ts";
import { UnderWay } from "../../adapters/store/under-way.ts";
import { alertStoreContract } from "./alert-store.contract.ts";
import { newAlert } from "./new-alerts.ts";
import { sqliteFiles } from "./sqlite-files.ts";

const newPath = sqliteFiles();
const noon = "2026-11-22T12:00:00.000Z";

alertStoreContract("SQLite in memory", async (now) => ({ store: await openSqliteStore(":memory:", now) }));
alertStoreContract("SQLite in a file", async (now) => {
  const path = newPath();
  return { store: await openSqliteStore(path, now), connect: () => openSqliteStore(path, now) };
});

// In processes: two connections of one process would wait for each other on the one thread that both need.
it("gives each alert to one of several processes that take at once", async () => {
  const path = newPath();
  const store = await openSqliteStore(path, () => Date.parse(noon));
  const channels = Array.from({ length: 10 }, (_, i) => `C${i}`);
  const alerts = Array.from({ length: 150 }, (_, i) => newAlert(`${i}`, { channel: `C${i % 10}` }));
  await store.putAlerts(alerts);
  const children = Array.from({ length: 3 }, () =>
    spawn(process.execPath, [join(import.meta.dirname, "take-alerts.ts"), path, noon, ...channels], {
      stdio: ["pipe", "pipe", "inherit"],
    }),
  );
  await Promise.all(children.map((child) => once(child.stdout, "data")));
  for (const child of children) child.stdin.write("go\n");
  const printed = await Promise.all(children.map((child) => text(child.stdout)));
  const taken = printed.map((each) => JSON.parse(each) as string[]);
  expect(taken.flat().toSorted()).toEqual(alerts.map(({ id }) => id).toSorted());
  expect(await store.countAlerts()).toMatchObject({ sent: 150, sending: 0, uncertain: 0 });
  await store.close();
});

it("looks everything up that a delivery needs, and reads through nothing but what waits or is being sent", async () => {
  const database = new Database(":memory:");
  const statements: CompiledQuery[] = [];
  const db = new Kysely<Tables>({
    dialect: sqliteDialect(database),
    log: ({ query }) => void statements.push(query),
  });
  await migrate(db);
  const store = alertStore(db, new UnderWay(), () => Date.parse(noon));
  const subscriptions = subscriptionStore(db, new UnderWay());
  const rules = { paceMs: 1_000, staleMs: 60_000 };
  await store.putAlerts([newAlert("1"), newAlert("2")]);
  statements.length = 0;
  expect(await store.dueChannels(noon, rules.staleMs, 10)).toEqual([newAlert("").channel]);
  const taken = await store.takeAlert("first", newAlert("").channel, noon, rules);
  if (taken?.kind !== "taken") throw new Error("nothing was taken");
  await store.settleAlert(taken.alert, { state: "waiting", nextAt: "9999" }, noon);
  await store.takeAlert("second", newAlert("").channel, noon, rules);
  await store.settleAlert({ id: "2", attempts: 1 }, { state: "sent", messageRef: "m" }, noon);
  await store.countAlerts(newAlert("").channel);
  await store.dropAlertsBefore(noon);
  await subscriptions.subscriptionsOf("a");
  await subscriptions.subscriptionsIn("a", "b", 10);
  await subscriptions.pauseChannel("a", { reason: "asked", at: noon });
  await subscriptions.subscriptionsSince(1);

  const looking = statements.filter(({ sql }) => /^(select|update|delete)/.test(sql));
  const steps = looking.flatMap(({ sql, parameters }) =>
    (database.prepare(`explain query plan ${sql}`).all(...parameters) as { detail: string }[]).map(
      ({ detail }) => detail,
    ),
  );
  expect(looking.length).toBeGreaterThan(10);
  expect(steps.filter((step) => step.startsWith("SEARCH alerts ")).length).toBeGreaterThan(8);
  // Not more than wait, or are being sent at once.
  const through = steps.filter(
    (step) => /^SCAN (alerts|subscriptions)/.test(step) && !/ alerts_(sending|waiting)$/.test(step),
  );
  expect(through).toEqual([]);
  await db.destroy();
});
