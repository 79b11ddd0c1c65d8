import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openIndexFolder } from "../../adapters/runtime/index-folder.ts";
import { createPackingThreads } from "../../adapters/runtime/packing-threads.ts";
import { holdDataLock } from "../../adapters/store/data-lock.ts";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import { makeFolder } from "../../src/config/data-dir.ts";
import { createIndexKeeper } from "../../src/flows/keep-index.ts";
import { keepFresh, type StartReport, startIndex } from "../../src/flows/refresh-index.ts";
import type { ArticleStore } from "../../src/ports/article-store.ts";
import type { IndexFolder } from "../../src/ports/index-folder.ts";
import type { Clock, Logger } from "../../src/ports/runtime.ts";
import { createInMemoryIndex } from "../../src/search/in-memory-index.ts";
import { readQuery } from "../../src/search/query.ts";
import type { KeptIndex, SectionIndex } from "../../src/search/section-index.ts";
import { createTwoStoreyIndex } from "../../src/search/two-storey-index.ts";
import { parseWordLists } from "../../src/text/lexicon.ts";
import { indexedArticles } from "../contracts/indexed-articles.ts";
import { sampleArticle } from "../contracts/sample-articles.ts";
import { temporaryFolder } from "./temporary-folder.ts";

// Index folders on the disk, with the thread that packs.

const words = { aliases: [{ name: "aliases.tsv", text: "등대섬\tBeacon Island\n" }], synonyms: [], exclusive: [] };
const { lexicon } = parseWordLists(words);
const root = temporaryFolder();
let folders = 0;
const newPath = () => join(root, `${folders++}`);
const threadModule = join(import.meta.dirname, "../../src/index-thread.ts");

const opened: IndexFolder[] = [];
afterAll(() => Promise.all(opened.map((folder) => folder.close())));

function openAt(path: string): IndexFolder {
  const thread = createPackingThreads(threadModule, words.aliases);
  const make = () => makeFolder(path);
  const folder = openIndexFolder({ path, thread, make, claim: () => holdDataLock(join(path, "keeping.lock"), 0) });
  opened.push(folder);
  return folder;
}

async function startAt(path: string, from = store): Promise<{ index: KeptIndex; report: StartReport }> {
  const index = createTwoStoreyIndex(lexicon);
  const keeper = createIndexKeeper(index, openAt(path), from);
  const report = await startIndex(index, from, keeper);
  await keeper.close();
  return { index, report };
}

const articles = Array.from({ length: 200 }, (_, i) =>
  sampleArticle(`${i}`, { 섬: `등대섬 ${i}의 뱃삯을 돌려준다.`, 밭: `소금밭 ${i}곳을 고친다.` }),
);
const commit = (to: ArticleStore, changed: readonly (typeof articles)[number][], removed: readonly string[] = []) =>
  to.commit(
    { name: "표본", location: "/srv/표본" },
    changed.map((article) => ({ article, contentHash: JSON.stringify(article) })),
    removed,
  );
const found = (index: SectionIndex) =>
  ["Beacon Island 7의 뱃삯", "소금밭 33곳"].map((question) => index.find(readQuery(question, lexicon), { limit: 30 }));

let store: ArticleStore;
let expected: ReturnType<typeof found>;
const storePath = newPath();
/** Kept from the store. */
const kept = newPath();

beforeAll(async () => {
  store = await openSqliteStore(join(storePath, "store.sqlite"), Date.now);
  await commit(store, articles);
  expected = found(createInMemoryIndex(lexicon, articles));
  expect((await startAt(kept)).report).toMatchObject({ refused: null, notKept: null });
});
afterAll(() => store.close());

/** The same store, to be changed. */
function copyOfStore(): Promise<ArticleStore> {
  const path = newPath();
  mkdirSync(path);
  for (const name of ["store.sqlite", "store.sqlite-wal"]) copyFileSync(join(storePath, name), join(path, name));
  return openSqliteStore(join(path, "store.sqlite"), Date.now);
}

/** A copy of what was kept, to be spoilt. */
function copyOfKept(): { readonly path: string; readonly segment: string; readonly manifest: string } {
  const path = newPath();
  mkdirSync(path);
  for (const name of readdirSync(kept)) copyFileSync(join(kept, name), join(path, name));
  const [segment = ""] = readdirSync(path).filter((name) => name.endsWith(".segment"));
  return { path, segment: join(path, segment), manifest: join(path, "manifest") };
}

function flip(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 0x10;
  writeFileSync(path, bytes);
}

it("answers from what was kept as from what was built, and writes nothing where nothing changed", async () => {
  const before = readdirSync(kept);
  const { index, report } = await startAt(kept);
  expect(report).toMatchObject({ refused: null, notKept: null });
  expect(found(index)).toEqual(expected);
  expect(index.article("12")).toEqual(articles[12]);
  expect(readdirSync(kept)).toEqual(before);
});

describe("what does not fit is refused with the reason, built again, and kept", () => {
  const sizeOf = (path: string) => readFileSync(path).length;

  it.each<[name: string, spoil: (copy: ReturnType<typeof copyOfKept>) => void, reason: string | RegExp]>([
    ["a missing segment", ({ segment }) => rmSync(segment), /^its file \S+ cannot be opened \(ENOENT/],
    ["an empty segment", ({ segment }) => truncateSync(segment, 0), /^its file \S+ is damaged$/],
    ["a cut segment", ({ segment }) => truncateSync(segment, sizeOf(segment) - 1), /is damaged$/],
    ["a longer segment", ({ segment }) => writeFileSync(segment, "x", { flag: "a" }), /is damaged$/],
    ["a changed record", ({ segment }) => flip(segment, 10), /is damaged$/],
    ["a changed image", ({ segment }) => flip(segment, sizeOf(segment) - 10), /is damaged$/],
    ["a foreign segment", ({ segment }) => writeFileSync(segment, Buffer.alloc(sizeOf(segment), 7)), /is damaged$/],
    ["a changed manifest", ({ manifest }) => flip(manifest, 200), "it is damaged"],
    ["a cut manifest", ({ manifest }) => truncateSync(manifest, 150), "it is damaged"],
    [
      "a foreign manifest",
      ({ manifest }) => writeFileSync(manifest, "PK"),
      "it was made by another version of the index",
    ],
    ["an empty manifest", ({ manifest }) => writeFileSync(manifest, ""), "it was made by another version of the index"],
  ])("%s", async (_name, spoil, reason) => {
    const copy = copyOfKept();
    spoil(copy);
    const { index, report } = await startAt(copy.path);
    expect(report.refused).toMatch(reason);
    expect(report.notKept).toBeNull();
    expect(found(index)).toEqual(expected);
    expect((await startAt(copy.path)).report.refused).toBeNull();
    expect(readdirSync(copy.path).filter((name) => name.endsWith(".segment"))).toHaveLength(1);
  });
});

describe("a segment that is spoilt while a bot runs", () => {
  it.each<[name: string, spoil: (segment: string) => void]>([
    ["emptied", (segment) => truncateSync(segment, 0)],
    ["cut short", (segment) => truncateSync(segment, 3_000)],
    ["overwritten", (segment) => writeFileSync(segment, Buffer.alloc(readFileSync(segment).length, 7))],
    ["overwritten with other records", (segment) => writeFileSync(segment, readFileSync(segment).subarray(5_000))],
  ])("and is %s fails one question, is told of, and is built anew while the bot runs", async (_name, spoil) => {
    const { path, segment } = copyOfKept();
    // One article in memory: the others are read from the segment.
    const index = createTwoStoreyIndex(lexicon, 1);
    const keeper = createIndexKeeper(index, openAt(path), store);
    const wholeAtReads: boolean[] = [];
    const watched: ArticleStore = {
      ...store,
      changedSince(revision, limit) {
        wholeAtReads.push(freshness.isWhole());
        return store.changedSince(revision, limit);
      },
    };
    expect((await startIndex(index, store, keeper)).refused).toBeNull();
    const told: string[] = [];
    const log: Logger = {
      debug() {},
      info() {},
      warn: (text) => void told.push(text),
      error: (text) => void told.push(text),
    };
    let nowMs = Date.now();
    let look = async () => {};
    const clock: Clock = {
      now: () => nowMs,
      sleep: async () => {},
      every(_intervalMs, task) {
        look = task;
        return async () => {};
      },
    };
    const freshness = keepFresh(index, watched, keeper, { clock, log });
    await look();
    spoil(segment);
    await look();
    const why =
      /its file \S+\.segment cannot be read any more \((it is shorter than it was|it holds something else than was written)\)/;
    expect(() => found(index)).toThrow(why);
    expect([told, wholeAtReads]).toEqual([[], [true, true]]);
    expect(freshness.isWhole()).toBe(false);
    await look();
    expect(freshness.isWhole()).toBe(true);
    expect(wholeAtReads.slice(2)).toContain(false);
    expect(told).toEqual([expect.stringMatching(why)]);
    expect(found(index)).toEqual(expected);

    const segments = () => readdirSync(path).filter((name) => name.endsWith(".segment"));
    const anew = () => segments().find((name) => join(path, name) !== segment);
    await vi.waitUntil(() => anew() !== undefined && segments().length === 1);
    // A disk that damages what is written on it would have the index built without an end.
    spoil(join(path, anew() as string));
    expect(() => found(index)).toThrow(why);
    await look();
    expect([freshness.isWhole(), told.length]).toEqual([false, 1]);
    nowMs += 60_000;
    await look();
    expect([freshness.isWhole(), told.length]).toEqual([true, 2]);
    expect(found(index)).toEqual(expected);
    nowMs += 1000;
    await freshness.stop();
    await keeper.close();
    expect((await startAt(path)).report.refused).toBeNull();
    expect(readdirSync(path).filter((name) => name.endsWith(".segment"))).toHaveLength(1);
  });
});

it("follows what changed, and what a process left that died goes", async () => {
  const { path, segment } = copyOfKept();
  writeFileSync(join(path, "left.segment"), "half");
  writeFileSync(join(path, "left.tmp"), "half");
  const newer = await copyOfStore();
  await commit(newer, [sampleArticle("7", { 섬: "등대섬 7의 뱃삯이 오른다." })], ["33"]);
  const { index, report } = await startAt(path, newer);
  expect(report).toMatchObject({ refused: null, notKept: null });
  const anew = createInMemoryIndex(lexicon, indexedArticles(index));
  expect(index.cards()).toHaveLength(199);
  expect(found(index)).toEqual(found(anew));
  expect(existsSync(segment)).toBe(true);
  expect(readdirSync(path).filter((name) => name.includes("left"))).toEqual([]);
  expect(found((await startAt(path, newer)).index)).toEqual(found(anew));
  await newer.close();
});

it("removes what processes left that died before it writes, and nothing that was kept", async () => {
  const { path, segment } = copyOfKept();
  writeFileSync(join(path, "left.segment"), "half");
  writeFileSync(join(path, "left.tmp"), "half");
  expect(await openAt(path).writes()).toBe(true);
  expect(readdirSync(path).filter((name) => name.includes("left"))).toEqual([]);
  expect(existsSync(segment)).toBe(true);
  rmSync(join(path, "manifest"));
  // Nothing was kept yet: each of many starts died while it built.
  await Promise.all(opened.splice(0).map((folder) => folder.close()));
  expect(await openAt(path).writes()).toBe(true);
  expect(existsSync(segment)).toBe(false);
});

it("starts and answers where nothing can be written, and says why", async () => {
  const path = join(newPath(), "a file");
  mkdirSync(join(path, ".."));
  writeFileSync(path, "in the way");
  const { index, report } = await startAt(path);
  expect(report.notKept).toMatch(/EEXIST|ENOTDIR|EPERM/);
  expect(found(index)).toEqual(expected);
});

// Whoever may do anything writes all the same.
it.skipIf(process.getuid?.() === 0 || process.platform === "win32")(
  "starts where the folder is read-only",
  async () => {
    const { path } = copyOfKept();
    rmSync(join(path, "manifest"));
    chmodSync(path, 0o500);
    const { index, report } = await startAt(path);
    chmodSync(path, 0o700);
    expect(report.notKept).toMatch(/EACCES|cannot be made/);
    expect(found(index)).toEqual(expected);
  },
);

it("leaves a folder alone that another process keeps its index in, and says nothing of it", async () => {
  const { path } = copyOfKept();
  const lock = holdDataLock(join(path, "keeping.lock"));
  const names = readdirSync(path).sort();
  const newer = await copyOfStore();
  await commit(newer, [sampleArticle("x", { 섬: "등대섬에 다리를 놓는다." })]);
  const { index, report } = await startAt(path, newer);
  expect(report).toMatchObject({ refused: null, notKept: null });
  expect(index.article("x")).not.toBeNull();
  expect(readdirSync(path).sort()).toEqual(names);
  lock?.release();
  await newer.close();
});

it("goes on packing what it loaded where another process replaced the files meanwhile", async () => {
  const { path, segment } = copyOfKept();
  const index = createTwoStoreyIndex(lexicon);
  const newer = await copyOfStore();
  const keeper = createIndexKeeper(index, openAt(path), newer);
  expect(await keeper.load()).toBeNull();
  const lock = holdDataLock(join(path, "keeping.lock"));
  rmSync(segment);
  const changed = articles.slice(0, 100).map((article) => ({ ...article, title: "새 제목" }));
  await commit(newer, changed, ["150"]);
  await keeper.takeIn(await newer.changedSince(index.revision(), 500));
  expect(await keeper.keep()).toBeNull();
  expect(index.segments()).toBe(1);
  expect(index.article("199")).toEqual(articles[199]);
  expect(found(index)).toEqual(found(createInMemoryIndex(lexicon, indexedArticles(index))));
  lock?.release();
  await newer.close();
});

describe("what could not be written is written once it can be", () => {
  it.each<[name: string, firstClaim: (path: string) => { release(): void } | null]>([
    ["as another process kept its index there", () => null],
    [
      "as the folder was away",
      (path) => {
        rmSync(path, { recursive: true });
        return { release: () => {} };
      },
    ],
  ])("%s", async (_name, firstClaim) => {
    const path = newPath();
    let claims = 0;
    const claim = () => (claims++ === 0 ? firstClaim(path) : { release: () => {} });
    const thread = createPackingThreads(threadModule, words.aliases);
    const folder = openIndexFolder({ path, thread, make: () => makeFolder(path), claim });
    opened.push(folder);
    const index = createTwoStoreyIndex(lexicon);
    const keeper = createIndexKeeper(index, folder, store);
    await keeper.takeIn(await store.changedSince(0, 100));
    await keeper.takeIn(await store.changedSince(index.revision(), 10));
    mkdirSync(path, { recursive: true });
    expect(await keeper.keep()).toBeNull();
    expect(existsSync(join(path, "manifest"))).toBe(true);
    const { index: next, report } = await startAt(path);
    expect(report).toMatchObject({ refused: null, notKept: null });
    expect(found(next)).toEqual(expected);
    expect(found(index)).not.toEqual(expected);
  });
});
