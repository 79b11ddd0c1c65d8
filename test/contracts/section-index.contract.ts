import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/documents/article.ts";
import { readQuery } from "../../src/search/query.ts";
import type { FindOptions, IndexChange, SectionIndex } from "../../src/search/section-index.ts";
import { type Lexicon, parseLexicon } from "../../src/text/lexicon.ts";
import { shortHash } from "../../src/text/short-hash.ts";
import { indexedArticles } from "./indexed-articles.ts";
import { sampleArticle } from "./sample-articles.ts";

const { lexicon } = parseLexicon(
  "유럽연합\tEU\n대만\tTaiwan\n파나마 운하\tPanama Canal\n방위비 분담금\t방위비분담금\n",
);

const articles: readonly Article[] = [
  sampleArticle("a", { 대만: "대만은 국방비를 올린다.\n반도체 공장도 짓는다.", 일본: "일본은 관세를 협상한다." }),
  sampleArticle("b", { 파나마: "운하 통행료를 두고 다툰다.", 유럽: "유럽연합은 보복관세를 준비한다." }),
  sampleArticle("c", { 빈칸: "" }, { title: "가나다순 첫 제목" }),
];

const put = (article: Article): IndexChange => ({ kind: "put", article });
const remove = (articleId: string): IndexChange => ({ kind: "remove", articleId });

function found(index: SectionIndex, question: string, options: FindOptions = { limit: 10 }): string[] {
  return index.find(readQuery(question, lexicon), options).hits.map((hit) => hit.section.id);
}

/** Everything that `find` says, so that two indexes can be compared. */
function answers(index: SectionIndex): unknown {
  return ["대만 국방비", "관세", "EU 보복", "반도체 공장 통행료 협상", "없는말"].map((question) => {
    const { hits, withoutText, rarity, unknown } = index.find(readQuery(question, lexicon), { limit: 50 });
    const toPairs = (of: typeof hits) => of.map(({ section, score }) => [section.id, score]);
    return { hits: toPairs(hits), withoutText: toPairs(withoutText), rarity, unknown };
  });
}

/** What every SectionIndex must do; `create` gives an empty one that reads with the lexicon. */
export function sectionIndexContract(name: string, create: (lexicon: Lexicon) => SectionIndex): void {
  function indexOf(...changes: IndexChange[]): SectionIndex {
    const index = create(lexicon);
    index.apply(changes, 7);
    return index;
  }

  describe(`SectionIndex: ${name}`, () => {
    it("is empty at first", () => {
      const index = create(lexicon);
      expect(index.revision()).toBe(0);
      expect(index.cards()).toEqual([]);
      expect(found(index, "대만")).toEqual([]);
    });

    it("gives sections without text also where others say more", () => {
      const index = indexOf(...articles.map(put), put(sampleArticle("d", { 대만: "" })));
      const { hits, withoutText } = index.find(readQuery("대만 국방비", lexicon), { limit: 1 });
      expect(hits.map(({ section }) => section.id)).toEqual(["a#대만"]);
      expect(withoutText.map(({ section }) => section.id)).toEqual(["d#대만"]);
    });

    it.each<[question: string, sectionIds: string[]]>([
      ["대만 국방비", ["a#대만"]],
      ["Taiwan", ["a#대만"]],
      ["EU는?", ["b#유럽"]],
      ["관세", ["a#일본", "b#유럽"]],
      ["빈칸", ["c#빈칸"]],
      ["첫 제목", ["c#빈칸"]],
      ["우주여행", []],
      ["", []],
      ["!?", []],
    ])("finds by title, heading and body: %j", (question, sectionIds) => {
      expect(found(indexOf(...articles.map(put)), question)).toEqual(expect.arrayContaining(sectionIds));
      if (sectionIds.length === 0) expect(found(indexOf(...articles.map(put)), question)).toEqual([]);
    });

    it.each([
      ["파나마 운하", "the Panama Canal"],
      ["방위비 분담금", "방위비분담금"],
      ["유럽연합", "the EU"],
    ])("finds a concept by each of its forms: %s is %s", (asked, written) => {
      const index = indexOf(
        put(sampleArticle("x", { one: `${written} again` })),
        put(sampleArticle("y", { two: "talks" })),
      );
      expect(found(index, asked)).toEqual(["x#one"]);
    });

    it("replaces an article whole", () => {
      const index = indexOf(...articles.map(put), put(sampleArticle("a", { 한국: "한국은 조선업을 돕는다." })));
      expect(found(index, "대만 국방비")).toEqual([]);
      expect(found(index, "일본")).toEqual([]);
      expect(found(index, "조선업")).toEqual(["a#한국"]);
      expect(index.cards()).toHaveLength(3);
    });

    it("removes an article, and one it does not have", () => {
      const index = indexOf(...articles.map(put), remove("a"), remove("a"), remove("nobody"));
      expect(found(index, "대만 국방비")).toEqual([]);
      expect(indexedArticles(index)).toEqual(articles.slice(1));
    });

    it("may be told twice", () => {
      const changes = [...articles.map(put), remove("b"), put(sampleArticle("d", { 인도: "인도는 관세를 내린다." }))];
      const once = indexOf(...changes);
      const twice = indexOf(...changes, ...changes);
      twice.apply(changes, 7);
      expect(answers(twice)).toEqual(answers(once));
      expect(indexedArticles(twice)).toEqual(indexedArticles(once));
    });

    it("has the revision of the last change, also of none", () => {
      const index = indexOf(...articles.map(put));
      expect(index.revision()).toBe(7);
      index.apply([], 9);
      expect(index.revision()).toBe(9);
    });

    it("has each article by its id", () => {
      const index = indexOf(...articles.map(put));
      expect(index.article("b")).toEqual(articles[1]);
      expect(index.article("nothing")).toBeNull();
    });

    it("has a card of each article: what lists show, without its text", () => {
      const dated = sampleArticle(
        "b",
        { 하나: "글", 둘: "" },
        { publishedAt: "2026-11-20T00:00:00Z", categories: ["섬"] },
      );
      const index = indexOf(put(sampleArticle("a", {})), put(sampleArticle("b", {})), put(dated), remove("a"));
      expect(index.cards()).toEqual([
        {
          id: "b",
          key: shortHash("b"),
          title: "제목 b",
          keys: "ㅈㅔㅁㅗㄱb",
          initials: "ㅈㅁb",
          source: "표본",
          categories: ["섬"],
          publishedAt: "2026-11-20T00:00:00Z",
          sections: 2,
        },
      ]);
    });

    it("knows how often words stand in texts, and in titles and headings, by how they are heard", () => {
      const named = sampleArticle("x", { 쇄빙선: "쇄빙선이 간다.\n쇄빙선은 크다." }, { title: "쇄빙선 소식" });
      const index = indexOf(put(named), put(sampleArticle("y", { 하나: "쇠빙선과 쇄빙선" })), ...articles.map(put));
      const words = () => [...index.heardAs("ㅅㅙㅂㅣㅇㅅㅓㄴ")].sort((one, other) => (one.stem < other.stem ? -1 : 1));
      expect(words()).toEqual([
        { stem: "쇄빙선", inText: 3, asName: 2 },
        { stem: "쇠빙선", inText: 1, asName: 0 },
      ]);
      index.apply([remove("y")], 8);
      expect(words()).toEqual([{ stem: "쇄빙선", inText: 2, asName: 2 }]);
      index.apply([remove("x")], 9);
      expect(words()).toEqual([]);
    });

    it.each<[limit: number, count: number]>([
      [0, 0],
      [1, 1],
      [2, 2],
      [50, 4],
    ])("finds at most %i", (limit, count) => {
      expect(found(indexOf(...articles.map(put)), "대만 일본 파나마 유럽", { limit })).toHaveLength(count);
    });

    it("finds in some articles alone, up to the limit", () => {
      const index = indexOf(...articles.map(put));
      const all = "대만 일본 파나마 유럽";
      expect(found(index, all, { limit: 10, articleIds: new Set(["b"]) }).sort()).toEqual(["b#유럽", "b#파나마"]);
      expect(found(index, all, { limit: 1, articleIds: new Set(["b"]) })).toHaveLength(1);
      expect(found(index, all, { limit: 10, articleIds: new Set(["nobody"]) })).toEqual([]);
      const two = found(index, all, { limit: 10, articleIds: new Set(["a", "b"]) });
      expect(two.sort()).toEqual(
        found(index, all, { limit: 10 })
          .filter((id) => /^[ab]#/.test(id))
          .sort(),
      );
    });

    it("ends its tail where scores fall below a share of the best", () => {
      const index = indexOf(
        ...Array.from({ length: 12 }, (_, i) =>
          put(sampleArticle(`${i}`, { 글: `등대 ${i < 4 ? "높이는 이십칠 미터다" : "소식이다"}.` }, { title: "" })),
        ),
      );
      const query = readQuery("등대 높이 미터", lexicon);
      const { hits } = index.find(query, { limit: 12 });
      const share = (place: number) => (hits[place]?.score ?? 0) / (hits[0]?.score ?? 1);
      expect([share(3) > 0.5, share(4) < 0.5]).toEqual([true, true]);
      const shown = (from: number, leastShare: number) =>
        index.find(query, { limit: 12, tail: { from, leastShare } }).hits;
      expect(shown(2, 0.5)).toEqual(hits.slice(0, 4));
      expect(shown(6, 0.5)).toEqual(hits.slice(0, 6));
      expect(shown(6, 0)).toEqual(hits);
    });

    it("leaves sections without text in its tail", () => {
      const index = indexOf(...articles.map(put), put(sampleArticle("d", { 대만: "" })));
      const shown = (leastShare: number) =>
        found(index, "대만 국방비 일본 유럽 파나마", { limit: 12, tail: { from: 1, leastShare } });
      expect(shown(0).length).toBeGreaterThan(2);
      expect(shown(1).sort()).toEqual([shown(0)[0], "d#대만"].sort());
    });

    it("orders by score, and equal scores always alike", () => {
      const equal = ["d", "b", "c", "a"].map((id) =>
        put(sampleArticle(id, { 같은: "똑같은 글이다." }, { title: "제목" })),
      );
      const forwards = indexOf(...equal);
      const backwards = indexOf(...equal.toReversed());
      expect(found(forwards, "같은 글")).toEqual(found(backwards, "같은 글"));
      const { hits } = indexOf(...articles.map(put)).find(readQuery("대만 관세 국방비", lexicon), { limit: 10 });
      expect(hits.map((hit) => hit.score)).toEqual(hits.map((hit) => hit.score).sort((a, b) => b - a));
    });

    it("gives every term of the query a rarity in 0..1: the more sections hold it, the lower", () => {
      const many = Array.from({ length: 20 }, (_, i) =>
        put(
          sampleArticle(
            `${i}`,
            { 글: `관세를 말한다. ${i < 5 ? "보복을" : ""} ${i === 0 ? "반도체" : ""}` },
            { title: "" },
          ),
        ),
      );
      const query = readQuery("관세 보복 반도체 우주선", lexicon);
      const { rarity, unknown } = indexOf(...many).find(query, { limit: 3 });
      expect([...rarity.keys()].sort()).toEqual([...query.terms.keys()].sort());
      for (const value of rarity.values()) expect(value >= 0 && value <= 1).toBe(true);
      const [everywhere = 1, some = 0, once = 0, never = 0] = ["관세", "보복", "반도", "우주"].map((term) =>
        rarity.get(term),
      );
      expect(everywhere).toBeLessThan(0.1);
      expect(everywhere).toBeLessThan(some);
      expect(some).toBeLessThan(once);
      expect(never).toBe(1);
      expect([...unknown].sort()).toEqual(["우주", "주선"]);
    });

    it("knows which lines repeat through their source, until told otherwise", () => {
      const [article = sampleArticle("", {})] = articles;
      const [section] = article.sections;
      if (!section) throw new Error("the sample has no section");
      const elsewhere = { ...article, source: "다른 곳" };
      const index = indexOf(put(article), {
        kind: "boilerplate",
        sources: [{ source: "표본", fingerprints: ["반도체 공장도 짓는다."] }],
      });
      const flags = (of: Article) => [0, 1, 2].map((line) => index.isBoilerplate(of, section, line));
      expect(flags(article)).toEqual([false, true, false]);
      expect(flags(elsewhere)).toEqual([false, false, false]);
      index.apply([{ kind: "boilerplate", sources: [] }], 8);
      expect(flags(article)).toEqual([false, false, false]);
    });

    it("answers after any changes as one built anew", () => {
      const word = fc.constantFrom(
        "대만",
        "국방비를",
        "관세",
        "보복",
        "EU",
        "Taiwan",
        "반도체",
        "공장",
        "협상",
        "통행료",
        "25%",
      );
      const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(" "));
      const id = fc.constantFrom("a", "b", "c", "d", "e");
      const change: fc.Arbitrary<IndexChange> = fc.oneof(
        {
          weight: 3,
          arbitrary: fc
            .tuple(id, fc.dictionary(word, text, { maxKeys: 4 }), text)
            .map(([key, texts, title]) => put(sampleArticle(key, texts, { title }))),
        },
        { weight: 1, arbitrary: id.map(remove) },
      );
      fc.assert(
        fc.property(fc.array(fc.tuple(change, fc.boolean()), { maxLength: 40 }), (changes) => {
          const index = create(lexicon);
          for (const [each, asksToo] of changes) {
            index.apply([each], index.revision() + 1);
            if (asksToo) answers(index);
          }
          const anew = create(lexicon);
          anew.apply(indexedArticles(index).map(put), index.revision());
          expect(answers(index)).toEqual(answers(anew));
        }),
        { numRuns: 200 },
      );
    });
  });
}
