import { afterEach, describe, expect, it } from "vitest";
import type { Article, Section } from "../../src/documents/article.ts";
import type { ArticleStore, IncomingArticle, Origin } from "../../src/ports/article-store.ts";

const news: Origin = { name: "news", location: "/srv/news" };
const wiki: Origin = { name: "wiki", location: "https://wiki.example/feed" };
const everything = 1_000_000;

function section(id: string, blocks: readonly string[], fingerprints: readonly string[] = blocks): Section {
  return {
    id,
    role: "section",
    number: "3.6",
    heading: "대만",
    headingPath: ["3. 외교", "3.6. 대만"],
    body: blocks.join("\n"),
    fingerprints,
    footnotes: [{ mark: "2", text: "각주" }],
  };
}

/** An article whose blocks are `blocks`, each its own fingerprint; its hash is made from all that is given. */
function incoming(id: string, blocks: readonly string[] = [], more: Partial<Article> = {}): IncomingArticle {
  const article: Article = {
    id,
    source: "뉴스",
    title: `제목 ${id}`,
    url: null,
    categories: [],
    publishedAt: null,
    lang: "ko",
    sections: [section(`${id}#1`, blocks)],
    ...more,
  };
  return { article, contentHash: JSON.stringify([blocks, more]) };
}

/** `count` articles, the first `sharing` of which hold the block "공통". */
function articlesSharing(sharing: number, count: number): IncomingArticle[] {
  return Array.from({ length: count }, (_, i) =>
    incoming(`news:${i}`, [`본문 ${i}`, ...(i < sharing ? ["공통"] : [])]),
  );
}

const ids = (articles: readonly Article[]) => articles.map((article) => article.id);

/**
 * What every ArticleStore must do. `open` gives an empty store; `reopen` a further connection to the same data, for
 * stores that outlive a connection.
 */
export function articleStoreContract(
  name: string,
  open: () => Promise<{ store: ArticleStore; reopen?: () => Promise<ArticleStore> }>,
  { outlivesConnection }: { outlivesConnection: boolean },
): void {
  describe(`ArticleStore: ${name}`, () => {
    const opened: ArticleStore[] = [];
    async function empty(): Promise<ArticleStore> {
      const { store } = await open();
      opened.push(store);
      return store;
    }
    async function emptyTwice(): Promise<[ArticleStore, ArticleStore]> {
      const { store, reopen } = await open();
      if (reopen === undefined) {
        throw new Error("this store cannot be opened twice");
      }
      const second = await reopen();
      opened.push(store, second);
      return [store, second];
    }
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((store) => store.close()));
    });

    describe("an empty store", () => {
      it("knows nothing", async () => {
        const store = await empty();
        expect(await store.origins()).toEqual([]);
        expect(await store.contentHashes("news")).toEqual(new Map());
        expect(await store.boilerplate()).toEqual([]);
        expect(await store.status()).toEqual({
          articles: 0,
          sections: 0,
          revision: 0,
          blocks: 0,
          boilerplateBlocks: 0,
        });
        expect(await store.changedSince(0, 10)).toEqual({ articles: [], removedIds: [], revision: 0, more: false });
      });
    });

    describe("origins", () => {
      it("come in order of name, with the newest location", async () => {
        const store = await empty();
        await store.commit(wiki, [], []);
        await store.commit(news, [], []);
        await store.commit({ name: "가", location: "/가" }, [], []);
        await store.commit({ name: "Zoo", location: "/zoo" }, [], []);
        await store.commit({ ...news, location: "/mnt/news" }, [], []);
        expect(await store.origins()).toEqual([
          { name: "Zoo", location: "/zoo" },
          { name: "news", location: "/mnt/news" },
          wiki,
          { name: "가", location: "/가" },
        ]);
      });

      it("do not change the revision", async () => {
        const store = await empty();
        expect(await store.commit(news, [], [])).toBe(0);
      });
    });

    describe("contentHashes", () => {
      it("holds the articles of that origin which are not removed", async () => {
        const store = await empty();
        const [a, b, c] = [incoming("news:a", ["ㄱ"]), incoming("news:b", ["ㄴ"]), incoming("wiki:c", ["ㄷ"])];
        await store.commit(news, [a, b], []);
        await store.commit(wiki, [c], []);
        await store.commit(news, [], ["news:b"]);
        expect(await store.contentHashes("news")).toEqual(new Map([["news:a", a.contentHash]]));
        expect(await store.contentHashes("wiki")).toEqual(new Map([["wiki:c", c.contentHash]]));
        expect(await store.contentHashes("nobody")).toEqual(new Map());
      });
    });

    describe("article", () => {
      it("is as it was committed last, and null where it is gone", async () => {
        const store = await empty();
        const [first, last] = [incoming("news:a", ["먼저"]), incoming("news:a", ["나중"], { categories: ["외교"] })];
        expect(await store.article("news:a")).toBeNull();
        await store.commit(news, [first, incoming("news:b")], []);
        expect(await store.article("news:a")).toEqual(first.article);
        await store.commit(news, [last], []);
        expect(await store.article("news:a")).toEqual(last.article);
        expect(await store.article("NEWS:A")).toBeNull();
        await store.commit(news, [], ["news:a"]);
        expect(await store.article("news:a")).toBeNull();
        expect((await store.article("news:b"))?.id).toBe("news:b");
      });
    });

    describe("commit", () => {
      it("gives back every field of an article", async () => {
        const store = await empty();
        const full = incoming("news:a", ["첫 문단", "둘째 문단"], {
          url: "https://example.com/ㄱ?x=1&y=%20",
          categories: ["외교", "국방"],
          publishedAt: "2025-03-01T00:00:00+09:00",
          lang: "en",
          sections: [section("s1", ["첫 문단", "둘째 문단"]), { ...section("s2", []), role: "lead", number: null }],
        });
        await store.commit(news, [full], []);
        expect((await store.changedSince(0, 10)).articles).toEqual([full.article]);
      });

      it("gives every article and removal a revision of its own, larger than any before", async () => {
        const store = await empty();
        expect(await store.commit(news, [incoming("news:a"), incoming("news:b"), incoming("news:c")], [])).toBe(3);
        expect(await store.commit(news, [incoming("news:d")], ["news:b", "news:a"])).toBe(6);
        const seen: string[] = [];
        for (let revision = 0; ; ) {
          const changes = await store.changedSince(revision, 1);
          seen.push(...ids(changes.articles), ...changes.removedIds.map((id) => `-${id}`));
          revision = changes.revision;
          if (!changes.more) {
            break;
          }
        }
        expect(seen).toEqual(["news:c", "news:d", "-news:b", "-news:a"]);
      });

      it("leaves an article alone whose hash is stored already", async () => {
        const store = await empty();
        const [a, b] = [incoming("news:a", ["공통", "ㄱ"]), incoming("news:b", ["공통"])];
        const revision = await store.commit(news, [a, b], []);
        const status = await store.status();
        expect(await store.commit(news, [a, b], [])).toBe(revision);
        expect(await store.status()).toEqual(status);
        const changed = incoming("news:b", ["공통", "새 문단"]);
        expect(await store.commit(news, [a, changed], [])).toBe(revision + 1);
        expect((await store.changedSince(revision, 10)).articles).toEqual([changed.article]);
      });

      it("takes the last of several with one id", async () => {
        const store = await empty();
        const last = incoming("news:a", ["나중"]);
        expect(await store.commit(news, [incoming("news:a", ["먼저"]), last], [])).toBe(1);
        expect((await store.changedSince(0, 10)).articles).toEqual([last.article]);
        expect((await store.status()).blocks).toBe(1);
      });

      it("does nothing for ids that are unknown, removed already or another origin's", async () => {
        const store = await empty();
        await store.commit(news, [incoming("news:a")], []);
        await store.commit(wiki, [incoming("wiki:a")], []);
        const revision = await store.commit(news, [], ["news:a"]);
        expect(await store.commit(news, [], ["news:a", "news:none", "wiki:a"])).toBe(revision);
        expect((await store.status()).articles).toBe(1);
      });

      it("removes once an id that is named twice, and one that it has just added", async () => {
        const store = await empty();
        await store.commit(news, [incoming("news:a", ["ㄱ"])], []);
        await store.commit(news, [incoming("news:b", ["ㄱ"])], ["news:a", "news:a", "news:b"]);
        expect(await store.status()).toMatchObject({ articles: 0, sections: 0, blocks: 0 });
        expect((await store.changedSince(0, 10)).removedIds).toEqual(["news:a", "news:b"]);
      });

      it("moves an article to the origin that brings it", async () => {
        const store = await empty();
        const article = incoming("shared:a", ["ㄱ"]);
        await store.commit(news, [article], []);
        expect(await store.commit(wiki, [article], [])).toBe(2);
        expect((await store.contentHashes("news")).size).toBe(0);
        expect((await store.contentHashes("wiki")).size).toBe(1);
        expect(await store.status()).toMatchObject({ articles: 1, blocks: 1 });
      });

      it("leaves nothing behind when it throws half-way", async () => {
        const store = await empty();
        await store.commit(news, articlesSharing(6, 10), []);
        const before = [await store.status(), await store.boilerplate(), await store.changedSince(0, everything)];
        const many = Array.from({ length: 2_000 }, (_, i) => incoming(`news:new-${i}`, ["공통"]));
        const broken = incoming("news:broken", ["공통"], { lang: null as never });
        await expect(store.commit(wiki, [...many, broken], [])).rejects.toThrow();
        expect([await store.status(), await store.boilerplate(), await store.changedSince(0, everything)]).toEqual(
          before,
        );
        expect(await store.origins()).toEqual([news]);
        expect(await store.commit(news, [incoming("news:after")], [])).toBe(11);
      });

      it("takes turns when several are started at once", async () => {
        const store = await empty();
        const revisions = await Promise.all(
          Array.from({ length: 20 }, (_, i) => store.commit(news, [incoming(`news:${i}`, ["ㄱ"])], [])),
        );
        expect(revisions.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
      });

      it("is seen whole or not at all", async () => {
        const store = await empty();
        const committed = store.commit(news, articlesSharing(6, 400), []);
        const seen: number[] = [];
        for (let i = 0; i < 50; i++) {
          seen.push((await store.status()).articles, (await store.changedSince(0, everything)).articles.length);
        }
        await committed;
        expect(seen.filter((count) => count !== 0 && count !== 400)).toEqual([]);
      });

      it("takes a thousand articles at once", async () => {
        const store = await empty();
        expect(await store.commit(news, articlesSharing(1_000, 1_000), [])).toBe(1_000);
        const removed = Array.from({ length: 1_000 }, (_, i) => `news:${i}`);
        expect(await store.commit(news, [], removed)).toBe(2_000);
        expect(await store.status()).toMatchObject({ articles: 0, blocks: 0, revision: 2_000 });
      });
    });

    describe("mark", () => {
      it("is another one after each commit that changed articles, and is remembered", async () => {
        const store = await empty();
        const marks = [await store.mark()];
        await store.commit(news, [incoming("news:a"), incoming("news:b")], []);
        marks.push(await store.mark());
        await store.commit(news, [], ["news:a"]);
        marks.push(await store.mark());
        expect(new Set(marks).size).toBe(3);
        expect(await Promise.all(marks.map((mark) => store.remembers(mark)))).toEqual([true, true, true]);
        expect(await store.mark()).toBe(marks.at(-1));
      });

      it("stays where nothing changed", async () => {
        const store = await empty();
        await store.commit(news, [incoming("news:a")], []);
        const mark = await store.mark();
        await store.commit(news, [incoming("news:a")], ["news:none"]);
        expect(await store.mark()).toBe(mark);
      });

      it("is none that another store drew, also for the same articles", async () => {
        const [one, other] = [await empty(), await empty()];
        for (const store of [one, other]) await store.commit(news, [incoming("news:a")], []);
        expect(await one.remembers(await other.mark())).toBe(false);
      });
    });

    describe("changedSince", () => {
      it("gives the newest state only, ordered by revision", async () => {
        const store = await empty();
        await store.commit(news, [incoming("news:a", ["1"]), incoming("news:b"), incoming("news:c")], []);
        await store.commit(news, [incoming("news:a", ["2"])], []);
        await store.commit(news, [], ["news:b"]);
        const newest = incoming("news:a", ["3"]);
        await store.commit(news, [newest], []);
        const changes = await store.changedSince(0, everything);
        expect(changes).toMatchObject({ removedIds: ["news:b"], revision: 6, more: false });
        expect(ids(changes.articles)).toEqual(["news:c", "news:a"]);
        expect(changes.articles[1]).toEqual(newest.article);
        expect(await store.changedSince(5, everything)).toMatchObject({ articles: [newest.article], removedIds: [] });
      });

      it("counts articles and removals together, and says whether there is more", async () => {
        const store = await empty();
        await store.commit(news, articlesSharing(0, 5), ["news:none"]);
        await store.commit(news, [], ["news:1", "news:3"]);
        const first = await store.changedSince(0, 4);
        expect([ids(first.articles), first.removedIds]).toEqual([["news:0", "news:2", "news:4"], ["news:1"]]);
        expect(first).toMatchObject({ revision: 6, more: true });
        const second = await store.changedSince(first.revision, 4);
        expect(second).toEqual({ articles: [], removedIds: ["news:3"], revision: 7, more: false });
        expect(await store.changedSince(second.revision, 4)).toEqual({
          articles: [],
          removedIds: [],
          revision: 7,
          more: false,
        });
        expect(await store.changedSince(0, 5)).toMatchObject({ revision: 7, more: false });
      });

      it("reaches the same state in steps of every size, also while the store changes between them", async () => {
        for (const limit of [1, 2, 3, 7]) {
          const store = await empty();
          const seen = new Map<string, Article>();
          let revision = 0;
          for (let round = 0; round < 30; round++) {
            const changed = [0, 1, 2].map((k) => incoming(`news:${(round * 5 + k * 3) % 11}`, [`${round}`]));
            await store.commit(news, changed, [`news:${(round * 7) % 11}`]);
            const changes = await store.changedSince(revision, limit);
            expect(changes.revision).toBeGreaterThan(revision);
            apply(seen, changes);
            revision = changes.revision;
          }
          for (let more = true; more; ) {
            const changes = await store.changedSince(revision, limit);
            apply(seen, changes);
            ({ revision, more } = changes);
          }
          expect(seen).toEqual(apply(new Map(), await store.changedSince(0, everything)));
          expect(revision).toBe((await store.status()).revision);
        }
      });

      it("tells a reader that is ahead of the store where the store is", async () => {
        const store = await empty();
        await store.commit(news, [incoming("news:a")], []);
        expect(await store.changedSince(99, 10)).toEqual({ articles: [], removedIds: [], revision: 1, more: false });
      });

      it("rejects a limit that would never get on", async () => {
        const store = await empty();
        await expect(store.changedSince(0, 0)).rejects.toThrow(RangeError);
      });
    });

    describe("removed articles", () => {
      it("stay as a removal for readers that come later, and have a new revision when they come back", async () => {
        const store = await empty();
        const article = incoming("news:a", ["ㄱ"]);
        await store.commit(news, [article], []);
        expect(await store.commit(news, [], ["news:a"])).toBe(2);
        expect(await store.changedSince(0, 10)).toEqual({
          articles: [],
          removedIds: ["news:a"],
          revision: 2,
          more: false,
        });
        expect(await store.commit(news, [article], [])).toBe(3);
        expect(await store.changedSince(2, 10)).toEqual({
          articles: [article.article],
          removedIds: [],
          revision: 3,
          more: false,
        });
        expect(await store.status()).toMatchObject({ articles: 1, sections: 1, blocks: 1 });
      });
    });

    describe("boilerplate", () => {
      it.each([
        [4, 10, false],
        [5, 10, true],
        [5, 99, true],
        [5, 100, false],
        [5, 200, false],
        [10, 200, false],
        [11, 200, true],
      ])("a block in %i of %i articles: %s", async (sharing, count, expected) => {
        const store = await empty();
        await store.commit(news, articlesSharing(sharing, count), []);
        expect(await store.boilerplate()).toEqual(expected ? [{ source: "뉴스", fingerprints: ["공통"] }] : []);
        expect((await store.status()).boilerplateBlocks).toBe(expected ? sharing : 0);
      });

      it("counts articles, not occurrences; the status counts every occurrence", async () => {
        const store = await empty();
        const blocks = ["공통", "공통", "공통", "본문"];
        await store.commit(
          news,
          ["a", "b"].map((id) => incoming(`news:${id}`, blocks)),
          [],
        );
        expect(await store.boilerplate()).toEqual([]);
        await store.commit(
          news,
          ["c", "d", "e"].map((id) =>
            incoming(`news:${id}`, [], { sections: [section("1", blocks), section("2", ["공통"])] }),
          ),
          [],
        );
        expect(await store.boilerplate()).toEqual([{ source: "뉴스", fingerprints: ["공통", "본문"] }]);
        expect(await store.status()).toMatchObject({ articles: 5, sections: 8, blocks: 23, boilerplateBlocks: 23 });
      });

      it("is counted per source, over its origins", async () => {
        const store = await empty();
        const of = (origin: string, source: string, count: number) =>
          Array.from({ length: count }, (_, i) => incoming(`${origin}:${source}:${i}`, ["공통"], { source }));
        await store.commit(news, [...of("news", "가", 3), ...of("news", "나", 4)], []);
        expect(await store.boilerplate()).toEqual([]);
        await store.commit(wiki, of("wiki", "가", 2), []);
        expect(await store.boilerplate()).toEqual([{ source: "가", fingerprints: ["공통"] }]);
      });

      it("shrinks when articles change, move to another source or go, and grows again", async () => {
        const store = await empty();
        const articles = articlesSharing(6, 20);
        await store.commit(news, articles, []);
        const found = [{ source: "뉴스", fingerprints: ["공통"] }];
        expect(await store.boilerplate()).toEqual(found);
        await store.commit(news, [], ["news:0"]);
        expect(await store.boilerplate()).toEqual(found);
        await store.commit(news, [incoming("news:1", ["본문 1"])], []);
        expect(await store.boilerplate()).toEqual([]);
        await store.commit(news, articles, []);
        expect(await store.boilerplate()).toEqual(found);
        await store.commit(
          news,
          [0, 1].map((i) => incoming(`news:${i}`, ["공통"], { source: "다른 곳" })),
          [],
        );
        expect(await store.boilerplate()).toEqual([]);
        await store.commit(news, articles, []);
        expect(await store.status()).toMatchObject({ articles: 20, blocks: 26, boilerplateBlocks: 6 });
      });

      it("grows when articles without the block go", async () => {
        const store = await empty();
        await store.commit(news, articlesSharing(5, 100), []);
        expect(await store.boilerplate()).toEqual([]);
        await store.commit(news, [], ["news:99"]);
        expect(await store.boilerplate()).toEqual([{ source: "뉴스", fingerprints: ["공통"] }]);
      });
    });

    describe("text", () => {
      it.each([
        ["emoji and flags", "👩🏽‍🚀 🇰🇷 🏴󠁧󠁢󠁥󠁮󠁧󠁿"],
        ["decomposed Hangul and old letters", `${"한국".normalize("NFD")}ᄒᆞᆫ글`],
        ["quotes and what looks like a statement", `'; drop table articles; -- "\`\\' %_ $1 ? :a`],
        ["what looks like an escape", "\\ud83d \\u0000 \\n"],
        ["line ends and separators", "a\r\nb\tc\u2028d\u2029e\u0085f\u200b"],
        ["a megabyte", "대만 국방비 ".repeat(150_000)],
      ])("comes back as it was: %s", async (_name, text) => {
        const store = await empty();
        const article = incoming(`news:${text.slice(0, 50)}`, [text.slice(0, 50)], {
          title: text,
          source: text.slice(0, 50),
          url: `https://example.com/${text.slice(0, 50)}`,
          categories: [text],
          sections: [{ ...section(text.slice(0, 50), [text]), fingerprints: [text.slice(0, 12)] }],
        });
        await store.commit({ name: text.slice(0, 50), location: text }, [article], []);
        expect((await store.changedSince(0, 10)).articles).toEqual([article.article]);
        expect(await store.origins()).toEqual([{ name: text.slice(0, 50), location: text }]);
        expect((await store.contentHashes(text.slice(0, 50))).size).toBe(1);
      });

      it("has its lone surrogates replaced, everywhere alike", async () => {
        const store = await empty();
        const lone = "앞\ud83d뒤";
        const article = incoming("news:a", [lone], { title: lone, url: lone, source: lone, categories: [lone] });
        await store.commit(news, [article], []);
        const [stored] = (await store.changedSince(0, 10)).articles;
        expect(stored).toMatchObject({ title: "앞\ufffd뒤", source: "앞\ufffd뒤", categories: ["앞\ufffd뒤"] });
        expect(stored?.sections[0]?.body).toBe("앞\ufffd뒤");
        await store.commit(news, [], ["news:a"]);
        expect(await store.status()).toMatchObject({ articles: 0, blocks: 0 });
      });
    });

    describe("close", () => {
      it("may be called twice, and nothing else after it", async () => {
        const { store } = await open();
        await store.commit(news, [incoming("news:a")], []);
        await store.close();
        await store.close();
        await expect(store.status()).rejects.toThrow();
      });

      it("waits for a commit that is under way", async () => {
        const { store } = await open();
        const committed = store.commit(news, articlesSharing(0, 500), []);
        await store.close();
        expect(await committed).toBe(500);
      });
    });

    if (!outlivesConnection) {
      return;
    }
    describe("a store that outlives its connection", () => {
      it("holds everything after it is opened again", async () => {
        const { store, reopen } = await open();
        await store.commit(news, articlesSharing(6, 10), []);
        await store.commit(news, [], ["news:9"]);
        const state = async (of: ArticleStore) => [
          await of.origins(),
          await of.contentHashes("news"),
          await of.changedSince(0, everything),
          await of.boilerplate(),
          await of.status(),
        ];
        const before = await state(store);
        await store.close();
        const again = await reopen?.();
        if (again === undefined) {
          throw new Error("this store cannot be opened twice");
        }
        opened.push(again);
        expect(await state(again)).toEqual(before);
        expect(await again.commit(news, [incoming("news:new")], [])).toBe(12);
      });

      it("lets one connection read whole commits while another writes", async () => {
        const [writer, reader] = await emptyTwice();
        let writing = true;
        const write = async () => {
          for (let round = 0; round < 40; round++) {
            await writer.commit(
              news,
              [0, 1, 2, 3, 4].map((i) => incoming(`news:${i}`, [`${round}`])),
              [],
            );
            await new Promise(setImmediate);
          }
          writing = false;
        };
        const read = async () => {
          let reads = 0;
          let revision = 0;
          while (writing) {
            const changes = await reader.changedSince(revision, everything);
            expect([0, 5]).toContain(changes.articles.length);
            expect(new Set(changes.articles.map((article) => article.sections[0]?.body)).size).toBeLessThan(2);
            expect(changes.revision % 5).toBe(0);
            revision = changes.revision;
            reads += 1;
            await new Promise(setImmediate);
          }
          return reads;
        };
        const [, reads] = await Promise.all([write(), read()]);
        expect(reads).toBeGreaterThan(5);
        expect(await reader.status()).toEqual(await writer.status());
      });

      it("lets two connections write: no revision twice, no count lost", async () => {
        const stores = await emptyTwice();
        for (let round = 0; round < 20; round++) {
          const store = stores[round % 2] ?? stores[0];
          expect(await store.commit(news, [incoming(`news:${round}`, ["공통"])], [])).toBe(round + 1);
        }
        expect(await stores[0].status()).toMatchObject({ articles: 20, blocks: 20, boilerplateBlocks: 20 });
        expect((await stores[1].changedSince(0, everything)).articles.length).toBe(20);
      });
    });
  });
}

function apply(
  seen: Map<string, Article>,
  changes: { readonly articles: readonly Article[]; readonly removedIds: readonly string[] },
): Map<string, Article> {
  for (const article of changes.articles) {
    seen.set(article.id, article);
  }
  for (const id of changes.removedIds) {
    seen.delete(id);
  }
  return seen;
}
