import { mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openFolder } from "../../adapters/sources/folder.ts";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { type IngestReport, ingestDocuments } from "../../src/flows/ingest-documents.ts";
import { inlineReader } from "../../src/flows/inline-reader.ts";
import type { ArticleStore } from "../../src/ports/article-store.ts";
import { temporaryFolder, writeFiles } from "./temporary-folder.ts";

const root = temporaryFolder();
let folders = 0;
const newFolder = () => join(root, `${folders++}`);

const stores: ArticleStore[] = [];
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
});
async function emptyStore(): Promise<ArticleStore> {
  const store = await openSqliteStore(":memory:", Date.now);
  stores.push(store);
  return store;
}

/** As the command does it: articles are named by their origin and path. */
async function ingest(path: string, store: ArticleStore, name?: string): Promise<IngestReport> {
  const source = await openFolder(path, await store.origins(), name);
  return ingestDocuments(
    source,
    { store, reader: inlineReader },
    { articleId: (file) => `${source.origin.name}/${file}` },
  );
}

async function storedIds(store: ArticleStore): Promise<string[]> {
  return (await store.changedSince(0, 100_000)).articles.map((article) => article.id).sort();
}

function counts({ added, changed, unchanged, removed, failed }: IngestReport) {
  return { added, changed, unchanged, removed, failed };
}
const none = { added: 0, changed: 0, unchanged: 0, removed: 0, failed: 0 };

const taiwan = "# 대만\n\n## 국방비\n\n대만은 국방 예산을 늘린다고 밝혔다.\n";
const japan = "# 일본\n\n## 관세\n\n일본은 자동차 세율을 두고 협상한다.\n";
const binary = Uint8Array.from({ length: 3000 }, (_, i) => (i * 37) % 256);
/** "관세는 오른다. 회담은 없다." in CP949. */
const cp949 = Buffer.from("b0fcbcbcb4c220bfc0b8a5b4d92e20c8b8b4e3c0ba20bef8b4d92e", "hex");

describe("a folder", () => {
  it("is read whole: new, changed, unchanged and removed documents are told apart", async () => {
    const store = await emptyStore();
    const folder = writeFiles(join(newFolder(), "글"), { "a.md": taiwan, "b.md": japan, "깊은 곳/c.md": japan });
    const first = await ingest(folder, store);
    expect(counts(first)).toEqual({ ...none, added: 3 });
    expect(first.sections).toBeGreaterThanOrEqual(3);
    expect(first.warnings).toEqual([]);
    expect(await storedIds(store)).toEqual(["글/a.md", "글/b.md", "글/깊은 곳/c.md"]);

    expect(counts(await ingest(folder, store))).toEqual({ ...none, unchanged: 3 });
    const { revision } = await store.status();

    writeFiles(folder, { "a.md": taiwan.replace("늘린다고", "줄인다고"), "d.md": taiwan });
    unlinkSync(join(folder, "b.md"));
    expect(counts(await ingest(folder, store))).toEqual({ added: 1, changed: 1, unchanged: 1, removed: 1, failed: 0 });
    const { articles, removedIds } = await store.changedSince(revision, 100);
    expect(articles.map((article) => article.id).sort()).toEqual(["글/a.md", "글/d.md"]);
    expect(removedIds).toEqual(["글/b.md"]);
  });

  it("reports its progress document by document", async () => {
    const store = await emptyStore();
    const source = await openFolder(writeFiles(newFolder(), { "a.md": taiwan, "b.bin": binary, "c.md": japan }));
    const steps: [number, number][] = [];
    await ingestDocuments(
      source,
      { store, reader: inlineReader },
      { articleId: (path) => path, onProgress: (...step) => steps.push(step) },
    );
    expect(steps).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  it("may be empty; what it held stays, as a disk may be missing", async () => {
    const store = await emptyStore();
    const folder = writeFiles(join(newFolder(), "글"), { "a.md": taiwan });
    await ingest(folder, store);
    unlinkSync(join(folder, "a.md"));
    const report = await ingest(folder, store);
    expect(counts(report)).toEqual(none);
    expect(report.warnings).toEqual([`"${folder}" holds no files; 1 articles stay. Is a disk missing?`]);
    expect(await storedIds(store)).toEqual(["글/a.md"]);
  });

  it.each<[what: string, files: Parameters<typeof writeFiles>[1], named: number]>([
    ["is empty", {}, 0],
    ["holds nothing but a picture", { "그림.png": binary }, 1],
  ])("that %s is said to have no documents, and which can be read", async (_what, files, named) => {
    const { warnings } = await ingest(writeFiles(newFolder(), files), await emptyStore());
    expect(warnings).toHaveLength(named + 1);
    expect(warnings.at(-1)).toMatch(
      /^".*" has no documents that can be read\. These can: Markdown, HTML and text, in /,
    );
  });

  // A name that is no UTF-8 cannot be opened again, by root neither.
  it.skipIf(process.platform !== "linux")("is read on where a folder in it cannot be, and loses nothing", async () => {
    const store = await emptyStore();
    const folder = writeFiles(join(newFolder(), "글"), { "a.md": taiwan, "b.md": japan, "깊은 곳/c.md": japan });
    await ingest(folder, store);
    rmSync(join(folder, "깊은 곳"), { recursive: true });
    mkdirSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff])]));
    writeFiles(folder, { "d.md": taiwan });
    const report = await ingest(folder, store);
    expect(counts(report)).toEqual({ ...none, added: 1, unchanged: 2 });
    expect(report.warnings).toEqual([expect.stringMatching(/^The folder ".*" cannot be read: ENOENT.*\.$/)]);
    expect(await storedIds(store)).toContain("글/깊은 곳/c.md");
  });

  it("must be readable itself", async () => {
    const folder = writeFiles(newFolder(), { "a.md": taiwan });
    const source = await openFolder(folder);
    rmSync(folder, { recursive: true });
    await expect(source.list()).rejects.toThrow(/^The folder ".*" cannot be read: ENOENT.*\.$/);
  });

  it("is read without what is hidden, and without following links", async () => {
    const store = await emptyStore();
    const folder = writeFiles(newFolder(), { "a.md": taiwan, ".hidden.md": japan, ".git/x.md": japan });
    symlinkSync(folder, join(folder, "loop"));
    symlinkSync(join(folder, "a.md"), join(folder, "link.md"));
    expect(counts(await ingest(folder, store))).toEqual({ ...none, added: 1 });
  });
});

describe("documents that cannot be read", () => {
  it("stand beside good ones and are named once", async () => {
    const store = await emptyStore();
    const folder = writeFiles(join(newFolder(), "글"), { "a.md": taiwan, "b.bin": binary, "c.txt": cp949 });
    const report = await ingest(folder, store);
    expect(counts(report)).toEqual({ ...none, added: 2, failed: 1 });
    expect(report.warnings.filter((warning) => warning.includes("b.bin"))).toHaveLength(1);
    const { articles } = await store.changedSince(0, 10);
    const old = articles.find((article) => article.id === "글/c.txt");
    expect(old?.sections.map((section) => section.body)).toEqual(["관세는 오른다. 회담은 없다."]);
  });

  it("that are too large are passed over, with their name", async () => {
    const store = await emptyStore();
    const folder = writeFiles(newFolder(), { "a.md": taiwan, "large.md": "" });
    truncateSync(join(folder, "large.md"), 20_000_001);
    const report = await ingest(folder, store);
    expect(counts(report)).toEqual({ ...none, added: 1, failed: 1 });
    expect(report.warnings).toEqual([
      expect.stringMatching(/^".*large\.md" is larger than 20 MB and was passed over\.$/),
    ]);
  });

  it("that vanish meanwhile are named", async () => {
    const store = await emptyStore();
    const folder = writeFiles(newFolder(), { "a.md": taiwan, "b.md": japan });
    const source = await openFolder(folder);
    const listing = await source.list();
    unlinkSync(join(folder, "b.md"));
    const report = await ingestDocuments(
      { ...source, list: async () => listing },
      { store, reader: inlineReader },
      {
        articleId: (path) => path,
      },
    );
    expect(counts(report)).toEqual({ ...none, added: 1, failed: 1 });
    expect(report.warnings).toEqual([expect.stringMatching(/^".*b\.md" cannot be read: ENOENT.*\.$/)]);
  });

  it("keep the article that was read from them before", async () => {
    const store = await emptyStore();
    const folder = writeFiles(join(newFolder(), "글"), { "a.md": taiwan });
    await ingest(folder, store);
    writeFiles(folder, { "a.md": binary });
    expect(counts(await ingest(folder, store))).toEqual({ ...none, failed: 1 });
    expect(await storedIds(store)).toEqual(["글/a.md"]);
  });

  it("warn once, however many say the same", async () => {
    const source = await openFolder(writeFiles(newFolder(), { "a.md": taiwan, "b.md": japan, "c.md": japan }));
    const complaining = { ...source, read: () => Promise.reject(new Error("The disk is asleep.")) };
    const report = await ingestDocuments(
      complaining,
      { store: await emptyStore(), reader: inlineReader },
      { articleId: (path) => path },
    );
    expect(counts(report)).toEqual({ ...none, failed: 3 });
    expect(report.warnings.filter((each) => each === "The disk is asleep.")).toHaveLength(1);
  });
});

describe("where a folder is", () => {
  it("may change: its articles stay", async () => {
    const store = await emptyStore();
    const before = writeFiles(join(newFolder(), "글"), { "a.md": taiwan, "b.md": japan });
    await ingest(before, store);
    const after = join(newFolder(), "글");
    writeFiles(join(after, ".."), {});
    renameSync(before, after);
    expect(counts(await ingest(after, store))).toEqual({ ...none, unchanged: 2 });
    expect(await store.origins()).toEqual([{ name: "글", location: after }]);
  });

  it("tells two folders of one name apart: the second is refused until it is given a name", async () => {
    const store = await emptyStore();
    const one = writeFiles(join(newFolder(), "글"), { "a.md": taiwan });
    const other = writeFiles(join(newFolder(), "글"), { "a.md": japan });
    await ingest(one, store);
    await expect(ingest(other, store)).rejects.toThrow(
      `Articles of another folder named "글" (${one}) are stored already. Give this one another name with --source NAME.`,
    );
    expect(await storedIds(store)).toEqual(["글/a.md"]);
    expect(counts(await ingest(other, store, "다른 글"))).toEqual({ ...none, added: 1 });
    expect(await storedIds(store)).toEqual(["글/a.md", "다른 글/a.md"]);
    expect(counts(await ingest(other, store))).toEqual({ ...none, unchanged: 1 });
  });

  it("must be a place that exists", async () => {
    const store = await emptyStore();
    await expect(ingest(join(root, "nowhere"), store)).rejects.toThrow(/^There is no file or folder ".*nowhere"\.$/);
    await expect(ingest("/dev/null", store)).rejects.toThrow('"/dev/null" is neither a file nor a folder.');
    expect(await store.origins()).toEqual([]);
  });

  it.each([
    "",
    " ",
    "a/b",
    "a\\b",
    "a\nb",
    "a\u202eb",
  ])("has no name like %j, which would lead elsewhere", async (name) => {
    const folder = writeFiles(newFolder(), { "a.md": taiwan });
    await expect(openFolder(folder, [], name)).rejects.toThrow(
      /^".*" cannot be the name of a source: it is empty, or holds "\/", "\\" or a control character\. Give another name with --source NAME\.$/,
    );
  });

  it("must not have become a file", async () => {
    const store = await emptyStore();
    const folder = writeFiles(join(newFolder(), "글"), { "a.md": taiwan });
    await ingest(folder, store);
    rmSync(folder, { recursive: true });
    writeFiles(join(folder, ".."), { 글: taiwan });
    await expect(ingest(folder, store)).rejects.toThrow(
      `"${folder}" was the folder of the articles named "글", and is a file now. Put the folder back, or name another path.`,
    );
  });

  it("is named without what a terminal would obey", async () => {
    await expect(openFolder("/nowhere/\u001b[2J\n\u202e")).rejects.toThrow(
      /^There is no file or folder "\/nowhere\/\[2J "\.$/,
    );
  });

  it("has a name in NFC, whatever the disk says", async () => {
    const store = await emptyStore();
    await ingest(writeFiles(join(newFolder(), "글".normalize("NFD")), { "a.md": taiwan }), store);
    expect((await store.origins()).map((origin) => origin.name)).toEqual(["글"]);
  });
});

describe("a part of a folder", () => {
  it("may be one file of a known folder: the others stay", async () => {
    const store = await emptyStore();
    const folder = writeFiles(join(newFolder(), "글"), { "a.md": taiwan, "깊은 곳/b.md": japan });
    await ingest(folder, store);
    writeFiles(folder, { "깊은 곳/b.md": japan.replace("협상한다", "다툰다") });
    unlinkSync(join(folder, "a.md"));
    expect(counts(await ingest(join(folder, "깊은 곳/b.md"), store))).toEqual({ ...none, changed: 1 });
    expect(counts(await ingest(join(folder, "깊은 곳"), store))).toEqual({ ...none, unchanged: 1 });
    expect(await storedIds(store)).toEqual(["글/a.md", "글/깊은 곳/b.md"]);
  });

  it("may be one file of a folder that nobody knows yet", async () => {
    const store = await emptyStore();
    const folder = writeFiles(join(newFolder(), "글"), { "a.md": taiwan, "b.md": japan });
    expect(counts(await ingest(join(folder, "a.md"), store))).toEqual({ ...none, added: 1 });
    expect(counts(await ingest(folder, store))).toEqual({ ...none, added: 1, unchanged: 1 });
  });

  it("belongs to the innermost known folder", async () => {
    const outer = writeFiles(newFolder(), { "안쪽/a.md": taiwan });
    const known = [
      { name: "바깥", location: outer },
      { name: "안", location: join(outer, "안쪽") },
    ];
    for (const origins of [known, known.toReversed()]) {
      expect((await openFolder(join(outer, "안쪽/a.md"), origins)).origin.name).toBe("안");
      expect((await openFolder(outer, origins)).origin.name).toBe("바깥");
    }
  });
});

it("goes on after a crash between two commits", async () => {
  const store = await emptyStore();
  const documents = Object.fromEntries(
    Array.from({ length: 230 }, (_, i) => [`${i}.md`, `${taiwan}\n${i}번째 글이다.\n`]),
  );
  const folder = writeFiles(join(newFolder(), "글"), documents);
  let commits = 0;
  const crashing: ArticleStore = {
    ...store,
    commit: (...args) => (++commits === 3 ? Promise.reject(new Error("power cut")) : store.commit(...args)),
  };
  await expect(ingest(folder, crashing)).rejects.toThrow("power cut");
  expect((await store.status()).articles).toBe(200);
  rmSync(join(folder, "7.md"));
  expect(counts(await ingest(folder, store))).toEqual({ ...none, added: 30, unchanged: 199, removed: 1 });
  expect((await store.status()).articles).toBe(229);
});
