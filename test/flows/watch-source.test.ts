import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../../adapters/runtime/system-clock.ts";
import { openFolder } from "../../adapters/sources/folder.ts";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { inlineReader } from "../../src/flows/inline-reader.ts";
import { watchSource } from "../../src/flows/watch-source.ts";
import type { SourceWatch } from "../../src/ports/article-source.ts";
import type { Logger } from "../../src/ports/runtime.ts";
import type { Store } from "../../src/ports/store.ts";
import { temporaryFolder, writeFiles } from "./temporary-folder.ts";

const root = temporaryFolder();
let folder = "";
let store: Store;
let watch: SourceWatch | null = null;
const warned: string[] = [];
const quiet = () => {};
const log: Logger = { debug: quiet, info: quiet, error: quiet, warn: (message) => void warned.push(message) };

beforeEach(async () => {
  folder = join(root, Math.random().toString(36).slice(2));
  mkdirSync(folder);
  warned.length = 0;
  store = await openSqliteStore(":memory:", Date.now);
});
afterEach(async () => {
  await watch?.stop();
  watch = null;
  await store.close();
});

async function begin(files: Record<string, string>) {
  writeFiles(folder, files);
  const services = { store, reader: inlineReader, clock: systemClock, log, onCommit: quiet };
  const begun = await watchSource(await openFolder(folder), services, { articleId: (path) => path });
  watch = begun.watch;
  return begun.report;
}

const titles = async () =>
  (await store.changedSince(0, 1000)).articles.map(({ id, title }) => `${id}: ${title}`).sort();
const eventually = (expected: string[]) => expect.poll(titles, { timeout: 10_000 }).toEqual(expected);

describe("a folder that is watched", () => {
  it("is read, then what is added, rewritten, renamed and removed in it", async () => {
    expect(await begin({ "a.md": "# 하나\n\n글.", "b.md": "# 둘\n\n글." })).toMatchObject({ added: 2 });
    writeFileSync(join(folder, "c.md"), "# 셋\n\n글.");
    await eventually(["a.md: 하나", "b.md: 둘", "c.md: 셋"]);
    writeFileSync(join(folder, "a.md"), "# 새 하나\n\n새 글.");
    await eventually(["a.md: 새 하나", "b.md: 둘", "c.md: 셋"]);
    renameSync(join(folder, "c.md"), join(folder, "d.md"));
    await eventually(["a.md: 새 하나", "b.md: 둘", "d.md: 셋"]);
    rmSync(join(folder, "b.md"));
    await eventually(["a.md: 새 하나", "d.md: 셋"]);
  });

  it("takes hundreds of files at once, in folders too, and no hidden ones", async () => {
    await begin({ "a.md": "# 하나\n\n글." });
    mkdirSync(join(folder, "deep", "er"), { recursive: true });
    mkdirSync(join(folder, ".git"));
    writeFileSync(join(folder, ".git", "x.md"), "# 숨은 글\n\n글.");
    for (let i = 0; i < 300; i++) writeFileSync(join(folder, "deep", i % 2 ? "er" : ".", `${i}.md`), `# ${i}번\n\n글.`);
    await expect.poll(async () => (await titles()).length, { timeout: 15_000 }).toBe(301);
  });

  it("reads a file that is written in pieces once it is whole", async () => {
    await begin({ "a.md": "# 하나\n\n글." });
    const file = join(folder, "slow.md");
    for (let i = 0; i < 5; i++) {
      writeFileSync(file, `${i === 0 ? "# 느린 글\n\n" : ""}${i}번째 줄.\n`, { flag: "a" });
      await systemClock.sleep(60);
    }
    await eventually(["a.md: 하나", "slow.md: 느린 글"]);
    const { articles } = await store.changedSince(0, 1000);
    expect(articles.find(({ id }) => id === "slow.md")?.sections[0]?.body).toContain("4번째 줄.");
  });

  it("does not read what a link in it leads to", async () => {
    const secret = join(root, "secret.md");
    writeFileSync(secret, "# 비밀\n\n비밀이다.");
    await begin({ "a.md": "# 하나\n\n글." });
    symlinkSync(secret, join(folder, "link.md"));
    writeFileSync(join(folder, "b.md"), "# 둘\n\n글.");
    await eventually(["a.md: 하나", "b.md: 둘"]);
    await systemClock.sleep(600);
    expect(await titles()).toEqual(["a.md: 하나", "b.md: 둘"]);
  });

  it("keeps its articles where the whole folder goes away", async () => {
    await begin({ "a.md": "# 하나\n\n글.", "b.md": "# 둘\n\n글." });
    rmSync(folder, { recursive: true });
    await expect.poll(() => warned.length, { timeout: 10_000 }).toBeGreaterThan(0);
    expect(await titles()).toEqual(["a.md: 하나", "b.md: 둘"]);
  });
});
