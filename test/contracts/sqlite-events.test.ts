import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { eventLogContract } from "./event-log.contract.ts";
import { sqliteFiles } from "./sqlite-files.ts";

const newPath = sqliteFiles();

eventLogContract("SQLite in a file", async (now) => {
  const path = newPath();
  return { log: await openSqliteStore(path, now), connect: () => openSqliteStore(path, now) };
});

it("gives each event to one of several processes that claim at once", async () => {
  const path = newPath();
  await (await openSqliteStore(path, Date.now)).close();
  const keys = Array.from({ length: 200 }, () => randomUUID());
  const children = Array.from({ length: 3 }, () =>
    spawn(process.execPath, [join(import.meta.dirname, "claim-events.ts"), path, ...keys], {
      stdio: ["pipe", "pipe", "inherit"],
    }),
  );
  await Promise.all(children.map((child) => once(child.stdout, "data")));
  for (const child of children) child.stdin.write("go\n");
  const printed = await Promise.all(children.map((child) => text(child.stdout)));
  const claimed = printed.map((each) => JSON.parse(each) as string[]);
  expect(claimed.flat().toSorted()).toEqual(keys.toSorted());

  const log = await openSqliteStore(path, Date.now);
  const events = await log.orphans("", 1_000);
  // The payload is that of the process which was told that the event is its own.
  const expected = claimed.flatMap((own, i) => own.map((key) => ({ key, payload: `${children[i]?.pid}` })));
  expect(events).toHaveLength(keys.length);
  expect(events).toEqual(expect.arrayContaining(expected));
  await log.close();
});
