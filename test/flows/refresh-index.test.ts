import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openSnapshotFile } from "../../adapters/store/snapshot-file.ts";
import { openSqliteStore } from "../../adapters/store/sqlite.ts";
import type { Article } from "../../src/documents/article.ts";
import { catchUp, keepFresh, startIndex } from "../../src/flows/refresh-index.ts";
import type { ArticleStore } from "../../src/ports/article-store.ts";
import type { Clock, Logger } from "../../src/ports/runtime.ts";
import { createMiniSearchIndex } from "../../src/search/mini-search-index.ts";
import { readQuery } from "../../src/search/query.ts";
import type { SectionIndex } from "../../src/search/section-index.ts";
import { emptyLexicon, parseLexicon } from "../../src/text/lexicon.ts";
import { sampleArticle } from "../contracts/sample-articles.ts";
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

describe("startIndex", () => {
  it("builds from the store where there is no snapshot, and keeps one", async () => {
    const store = await openStore();
    const revision = await commit(store, [taiwan, japan]);
    const path = newPath("index.snapshot");
    const index = createMiniSearchIndex(emptyLexicon);
    expect(await startIndex(index, store, openSnapshotFile(path))).toEqual({
      snapshotRefused: null,
      snapshotNotKept: null,
      revision,
    });
    expect(found(index)).toEqual(["a#대만", "b#일본"]);
    expect(readdirSync(join(path, ".."))).toEqual(["index.snapshot"]);
  });

  it("uses the snapshot, and writes no other where nothing changed", async () => {
    const store = await openStore();
    const revision = await commit(store, [taiwan, japan]);
    const snapshot = openSnapshotFile(newPath("index.snapshot"));
    await startIndex(createMiniSearchIndex(emptyLexicon), store, snapshot);

    let asked = 0;
    const watched: ArticleStore = {
      ...store,
      changedSince(...args) {
        asked++;
        return store.changedSince(...args);
      },
    };
    const readOnly = { ...snapshot, replace: () => Promise.reject(new Error("nothing to write")) };
    const index = createMiniSearchIndex(emptyLexicon);
    expect(await startIndex(index, watched, readOnly)).toEqual({
      snapshotRefused: null,
      snapshotNotKept: null,
      revision,
    });
    expect(found(index)).toEqual(["a#대만", "b#일본"]);
    expect(asked).toBe(1);
  });

  it("catches up from the snapshot, and keeps a newer one", async () => {
    const store = await openStore();
    await commit(store, [taiwan]);
    const snapshot = openSnapshotFile(newPath("index.snapshot"));
    await startIndex(createMiniSearchIndex(emptyLexicon), store, snapshot);
    const revision = await commit(store, [japan], ["a"]);
    await startIndex(createMiniSearchIndex(emptyLexicon), store, snapshot);

    const index = createMiniSearchIndex(emptyLexicon);
    expect(index.load((await snapshot.read()) ?? new Uint8Array())).toEqual({ loaded: true, revision });
    expect(found(index)).toEqual(["b#일본"]);
  });

  it.each<[name: string, spoil: (path: string) => void, reason: string]>([
    ["damaged", (path) => writeFileSync(path, readFileSync(path).fill(0x20, 200, 210)), "it is damaged"],
    ["cut", (path) => writeFileSync(path, readFileSync(path).subarray(0, 300)), "it is damaged"],
    ["empty", (path) => writeFileSync(path, ""), "it is no index snapshot of this version"],
    [
      "made with another lexicon",
      (path) => writeFileSync(path, createMiniSearchIndex(parseLexicon("대만\tTaiwan\n").lexicon).save()),
      "it was made with other text rules or another lexicon",
    ],
  ])("builds again where the snapshot is %s, says why, and replaces it", async (_name, spoil, reason) => {
    const store = await openStore();
    const revision = await commit(store, [taiwan, japan]);
    const path = newPath("index.snapshot");
    const snapshot = openSnapshotFile(path);
    await startIndex(createMiniSearchIndex(emptyLexicon), store, snapshot);
    spoil(path);

    const index = createMiniSearchIndex(emptyLexicon);
    expect(await startIndex(index, store, snapshot)).toEqual({
      snapshotRefused: reason,
      snapshotNotKept: null,
      revision,
    });
    expect(found(index)).toEqual(["a#대만", "b#일본"]);
    expect(await startIndex(createMiniSearchIndex(emptyLexicon), store, snapshot)).toEqual({
      snapshotRefused: null,
      snapshotNotKept: null,
      revision,
    });
  });

  it("builds from the store where the snapshot can neither be read nor written, and says why", async () => {
    const store = await openStore();
    const revision = await commit(store, [taiwan, japan]);
    const path = newPath("index.snapshot");
    mkdirSync(path, { recursive: true });
    const index = createMiniSearchIndex(emptyLexicon);
    expect(await startIndex(index, store, openSnapshotFile(path))).toEqual({
      snapshotRefused: expect.stringMatching(/^it cannot be read \(EISDIR/),
      snapshotNotKept: expect.stringMatching(/^(EISDIR|EPERM|ENOTEMPTY|EEXIST)/),
      revision,
    });
    expect(found(index)).toEqual(["a#대만", "b#일본"]);
  });

  it("forgets a snapshot that is newer than the store: it belongs to another one", async () => {
    const other = createMiniSearchIndex(emptyLexicon);
    other.apply([{ kind: "put", article: sampleArticle("x", { 대만: "대만의 다른 글이다." }) }], 1000);
    const snapshot = openSnapshotFile(newPath("index.snapshot"));
    await snapshot.replace(other.save());

    const store = await openStore();
    const revision = await commit(store, [japan]);
    const index = createMiniSearchIndex(emptyLexicon);
    await startIndex(index, store, snapshot);
    expect(found(index)).toEqual(["b#일본"]);
    expect(index.revision()).toBe(revision);
  });

  it("starts empty on an empty store", async () => {
    const index = createMiniSearchIndex(emptyLexicon);
    expect(await startIndex(index, await openStore(), openSnapshotFile(newPath("index.snapshot")))).toEqual({
      snapshotRefused: null,
      snapshotNotKept: null,
      revision: 0,
    });
    expect(index.articles()).toEqual([]);
  });
});

describe("catchUp", () => {
  it("shows what another connection committed", async () => {
    const path = newPath("store.sqlite");
    const [one, other] = [await openStore(path), await openStore(path)];
    await commit(one, [taiwan, japan]);
    const index = createMiniSearchIndex(emptyLexicon);
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
    const index = createMiniSearchIndex(emptyLexicon);
    expect(await catchUp(index, store)).toBe(revision);
    expect(index.articles()).toHaveLength(1203);
  });

  it("learns which blocks repeat, also where they do no longer", async () => {
    const store = await openStore();
    const many = Array.from({ length: 6 }, (_, i) => sampleArticle(`${i}`, { 글: `${i}번째 관세\n되풀이되는 줄` }));
    await commit(store, many);
    const index = createMiniSearchIndex(emptyLexicon);
    const repeats = () => {
      const [article] = index.articles();
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
    const index = createMiniSearchIndex(emptyLexicon);
    const snapshot = { read: async () => null, replace: async () => {} };
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
    const freshness = keepFresh(index, store, snapshot, { clock, log });
    await commit(store, [taiwan, japan]);
    freshness.wake();
    await expect.poll(() => index.articles().length).toBe(3);
    await freshness.stop();
    expect(foundAtRests).toEqual([["a#대만"], ["a#대만", "b#일본"], ["a#대만", "b#일본", "c#영국"]]);
    expect(index.revision()).toBe((await store.status()).revision);
  });
});

describe("a snapshot that processes share", () => {
  const inMemory = () => {
    const written: Uint8Array[] = [];
    return {
      written,
      read: async () => written.at(-1) ?? null,
      replace: async (snapshot: Uint8Array) => void written.push(snapshot),
    };
  };
  const log: Logger = { debug() {}, info() {}, warn() {}, error() {} };

  it("is started from where the process has none of its own, or one that does not fit", async () => {
    const store = await openStore();
    const revision = await commit(store, [taiwan, japan]);
    const shared = inMemory();
    await startIndex(createMiniSearchIndex(emptyLexicon), store, shared);
    const unread: ArticleStore = {
      ...store,
      async changedSince(from, limit) {
        expect(from).toBe(revision);
        return store.changedSince(from, limit);
      },
    };
    const broken = { read: async () => new Uint8Array([1, 2]), replace: async () => {} };
    for (const own of [inMemory(), broken]) {
      const index = createMiniSearchIndex(emptyLexicon);
      expect(await startIndex(index, unread, own, shared)).toMatchObject({ snapshotRefused: null, revision });
      expect(found(index)).toEqual(["a#대만", "b#일본"]);
    }
    // One that is broken too is of no use.
    const index = createMiniSearchIndex(emptyLexicon);
    expect((await startIndex(index, store, inMemory(), broken)).snapshotRefused).not.toBeNull();
    expect(found(index)).toEqual(["a#대만", "b#일본"]);
  });

  it("is written by the one whose turn it is, and every ten minutes where something changed", async () => {
    const store = await openStore();
    await commit(store, [taiwan]);
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
    const [ours, others] = [inMemory(), inMemory()];
    const stops = [];
    for (const [shared, isOurs] of [[ours, true] as const, [others, false] as const]) {
      const index = createMiniSearchIndex(emptyLexicon);
      await startIndex(index, store, inMemory());
      const services = { clock, log, shared: { file: shared, isOurs: async () => isOurs } };
      stops.push(keepFresh(index, store, inMemory(), services));
    }
    const pass = async (byMs: number) => {
      nowMs += byMs;
      for (const task of tasks) await task();
    };
    await pass(250);
    expect(ours.written).toHaveLength(1);
    await commit(store, [japan]);
    await pass(250);
    expect(ours.written).toHaveLength(1);
    await pass(600_000);
    await pass(600_000);
    expect(ours.written).toHaveLength(2);
    expect(others.written).toEqual([]);
    for (const { stop } of stops) await stop();
  });
});

describe("the snapshot file", () => {
  it("is nothing before it is written, and then the last that was", async () => {
    const path = newPath("깊은 곳/index.snapshot");
    const file = openSnapshotFile(path);
    expect(await file.read()).toBeNull();
    await file.replace(Buffer.from("one"));
    await file.replace(Buffer.from("two"));
    expect(Buffer.from((await file.read()) ?? []).toString()).toBe("two");
    expect(readdirSync(join(path, ".."))).toEqual(["index.snapshot"]);
  });

  it("may be written by several at once: one of them wins, whole", async () => {
    const path = newPath("index.snapshot");
    const file = openSnapshotFile(path);
    const contents = ["a", "b", "c", "d"].map((letter) => letter.repeat(100_000));
    await Promise.all(contents.map((content) => file.replace(Buffer.from(content))));
    expect(contents).toContain(Buffer.from((await file.read()) ?? []).toString());
    expect(readdirSync(join(path, ".."))).toEqual(["index.snapshot"]);
  });

  it("leaves nothing behind where it cannot be written", async () => {
    const path = newPath("index.snapshot");
    mkdirSync(path, { recursive: true });
    await expect(openSnapshotFile(path).replace(Buffer.from("one"))).rejects.toThrow();
    expect(readdirSync(join(path, ".."))).toEqual(["index.snapshot"]);
  });
});
