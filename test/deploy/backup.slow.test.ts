import { mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { openPostgresStore } from "../../adapters/store/postgres.ts";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import type { Store } from "../../src/ports/store.ts";
import { sampleArticle } from "../contracts/sample-articles.ts";
import { temporaryFolder } from "../flows/temporary-folder.ts";
import { runningPostgres } from "../postgres/running-postgres.ts";
import { codeBlocksUnder, runLines } from "./doc-commands.ts";

/** In place of Docker: a command for the container of PostgreSQL runs here, any other is noted only. */
const DOCKER = `#!/bin/sh
echo "$*" >> "$NOTED"
case "$*" in
  "compose exec -T postgres "*) shift 4; exec "$@";;
  "compose stop "* | "compose start "* | "compose exec -T redis redis-cli "*) ;;
  *) exit 64;;
esac
`;
const ARTICLES = 40;
const clock = { now: Date.now, sleep: (ms: number) => new Promise<void>((done) => setTimeout(done, ms)) };

const root = temporaryFolder();
const postgres = await runningPostgres();
const PATH = `${join(root, "bin")}:${process.env["PATH"]}`;

if ("missing" in postgres) {
  describe(`a backup of PostgreSQL (skipped: ${postgres.missing})`, () => it.skip("comes back", () => {}));
} else {
  afterAll(() => postgres.close());
  mkdirSync(join(root, "bin"));
  writeFileSync(join(root, "bin/docker"), DOCKER, { mode: 0o755 });
  const openStore = (url: string) => openPostgresStore({ url, poolSize: 2 }, clock);

  describe.each(["PostgreSQL of compose.yaml", "Another PostgreSQL"])("docs/deploy.md, %s", (heading) => {
    const [backup = "", restore = ""] = codeBlocksUnder(heading);

    it("backs up and restores every row, while the store is open", async () => {
      const folder = join(root, heading);
      mkdirSync(folder);
      const [from, to] = [await postgres.newDatabase(), await postgres.newDatabase()];
      const store = await openStore(from);
      const id = await fill(store);
      await runLines(backup, folder, settingsFor(from, folder));
      const rows = await rowsOf(from);
      await store.close();
      expect(rows.size).toBeGreaterThan(10);
      expect(rows.get("articles")).toMatch(new RegExp(`^${ARTICLES} `));

      await runLines(restore, folder, settingsFor(to, folder));
      expect(await rowsOf(to)).toEqual(rows);
      const restored = await openStore(to);
      await expectFilled(restored, id);
      // It goes on where it was.
      const { revision } = await restored.status();
      await commit(restored, "뒤");
      expect((await restored.status()).revision).toBeGreaterThan(revision);
      await restored.close();
    });

    it("says where a backup is cut short", async () => {
      const folder = join(root, heading);
      const [, check = ""] = backup.trim().split("\n");
      const dump = join(folder, "policydesk.dump");
      truncateSync(dump, statSync(dump).size - 100);
      await expect(runLines(check, folder, { PATH, NOTED: "/dev/null" })).rejects.toThrow();
    });
  });

  it("stops every process of compose.yaml before it restores, and empties Redis", () => {
    const noted = readFileSync(join(root, "PostgreSQL of compose.yaml", "noted"), "utf8").split("\n");
    const restoring = noted.filter((line) => !/pg_|dropdb|createdb/.test(line) && line !== "");
    expect(restoring).toEqual([
      "compose stop bot web worker",
      "compose exec -T redis redis-cli flushall",
      "compose start bot web worker",
    ]);
  });
}

describe("docs/deploy.md, SQLite", () => {
  const [stopped = "", running = "", folderBack = "", fileBack = ""] = codeBlocksUnder("SQLite");

  it("backs up the folder of a bot that is stopped", async () => {
    const { folder, file } = sqliteIn("stopped");
    const store = await openSqliteStore(file, clock.now);
    const id = await fill(store);
    await store.close();
    await runLines(stopped, folder, { PATH });
    await runLines(folderBack, folder, { PATH });
    const restored = await openSqliteStore(file, clock.now);
    await expectFilled(restored, id);
    await restored.close();
  });

  it("backs up the file while it is written, where there is sqlite3", async ({ skip }) => {
    const { folder, file } = sqliteIn("running");
    const hasProgram = await runLines("sqlite3 --version", folder, { PATH }).then(
      () => true,
      () => false,
    );
    skip(!hasProgram, "no sqlite3 on the PATH");
    const store = await openSqliteStore(file, clock.now);
    const id = await fill(store);
    await runLines(running, folder, { PATH });
    await commit(store, "뒤");
    await store.close();
    await runLines(fileBack, folder, { PATH });
    const restored = await openSqliteStore(file, clock.now);
    await expectFilled(restored, id);
    await restored.close();
  });
});

function sqliteIn(name: string): { readonly folder: string; readonly file: string } {
  const folder = join(root, name);
  mkdirSync(join(folder, "index-data/state"), { recursive: true });
  return { folder, file: join(folder, "index-data/state/policydesk.sqlite") };
}

/** What the container of PostgreSQL, and an operator's shell, know of the database. */
function settingsFor(url: string, folder: string): Record<string, string> {
  const { username, password, hostname, port, pathname } = new URL(url);
  return {
    PATH,
    NOTED: join(folder, "noted"),
    DATABASE_URL: url,
    POSTGRES_USER: decodeURIComponent(username),
    POSTGRES_DB: pathname.slice(1),
    PGHOST: hostname,
    PGPORT: port,
    PGPASSWORD: decodeURIComponent(password),
  };
}

/** Returns the store's id. */
async function fill(store: Store): Promise<string> {
  await Promise.all(Array.from({ length: ARTICLES }, (_, at) => commit(store, String(at))));
  await store.putSettings("discord:guild:2", [
    { name: "locale", value: '"ko"', changedBy: "discord:1", changedAt: iso() },
  ]);
  await store.beat();
  await store.hold("discord:shard:0");
  return store.id();
}

async function expectFilled(store: Store, id: string): Promise<void> {
  expect(await store.id()).toBe(id);
  expect(await store.status()).toMatchObject({ articles: ARTICLES });
  expect((await store.article("news:7"))?.sections[0]?.body).toBe("관세는 7%예요.\n'\\ \t\u{1F9ED}");
  expect(await store.settings("discord:guild:2")).toMatchObject([{ name: "locale", value: '"ko"' }]);
}

async function commit(store: Store, at: string): Promise<void> {
  const article = sampleArticle(`news:${at}`, { 관세: `관세는 ${at}%예요.\n'\\ \t\u{1F9ED}` });
  await store.commit({ name: "news", location: "/srv/news" }, [{ article, contentHash: at }], []);
}

function iso(): string {
  return new Date(clock.now()).toISOString();
}

/** Of each table how many rows it has, and a sum over what they hold. */
async function rowsOf(url: string): Promise<ReadonlyMap<string, string>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const tables = await client.query(
      "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
    );
    const rows = new Map<string, string>();
    for (const { name } of tables.rows) {
      const sum = `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as rows`;
      rows.set(name, (await client.query(`${sum} from "${name}" t`)).rows[0].rows);
    }
    return rows;
  } finally {
    await client.end();
  }
}
