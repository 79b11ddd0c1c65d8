import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import type { Article } from "../../src/documents/article.ts";
import { createIndexKeeper } from "../../src/flows/keep-index.ts";
import { catchUp, keepFresh, type StartReport, startIndex } from "../../src/flows/refresh-index.ts";
import type { ArticleStore } from "../../src/ports/article-store.ts";
import type { IndexFolder } from "../../src/ports/index-folder.ts";
import type { Clock, Logger } from "../../src/ports/runtime.ts";
import { createInMemoryIndex } from "../../src/search/in-memory-index.ts";
import { readQuery } from "../../src/search/query.ts";
import type { KeptIndex, SectionIndex } from "../../src/search/section-index.ts";
import { createTwoStoreyIndex } from "../../src/search/two-storey-index.ts";
import { emptyLexicon, parseLexicon } from "../../src/text/lexicon.ts";
import { indexedArticles } from "../contracts/indexed-articles.ts";
import { sampleArticle } from "../contracts/sample-articles.ts";
import { indexFolderInMemory } from "./index-folder-in-memory.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const root = temporaryFolder();
let files = 0;
const newPath = (name: string) => join(root, `${files++}`, name);

const stores: ArticleStore[] = [];
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
});
async function openStore(path = ":memory:"): Promise<ArticleStore> {
  const store = await openSqliteStore(path, Date.now);
  stores.push(store);
  return store;
}

function commit(
  store: ArticleStore,
  articles: readonly Article[],
  removedIds: readonly string[] = [],
): Promise<number> {
  const changed = articles.map((article) => ({ article, contentHash: JSON.stringify(article) }));
  return store.commit({ name: "표본", location: "/srv/표본" }, changed, removedIds);
}

const taiwan = sampleArticle("a", { 대만: "대만은 국방비를 올린다." });
const japan = sampleArticle("b", { 일본: "일본은 관세를 협상한다." });

function found(index: SectionIndex): string[] {
  const { hits } = index.find(readQuery("대만 일본 관세 국방비", emptyLexicon), { limit: 10 });
  return hits.map((hit) => hit.section.id).sort();
}

/** A new process on a folder: its index, and what it says of its start. */
async function startOn(
  folder: IndexFolder,
  store: ArticleStore,
  lexicon = emptyLexicon,
): Promise<{ readonly index: KeptIndex; readonly report: StartReport }> {
  const index = createTwoStoreyIndex(lexicon);
  return { index, report: await startIndex(index, store, createIndexKeeper(index, folder, store)) };
}

describe("startIndex", () => {
  it("builds from the store where nothing was kept, and keeps it", async () => {
    const store = await openStore();
    const revision = await commit(store, [taiwan, japan]);
    const folder = indexFolderInMemory(emptyLexicon);
    const { index, report } = await startOn(folder, store);
    expect(report).toEqual({ refused: null, notKept: null, revision });
    expect(found(index)).toEqual(["a#대만", "b#일본"]);
    expect(index.unpacked()).toBe(0);
    expect(folder.done).toEqual({ packed: 1, kept: 1 });
  });

  it("uses what was kept, and keeps nothing where nothing changed", async () => {
    const store = await openStore();
    const revision = await commit(store, [taiwan, japan]);
    const folder = indexFolderInMemory(emptyLexicon);
    await startOn(folder, store);
    const asked: number[] = [];
    const watched: ArticleStore = {
      ...store,
      changedSince(from, limit) {
        asked.push(from);
        return store.changedSince(from, limit);
      },
    };
    const { index, report } = await startOn(folder, watched);
    expect(report).toEqual({ refused: null, notKept: null, revision });
    expect(found(index)).toEqual(["a#대만", "b#일본"]);
    expect(asked).toEqual([revision]);
    expect(folder.done).toEqual({ packed: 1, kept: 1 });
  });

  it("catches up from what was kept, and keeps what is newer", async () => {
    const store = await openStore();
    await commit(store, [taiwan]);
    const folder = indexFolderInMemory(emptyLexicon);
    await startOn(folder, store);
    const revision = await commit(store, [japan], ["a"]);
    await startOn(folder, store);
    const { index, report } = await startOn(folder, store);
    expect(report.revision).toBe(revision);
    expect(found(index)).toEqual(["b#일본"]);
    expect(folder.done.kept).toBe(2);
  });

  it("packs a long list of changes elsewhere, and keeps all of it", async () => {
    const store = await openStore();
    const many = Array.from({ length: 1203 }, (_, i) =>
      sampleArticle(`${i}`, { 글: `${i}번째 관세`, 둘: `${i}번째 국방비` }),
    );
    const revision = await commit(store, many);
    const folder = indexFolderInMemory(emptyLexicon);
    const { index, report } = await startOn(folder, store);
    expect(report).toEqual({ refused: null, notKept: null, revision });
    expect(index.cards()).toHaveLength(1203);
    const { index: again } = await startOn(folder, store);
    expect(indexedArticles(again)).toEqual(indexedArticles(index));
    const before = createInMemoryIndex(emptyLexicon);
    await catchUp(before, store);
    const query = readQuery("77번째 관세", emptyLexicon);
    expect(again.find(query, { limit: 30 })).toEqual(before.find(query, { limit: 30 }));
  });

  it("knows what was removed from segments and which blocks repeat, also after the next start", async () => {
    const store = await openStore();
    const many = Array.from({ length: 30 }, (_, i) => sampleArticle(`${i}`, { 글: `${i}번째 관세\n되풀이되는 줄` }));
    await commit(store, many);
    const folder = indexFolderInMemory(emptyLexicon);
    await startOn(folder, store);
    await commit(store, [sampleArticle("3", { 글: "세 번째 관세는 오른다." })], ["4", "5"]);
    await startOn(folder, store);
    const { index, report } = await startOn(folder, store);
    expect(report.refused).toBeNull();
    const anew = createInMemoryIndex(emptyLexicon);
    await catchUp(anew, store);
    const query = readQuery("세 번째 관세", emptyLexicon);
    expect(index.find(query, { limit: 30 })).toEqual(anew.find(query, { limit: 30 }));
    const [article] = indexedArticles(index);
    const [section] = article?.sections ?? [];
    expect(article && section && [0, 1].map((line) => index.isBoilerplate(article, section, line))).toEqual([
      false,
      true,
    ]);
  });

  it("knows an article without sections, also after the next start", async () => {
    const [store, folder] = [await openStore(), indexFolderInMemory(emptyLexicon)];
    await commit(store, [taiwan]);
    await startOn(folder, store);
    await commit(store, [{ ...taiwan, sections: [] }]);
    for (const { index, report } of [await startOn(folder, store), await startOn(folder, store)]) {
      expect(report).toMatchObject({ refused: null, notKept: null });
      expect(indexedArticles(index)).toEqual([{ ...taiwan, sections: [] }]);
      expect(found(index)).toEqual([]);
    }
  });

  it("does not use what was made with another lexicon, and says so", async () => {
    const store = await openStore();
    const revision = await commit(store, [taiwan, japan]);
    const { lexicon } = parseLexicon("대만\tTaiwan\n");
    const folder = indexFolderInMemory(lexicon);
    await startOn(folder, store);
    const { index, report } = await startOn(folder, store, lexicon);
    expect(report).toEqual({
      refused: "it was made with other text rules or another lexicon",
      notKept: null,
      revision,
    });
    expect(found(index)).toEqual(["a#대만", "b#일본"]);
    expect((await startOn(folder, store, lexicon)).report.refused).toBeNull();
  });

  it("builds from the store where what was kept can neither be read nor written, and says why", async () => {
    const store = await openStore();
    const revision = await commit(store, [taiwan, japan]);
    const broken = () => Promise.reject(new Error("EIO"));
    const folder = { ...indexFolderInMemory(emptyLexicon), manifest: broken, keep: broken };
    const { index, report } = await startOn(folder, store);
    expect(report).toEqual({ refused: "it cannot be read (EIO)", notKept: "EIO", revision });
    expect(found(index)).toEqual(["a#대만", "b#일본"]);
  });

  it("starts where nothing can be packed, and says why", async () => {
    const store = await openStore();
    await commit(store, [taiwan, japan]);
    const folder = { ...indexFolderInMemory(emptyLexicon), pack: () => Promise.reject(new Error("no thread")) };
    const { index, report } = await startOn(folder, store);
    expect(report.notKept).toBe("no thread");
    expect(found(index)).toEqual(["a#대만", "b#일본"]);
    index.apply([{ kind: "remove", articleId: "a" }], 9);
    expect(found(index)).toEqual(["b#일본"]);
  });

  it("does not use what was kept beside a database that was restored, also where it grew to the same revision", async () => {
    const path = newPath("store.sqlite");
    const before = await openSqliteStore(path, Date.now);
    await commit(before, [taiwan]);
    await before.close();
    const backup = readFileSync(path);
    const lost = await openSqliteStore(path, Date.now);
    const revision = await commit(lost, [japan]);
    const folder = indexFolderInMemory(emptyLexicon);
    await startOn(folder, lost);
    await lost.close();
    writeFileSync(path, backup);
    const restored = await openStore(path);
    expect(await commit(restored, [sampleArticle("c", { 영국: "영국은 관세를 내린다." })])).toBe(revision);
    const { index, report } = await startOn(folder, restored);
    expect(report).toEqual({ refused: expect.stringContaining("restore"), notKept: null, revision });
    expect(found(index)).toEqual(["a#대만", "c#영국"]);
    expect((await startOn(folder, restored)).report.refused).toBeNull();
  });

  it("forgets what is newer than the store: it belongs to another one", async () => {
    const other = await openStore();
    for (let i = 0; i < 9; i++) await commit(other, [sampleArticle("x", { 대만: `대만의 다른 글 ${i}` })]);
    const folder = indexFolderInMemory(emptyLexicon);
    await startOn(folder, other);
    const store = await openStore();
    const revision = await commit(store, [japan]);
    const { index } = await startOn(folder, store);
    expect(found(index)).toEqual(["b#일본"]);
    expect(index.revision()).toBe(revision);
  });

  it("starts empty on an empty store", async () => {
    const { index, report } = await startOn(indexFolderInMemory(emptyLexicon), await openStore());
    expect(report).toEqual({ refused: null, notKept: null, revision: 0 });
    expect(index.cards()).toEqual([]);
  });
});

describe("catchUp", () => {
  it("shows what another connection committed", async () => {
    const path = newPath("store.sqlite");
    const [one, other] = [await openStore(path), await openStore(path)];
    await commit(one, [taiwan, japan]);
    const index = createInMemoryIndex(emptyLexicon);
    await catchUp(index, one);

    const revision = await commit(other, [sampleArticle("b", { 영국: "영국은 관세를 내린다." })], ["a"]);
    expect(found(index)).toEqual(["a#대만", "b#일본"]);
    expect(await catchUp(index, one)).toBe(revision);
    expect(found(index)).toEqual(["b#영국"]);
    expect(await catchUp(index, one)).toBe(revision);
  });

  it("reads a long list of changes to its end", async () => {
    const store = await openStore();
    const many = Array.from({ length: 1203 }, (_, i) => sampleArticle(`${i}`, { 글: `${i}번째 관세` }));
    const revision = await commit(store, many);
    const index = createInMemoryIndex(emptyLexicon);
    expect(await catchUp(index, store)).toBe(revision);
    expect(index.cards()).toHaveLength(1203);
  });

  it("learns which blocks repeat, also where they do no longer", async () => {
    const store = await openStore();
    const many = Array.from({ length: 6 }, (_, i) => sampleArticle(`${i}`, { 글: `${i}번째 관세\n되풀이되는 줄` }));
    await commit(store, many);
    const index = createInMemoryIndex(emptyLexicon);
    const repeats = () => {
      const [article] = indexedArticles(index);
      const [section] = article?.sections ?? [];
      return article && section && [0, 1].map((line) => index.isBoilerplate(article, section, line));
    };
    await catchUp(index, store);
    expect(repeats()).toEqual([false, true]);
    await commit(store, [], ["4", "5"]);
    await catchUp(index, store);
    expect(repeats()).toEqual([false, false]);
  });
});

describe("keepFresh", () => {
  const quiet = () => {};
  const log: Logger = { debug: quiet, info: quiet, warn: quiet, error: quiet };

  it("puts articles into the index one by one with rests, and sees what is committed meanwhile", async () => {
    const store = await openStore();
    const index = createTwoStoreyIndex(emptyLexicon);
    const keeper = createIndexKeeper(index, indexFolderInMemory(emptyLexicon), store);
    const foundAtRests: string[][] = [];
    const clock: Clock = {
      now: () => 0,
      async sleep() {
        foundAtRests.push(found(index));
        if (foundAtRests.length > 1) return;
        await commit(store, [sampleArticle("c", { 영국: "영국도 관세를 협상한다." })]);
        freshness.wake();
      },
      every: () => async () => {},
    };
    const freshness = keepFresh(index, store, keeper, { clock, log });
    await commit(store, [taiwan, japan]);
    freshness.wake();
    await expect.poll(() => index.cards().length).toBe(3);
    await freshness.stop();
    expect(foundAtRests).toEqual([["a#대만"], ["a#대만", "b#일본"], ["a#대만", "b#일본", "c#영국"]]);
    expect(index.revision()).toBe((await store.status()).revision);
  });

  /** A clock whose tasks are run by hand. */
  function handClock() {
    let nowMs = Date.parse("2026-11-22T12:00:00Z");
    const tasks: (() => Promise<void>)[] = [];
    const clock: Clock = {
      now: () => nowMs,
      sleep: async () => {},
      every(_intervalMs, task) {
        tasks.push(task);
        return async () => {};
      },
    };
    const pass = async (byMs: number) => {
      nowMs += byMs;
      for (const task of tasks) await task();
    };
    return { clock, pass };
  }

  it("builds the index anew where the database was restored meanwhile, and goes on following it", async () => {
    const path = newPath("store.sqlite");
    mkdirSync(dirname(path));
    const before = await openSqliteStore(path, Date.now);
    await commit(before, [taiwan]);
    await before.close();
    const copy = newPath("restored.sqlite");
    mkdirSync(dirname(copy));
    copyFileSync(path, copy);

    let current = await openStore(path);
    const restored = await openStore(copy);
    const store: ArticleStore = new Proxy(current, { get: (_target, name) => Reflect.get(current, name) });
    const folder = indexFolderInMemory(emptyLexicon);
    const index = createTwoStoreyIndex(emptyLexicon);
    const keeper = createIndexKeeper(index, folder, store);
    await startIndex(index, store, keeper);
    const { clock, pass } = handClock();
    const told: string[] = [];
    const freshness = keepFresh(index, store, keeper, { clock, log: { ...log, warn: (text) => void told.push(text) } });
    const revision = await commit(current, [japan]);
    await pass(250);
    expect(found(index)).toEqual(["a#대만", "b#일본"]);
    expect(told).toEqual([]);

    current = restored;
    await pass(250);
    expect([found(index), index.revision()]).toEqual([["a#대만"], (await restored.status()).revision]);
    expect(told).toEqual([expect.stringContaining("the database was restored")]);
    expect(freshness.isWhole()).toBe(true);
    expect(await commit(restored, [sampleArticle("c", { 영국: "영국은 관세를 내린다." })])).toBe(revision);
    await pass(250);
    expect(found(index)).toEqual(["a#대만", "c#영국"]);
    expect(told).toHaveLength(1);
    await freshness.stop();
    expect((await startOn(folder, restored)).report.refused).toBeNull();
  });

  it("packs what has come while it goes on, and loses nothing of what comes meanwhile", async () => {
    const store = await openStore();
    const index = createTwoStoreyIndex(emptyLexicon);
    const inMemory = indexFolderInMemory(emptyLexicon);
    let packing = Promise.resolve();
    const folder: IndexFolder = {
      ...inMemory,
      async pack(job) {
        await packing;
        return inMemory.pack(job);
      },
    };
    const { clock, pass } = handClock();
    const freshness = keepFresh(index, store, createIndexKeeper(index, folder, store), { clock, log });
    let done = () => {};
    packing = new Promise((resolve) => {
      done = resolve;
    });
    const articlesOf = (from: number) =>
      Array.from({ length: 130 }, (_, i) => sampleArticle(`${from + i}`, { 하나: `관세 ${from + i}`, 둘: "국방비" }));
    await commit(store, articlesOf(0));
    await pass(250);
    expect(index.unpacked()).toBe(260);
    await commit(store, [sampleArticle("5", { 하나: "고친 관세" }), ...articlesOf(200).slice(0, 50)], ["6"]);
    await pass(250);
    done();
    await expect.poll(() => index.unpacked()).toBeLessThan(250);
    await freshness.stop();
    const anew = createInMemoryIndex(emptyLexicon);
    await catchUp(anew, store);
    const query = readQuery("고친 관세", emptyLexicon);
    expect(index.find(query, { limit: 20 })).toEqual(anew.find(query, { limit: 20 }));
    expect(indexedArticles(index)).toEqual(indexedArticles(anew));
    const { index: again } = await startOn(inMemory, store);
    expect(again.find(query, { limit: 20 })).toEqual(anew.find(query, { limit: 20 }));
  });

  it("says once that it cannot be kept, goes on answering, and keeps it when that can be done again", async () => {
    const store = await openStore();
    const index = createTwoStoreyIndex(emptyLexicon);
    const inMemory = indexFolderInMemory(emptyLexicon);
    let isFull = true;
    const folder: IndexFolder = {
      ...inMemory,
      keep: (...args) => (isFull ? Promise.reject(new Error("ENOSPC: no space left")) : inMemory.keep(...args)),
    };
    const warnings: string[] = [];
    const { clock, pass } = handClock();
    const warn = (message: string) => void warnings.push(message);
    const services = { clock, log: { ...log, warn } };
    const freshness = keepFresh(index, store, createIndexKeeper(index, folder, store), services);
    for (let i = 0; i < 4; i++) {
      await commit(store, [sampleArticle("a", { 대만: `대만 소식 ${i}` })]);
      await pass(60_000);
      await expect.poll(() => index.unpacked()).toBe(0);
    }
    expect(warnings).toEqual(["The index could not be kept; the next start takes longer: ENOSPC: no space left"]);
    expect(found(index)).toEqual(["a#대만"]);
    isFull = false;
    await commit(store, [japan]);
    await pass(60_000);
    await expect.poll(() => inMemory.done.kept).toBe(1);
    await freshness.stop();
    expect(found((await startOn(inMemory, store)).index)).toEqual(["a#대만", "b#일본"]);
  });
});
