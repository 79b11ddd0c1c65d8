import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { articleStoreContract } from "./article-store.contract.ts";

let folder = "";
let files = 0;
const newPath = () => join(folder, `${files++}`, "store.db");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "policydesk-store-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

articleStoreContract("SQLite in memory", async () => ({ store: await openSqliteStore(":memory:", Date.now) }), {
  outlivesConnection: false,
});

articleStoreContract(
  "SQLite in a file",
  async () => {
    const path = newPath();
    return { store: await openSqliteStore(path, Date.now), reopen: () => openSqliteStore(path, Date.now) };
  },
  { outlivesConnection: true },
);

describe("openSqliteStore", () => {
  it("makes the folders that are missing", async () => {
    const path = join(folder, "한글 폴더", "state", "store.db");
    const store = await openSqliteStore(path, Date.now);
    await store.close();
    expect(existsSync(path)).toBe(true);
  });

  it("writes ahead and gives up no commit for speed", async () => {
    const path = newPath();
    const store = await openSqliteStore(path, Date.now);
    const raw = new Database(path);
    expect(raw.pragma("journal_mode", { simple: true })).toBe("wal");
    raw.close();
    await store.close();
  });

  it("can be called by several processes at once on a new file", async () => {
    const path = newPath();
    const adapter = pathToFileURL(join(import.meta.dirname, "../../adapters/store/sqlite.ts")).href;
    const script = `
      import { openSqliteStore } from ${JSON.stringify(adapter)};
      const store = await openSqliteStore(${JSON.stringify(path)}, Date.now);
      await store.commit({ name: String(process.pid), location: "" }, [], []);
      await store.close();`;
    const run = promisify(execFile);
    await Promise.all([1, 2, 3, 4].map(() => run(process.execPath, ["--input-type=module", "--eval", script])));
    const store = await openSqliteStore(path, Date.now);
    expect((await store.origins()).length).toBe(4);
    await store.close();
  });

  it("refuses a file that is not a database, and leaves it as it was", async () => {
    const path = join(folder, "notes.txt");
    writeFileSync(path, "메모\n".repeat(500));
    await expect(openSqliteStore(path, Date.now)).rejects.toThrow(
      /Cannot open the database .*notes\.txt: it is not an SQLite/,
    );
  });

  it("refuses a folder, and a path through a file", async () => {
    mkdirSync(join(folder, "a-folder"), { recursive: true });
    writeFileSync(join(folder, "a-file"), "");
    for (const path of [join(folder, "a-folder"), join(folder, "a-file", "store.db")]) {
      await expect(openSqliteStore(path, Date.now)).rejects.toThrow(
        `Cannot open the database ${path}: it cannot be opened or made`,
      );
    }
  });

  it("refuses a database that a newer version wrote, and leaves it as it was", async () => {
    const path = newPath();
    await (await openSqliteStore(path, Date.now)).close();
    const raw = new Database(path);
    raw.prepare("insert into kysely_migration (name, timestamp) values ('999-later', '')").run();
    const before = raw.serialize();
    await expect(openSqliteStore(path, Date.now)).rejects.toThrow(
      /newer version of PolicyDesk \(unknown to this one: 999-later\).*Update/,
    );
    expect(raw.serialize().equals(before)).toBe(true);
    raw.close();
  });

  it("refuses a database with other tables of the same names, and leaves it as it was", async () => {
    const path = newPath();
    mkdirSync(join(path, ".."), { recursive: true });
    const raw = new Database(path);
    raw.exec("create table articles (x)");
    await expect(openSqliteStore(path, Date.now)).rejects.toThrow(`Cannot open the database ${path}: `);
    expect(raw.prepare("select name from sqlite_master").pluck().all()).toEqual(["articles"]);
    raw.close();
  });
});
