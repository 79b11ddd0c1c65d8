import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "policydesk-locked-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("says after five seconds that another program holds the file, and opens it once that is gone", async () => {
  const path = join(folder, "store.db");
  const other = new Database(path);
  other.exec("begin exclusive");
  const startedMs = performance.now();
  await expect(openSqliteStore(path, Date.now)).rejects.toThrow(
    `Cannot open the database ${path}: another program has held it locked for 5 s. Stop that program, then try again.`,
  );
  expect(performance.now() - startedMs).toBeGreaterThan(4_500);
  other.close();
  await (await openSqliteStore(path, Date.now)).close();
});

// Root may write anything, so there is no read-only file to be had.
it.skipIf(process.platform === "win32" || process.getuid?.() === 0)("says that a file is read-only", async () => {
  const path = join(folder, "read-only.db");
  await (await openSqliteStore(path, Date.now)).close();
  chmodSync(path, 0o444);
  await expect(openSqliteStore(path, Date.now)).rejects.toThrow(`Cannot open the database ${path}: it is read-only`);
});
