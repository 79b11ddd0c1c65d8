import { describe, expect, it } from "vitest";
import type { ArticleStore, IncomingArticle } from "../../src/ports/article-store.ts";
import type { InboxStore } from "../../src/ports/inbox-store.ts";
import type { JobStore } from "../../src/ports/job-store.ts";
import type { FeedState, Source, SourceStore } from "../../src/ports/source-store.ts";
import { hostileKeys, hostileTexts } from "./hostile-texts.ts";
import { accepted } from "./inbox-documents.ts";
import { failed } from "./job-store.contract.ts";
import { sampleArticle } from "./sample-articles.ts";

type Store = SourceStore & ArticleStore & InboxStore & JobStore;

interface Opened {
  readonly store: Store;
  /** Where the store outlives its connection: another connection to the same data. */
  readonly connect?: () => Promise<Store>;
}

const noon = "2026-11-22T12:00:00.000Z";
const later = "2026-11-23T12:00:00.000Z";
const everything = 1_000_000;

export function source(name: string, fields: Partial<Source> = {}): Source {
  return {
    name,
    kind: "feed",
    location: `https://example.com/${name}`,
    paused: false,
    fullText: false,
    addedAt: noon,
    ...fields,
  };
}

export function state(fields: Partial<FeedState> = {}): FeedState {
  return {
    etag: 'W/"1"',
    lastModified: "Sun, 22 Nov 2026 12:00:00 GMT",
    nextAt: later,
    failures: 0,
    lastError: null,
    readAt: noon,
    firstReadAt: noon,
    failingSince: null,
    warnedAt: null,
    ...fields,
  };
}

const nothingYet: FeedState = {
  etag: null,
  lastModified: null,
  nextAt: null,
  failures: 3,
  lastError: "서버가 없다.",
  readAt: null,
  firstReadAt: null,
  failingSince: noon,
  warnedAt: later,
};

function incoming(origin: string, number: number, lines: readonly string[]): IncomingArticle {
  const article = sampleArticle(`${origin}:${number}`, { 글: lines.join("\n") });
  return { article, contentHash: lines.join("\n") };
}

/** `count` articles, each with a line of its own and one that all share. */
const articles = (origin: string, count: number) =>
  Array.from({ length: count }, (_, i) => incoming(origin, i, [`본문 ${origin} ${i}`, "공통"]));

const originOf = ({ name, location }: Source) => ({ name, location });

/** What every store of sources does. */
export function sourceStoreContract(name: string, open: () => Promise<Opened>): void {
  describe(`sources in ${name}`, () => {
    it("come back as they were put, in order of name", async () => {
      const { store } = await open();
      const all = [
        source("가", { paused: true }),
        source("b", { kind: "folder", location: "/srv/글" }),
        source("Zoo", { fullText: true, addedAt: later }),
      ];
      expect(await store.sources()).toEqual([]);
      for (const each of all) await store.putSource(each);
      expect(await store.sources()).toEqual(all.toReversed());
      await store.close();
    });

    it("are replaced by name, and keep their state and their keys", async () => {
      const { store } = await open();
      await store.putSource(source("a"));
      await store.putSource(source("b"));
      await store.putFeedState("a", state());
      await store.putItemKeys([{ source: "a", key: "guid:1", articleId: "a:1" }]);
      const changed = source("a", { paused: true, fullText: true, addedAt: later });
      await store.putSource(changed);
      await store.putSource(changed);
      expect(await store.sources()).toEqual([changed, source("b")]);
      expect(await store.feedState("a")).toEqual(state());
      expect(await store.articleOfItem("a", ["guid:1"])).toBe("a:1");
      await store.close();
    });

    it("that moved have no state any more, but know their items", async () => {
      const { store } = await open();
      await store.putSource(source("a"));
      await store.putSource(source("b"));
      await store.putFeedState("a", state());
      await store.putFeedState("b", state());
      await store.putItemKeys([{ source: "a", key: "guid:1", articleId: "a:1" }]);
      const moved = source("a", { location: "https://example.com/A" });
      await store.putSource(moved);
      expect(await store.sources()).toEqual([moved, source("b")]);
      expect(await store.feedState("a")).toBeNull();
      expect(await store.feedState("b")).toEqual(state());
      expect(await store.articleOfItem("a", ["guid:1"])).toBe("a:1");
      await store.close();
    });

    it("have the state that was put last", async () => {
      const { store } = await open();
      await store.putSource(source("a"));
      expect(await store.feedState("a")).toBeNull();
      await store.putFeedState("a", nothingYet);
      expect(await store.feedState("a")).toEqual(nothingYet);
      await store.putFeedState("a", state({ failures: 1 }));
      await store.putFeedState("a", state({ failures: 1 }));
      expect(await store.feedState("a")).toEqual(state({ failures: 1 }));
      await store.putFeedState("a", nothingYet);
      expect(await store.feedState("a")).toEqual(nothingYet);
      expect(await store.feedState("A")).toBeNull();
      await store.close();
    });

    it("lead from any key of an item to its article", async () => {
      const { store } = await open();
      await store.putSource(source("a"));
      await store.putSource(source("b"));
      await store.putItemKeys([
        { source: "a", key: "guid:1", articleId: "a:1" },
        { source: "a", key: "link:1", articleId: "a:1" },
        { source: "a", key: "text:2", articleId: "a:2" },
        { source: "b", key: "guid:1", articleId: "b:1" },
      ]);
      expect(await store.articleOfItem("a", ["guid:0", "link:1"])).toBe("a:1");
      expect(await store.articleOfItem("a", ["text:2"])).toBe("a:2");
      expect(await store.articleOfItem("b", ["guid:1"])).toBe("b:1");
      expect(await store.articleOfItem("b", ["link:1", "Guid:1", "guid:%"])).toBeNull();
      expect(await store.articleOfItem("c", ["guid:1"])).toBeNull();
      expect(await store.articleOfItem("a", [])).toBeNull();
      // The key that is named first decides.
      expect(await store.articleOfItem("a", ["text:2", "guid:1"])).toBe("a:2");
      expect(await store.articleOfItem("a", ["guid:1", "text:2"])).toBe("a:1");
      await store.close();
    });

    it("leave a key alone that leads somewhere already", async () => {
      const { store } = await open();
      await store.putSource(source("a"));
      await store.putItemKeys([]);
      const first = { source: "a", key: "guid:1", articleId: "a:1" };
      await store.putItemKeys([first, { ...first, articleId: "a:2" }]);
      await store.putItemKeys([first]);
      await store.putItemKeys([
        { ...first, articleId: "a:3" },
        { source: "a", key: "guid:4", articleId: "a:4" },
      ]);
      expect(await store.articleOfItem("a", ["guid:1"])).toBe("a:1");
      expect(await store.articleOfItem("a", ["guid:4"])).toBe("a:4");
      await store.close();
    });

    it("take many keys, all or none", async () => {
      const { store } = await open();
      await store.putSource(source("a"));
      const keys = Array.from({ length: 10_000 }, (_, i) => ({ source: "a", key: `guid:${i}`, articleId: `a:${i}` }));
      const faulty = { source: "a", key: "guid:none", articleId: null as unknown as string };
      await expect(store.putItemKeys([...keys, faulty])).rejects.toThrow();
      expect(await store.articleOfItem("a", ["guid:0"])).toBeNull();
      await store.putItemKeys(keys);
      expect(await store.articleOfItem("a", keys.map(({ key }) => key).toReversed())).toBe("a:9999");
      await store.close();
    });

    it("that are not there have no state and no keys, also not for the next of the name", async () => {
      const { store } = await open();
      await store.putFeedState("a", state());
      await store.putItemKeys([{ source: "a", key: "guid:1", articleId: "a:1" }]);
      expect(await store.feedState("a")).toBeNull();
      await store.putSource(source("a"));
      expect(await store.feedState("a")).toBeNull();
      expect(await store.articleOfItem("a", ["guid:1"])).toBeNull();
      await store.close();
    });

    it("are removed with state and keys, also twice; the name begins anew", async () => {
      const { store } = await open();
      for (const each of ["a", "b"]) {
        await store.putSource(source(each));
        await store.putFeedState(each, state());
        await store.putItemKeys([{ source: each, key: "guid:1", articleId: `${each}:1` }]);
      }
      for (const each of ["a", "a", "%", "unknown"]) await store.removeSource(each);
      expect(await store.sources()).toEqual([source("b")]);
      expect(await store.feedState("a")).toBeNull();
      expect(await store.articleOfItem("a", ["guid:1"])).toBeNull();
      await store.putSource(source("a"));
      expect(await store.feedState("a")).toBeNull();
      expect(await store.articleOfItem("a", ["guid:1"])).toBeNull();
      expect(await store.feedState("b")).toEqual(state());
      expect(await store.articleOfItem("b", ["guid:1"])).toBe("b:1");
      await store.close();
    });

    it("are removed with their articles, each with a revision of its own, and off the counts", async () => {
      const { store } = await open();
      for (const each of [source("a"), source("b")]) {
        await store.putSource(each);
        await store.commit(originOf(each), articles(each.name, 6), []);
      }
      await store.commit(originOf(source("a")), [], ["a:5"]);
      const before = await store.status();
      expect(before).toMatchObject({ articles: 11, revision: 13, blocks: 22, boilerplateBlocks: 11 });
      await store.removeSource("a");

      const changes = await store.changedSince(before.revision, everything);
      expect(changes).toMatchObject({ articles: [], revision: 18, more: false });
      expect(changes.removedIds.toSorted()).toEqual(["a:0", "a:1", "a:2", "a:3", "a:4"]);
      expect((await store.changedSince(before.revision, 2)).revision).toBe(before.revision + 2);
      expect(await store.status()).toMatchObject({ articles: 6, revision: 18, blocks: 12, boilerplateBlocks: 6 });
      expect(await store.contentHashes("a")).toEqual(new Map());
      expect((await store.contentHashes("b")).size).toBe(6);

      await store.removeSource("a");
      await store.removeSource("b");
      expect(await store.status()).toMatchObject({ articles: 0, sections: 0, revision: 24, blocks: 0 });
      expect(await store.boilerplate()).toEqual([]);
      await store.close();
    });

    it("that are removed leave a name that can be used again, at another place too", async () => {
      const { store } = await open();
      await store.putSource(source("a"));
      await store.putSource(source("b"));
      await store.commit(originOf(source("b")), [], []);
      const revision = await store.commit(originOf(source("a")), articles("a", 3), []);
      await store.removeSource("a");
      expect(await store.origins()).toEqual([originOf(source("b"))]);

      const moved = source("a", { location: "/srv/a", kind: "folder" });
      await store.putSource(moved);
      expect(await store.origins()).toEqual([originOf(source("b"))]);
      expect(await store.commit(originOf(moved), articles("a", 2), [])).toBe(revision + 5);
      expect(await store.origins()).toEqual([originOf(moved), originOf(source("b"))]);
      const changes = await store.changedSince(revision, everything);
      expect(changes.articles.map(({ id }) => id)).toEqual(["a:0", "a:1"]);
      expect(changes.removedIds).toEqual(["a:2"]);
      expect(await store.status()).toMatchObject({ articles: 2, blocks: 4 });
      await store.close();
    });

    it("are removed with what waits of them, so that no article comes back", async () => {
      const { store } = await open();
      await store.putSource(source("a"));
      const of = (id: string, origin: string) =>
        accepted(id, { origin: { name: origin, location: "/" }, articleId: `${origin}:${id}` });
      await store.accept([of("1", "a"), of("2", "b"), of("3", "a")]);
      for (const id of ["1", "2"]) await store.putFailedJob(failed("publish-article", id));
      await store.putFailedJob(failed("tell-people", "1"));
      await store.removeSource("a");
      expect(await store.waitingIds(later, 10)).toEqual(["2"]);
      expect((await store.failedJobs(10)).map((job) => job.name + job.id)).toEqual([
        "publish-article2",
        "tell-people1",
      ]);
      await store.close();
    });

    it("are not removed by a name that only articles have", async () => {
      const { store } = await open();
      const uploads = { name: "uploads", location: "" };
      await store.commit(uploads, articles("uploads", 2), []);
      await store.accept([accepted("1", { origin: uploads })]);
      await store.removeSource("uploads");
      expect(await store.status()).toMatchObject({ articles: 2, revision: 2 });
      expect(await store.origins()).toEqual([uploads]);
      expect(await store.waitingIds(later, 10)).toEqual(["1"]);
      await store.close();
    });

    it("are removed while articles are committed: no revision twice, no count lost", async () => {
      const { store } = await open();
      await store.putSource(source("a"));
      const { revision } = await store.status();
      await Promise.all([
        store.commit(originOf(source("a")), articles("a", 50), []),
        store.commit(originOf(source("b")), articles("b", 50), []),
        store.removeSource("a"),
        store.commit(originOf(source("c")), articles("c", 50), []),
      ]);
      expect(await store.status()).toMatchObject({ articles: 100, blocks: 200, revision: revision + 200 });
      expect((await store.changedSince(revision, everything)).removedIds).toHaveLength(50);
      await store.close();
    });

    it("name what their articles are published by, each once, of those that are there", async () => {
      const { store } = await open();
      const by = (origin: string, number: number, publication: string): IncomingArticle => {
        const { article, contentHash } = incoming(origin, number, [publication]);
        return { article: { ...article, source: publication }, contentHash };
      };
      expect(await store.publicationsOf("a")).toEqual([]);
      const published = [by("a", 1, "정책 소식"), by("a", 2, "a"), by("a", 3, "정책 소식"), by("a", 4, "없어진 신문")];
      await store.commit(originOf(source("a")), published, ["a:4"]);
      await store.commit(originOf(source("b")), [by("b", 1, "다른 신문")], []);
      expect(await store.publicationsOf("a")).toEqual(["a", "정책 소식"]);
      expect(await store.publicationsOf("b")).toEqual(["다른 신문"]);
      expect(await store.publicationsOf("%")).toEqual([]);
      await store.commit(originOf(source("a")), [], ["a:1"]);
      expect(await store.publicationsOf("a")).toEqual(["a", "정책 소식"]);
      await store.commit(originOf(source("a")), [], ["a:3"]);
      expect(await store.publicationsOf("a")).toEqual(["a"]);
      await store.close();
    });

    it("take any text as it is", async () => {
      const { store } = await open();
      for (const [i, text] of hostileTexts.entries()) {
        const key = hostileKeys[i] ?? `${i}`;
        await store.putSource(source(key, { location: text }));
        await store.putFeedState(key, state({ etag: text, lastModified: text, lastError: text }));
        await store.putItemKeys([{ source: key, key: `guid:${key}`, articleId: text }]);
        await store.commit({ name: key, location: text }, [incoming(key, 1, [text])], []);
        expect(await store.feedState(key)).toEqual(state({ etag: text, lastModified: text, lastError: text }));
        expect(await store.articleOfItem(key, ["guid:", `guid:${key}`])).toBe(text);
        expect(await store.publicationsOf(key)).toEqual(["표본"]);
        expect(await store.sources()).toContainEqual(source(key, { location: text }));
      }
      for (const key of hostileKeys) await store.removeSource(key);
      expect(await store.sources()).toHaveLength(hostileTexts.length - hostileKeys.length);
      expect(await store.status()).toMatchObject({ articles: hostileTexts.length - hostileKeys.length });
      await store.close();
    });

    it("have lone surrogates replaced, and are found by the same text", async () => {
      const { store } = await open();
      const [lone, replaced] = ["앞\ud83d뒤", "앞\ufffd뒤"];
      await store.putSource(source(lone, { location: lone }));
      await store.putFeedState(lone, state({ etag: lone, lastModified: lone, lastError: lone }));
      await store.putItemKeys([{ source: lone, key: lone, articleId: lone }]);
      await store.commit({ name: lone, location: lone }, articles(lone, 2), []);
      // The same location: it has not moved.
      await store.putSource(source(lone, { location: lone }));
      expect(await store.sources()).toEqual([source(replaced, { location: replaced })]);
      expect(await store.feedState(lone)).toEqual(
        state({ etag: replaced, lastModified: replaced, lastError: replaced }),
      );
      expect(await store.articleOfItem(lone, ["없다", lone])).toBe(replaced);
      expect(await store.publicationsOf(lone)).toEqual(["표본"]);
      await store.accept([accepted("1", { origin: { name: lone, location: "" } })]);
      await store.removeSource(lone);
      expect(await store.sources()).toEqual([]);
      expect(await store.origins()).toEqual([]);
      expect(await store.waitingIds(later, 10)).toEqual([]);
      expect(await store.status()).toMatchObject({ articles: 0, blocks: 0 });
      await store.close();
    });

    it("are there for another connection at once, and after the store was opened again", async () => {
      const { store, connect } = await open();
      if (!connect) return;
      const other = await connect();
      for (const each of ["a", "b"]) await store.putSource(source(each));
      await other.putFeedState("b", state());
      await other.putItemKeys([{ source: "b", key: "guid:1", articleId: "b:1" }]);
      const revision = await store.commit(originOf(source("a")), articles("a", 3), []);
      await other.removeSource("a");
      expect((await store.changedSince(revision, everything)).removedIds).toHaveLength(3);
      await store.close();
      await other.close();
      const again = await connect();
      expect(await again.sources()).toEqual([source("b")]);
      expect(await again.feedState("b")).toEqual(state());
      expect(await again.articleOfItem("b", ["guid:1"])).toBe("b:1");
      expect(await again.origins()).toEqual([]);
      await again.close();
    });
  });
}
