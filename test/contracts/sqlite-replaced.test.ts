import { copyFileSync, renameSync, rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import type { Clock, Logger } from "../../src/ports/runtime.ts";
import { sqliteFiles } from "./sqlite-files.ts";

const newPath = sqliteFiles();

// Windows keeps a file that is open where it is.
describe.skipIf(process.platform === "win32")("a database file that is open", () => {
  it.each<[what: string, change: (path: string) => void]>([
    ["moved away", (path) => renameSync(path, `${path}.before`)],
    ["deleted", (path) => rmSync(path)],
    [
      "replaced by a backup",
      (path) => {
        copyFileSync(path, `${path}.backup`);
        renameSync(`${path}.backup`, path);
      },
    ],
  ])("and is %s is told of once, with what to do; the store goes on", async (_what, change) => {
    const path = newPath();
    const told: string[] = [];
    const quiet = () => {};
    const log: Logger = { debug: quiet, info: quiet, warn: quiet, error: (text) => void told.push(text) };
    let look = async () => {};
    let ended = false;
    const clock: Clock = {
      now: Date.now,
      sleep: async () => {},
      every(_intervalMs, task) {
        look = task;
        return async () => {
          ended = true;
        };
      },
    };
    const store = await openSqliteStore(path, Date.now, { clock, log });
    await look();
    expect(told).toEqual([]);
    change(path);
    await look();
    await look();
    expect(told).toEqual([expect.stringMatching(/^The database file .+ stop this process, .+ and start again\.$/)]);
    expect(told[0]).toContain(path);
    expect(await store.status()).toMatchObject({ articles: 0 });
    await store.close();
    expect(ended).toBe(true);
  });
});
