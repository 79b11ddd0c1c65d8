import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";

/** Paths for the databases of a test file, each new; what was made there is gone when its tests have ended. */
export function sqliteFiles(): () => string {
  let folder = "";
  let files = 0;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "policydesk-sqlite-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return () => join(folder, `${files++}.db`);
}
