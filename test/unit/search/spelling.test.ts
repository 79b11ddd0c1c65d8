import { describe, expect, it } from "vitest";
import type { Article } from "../../../src/documents/article.ts";
import { oneSlipAway } from "../../../src/search/heard.ts";
import { createInMemoryIndex } from "../../../src/search/in-memory-index.ts";
import type { SectionIndex } from "../../../src/search/section-index.ts";
import { createSpeller } from "../../../src/search/spelling.ts";
import { parseLexicon } from "../../../src/text/lexicon.ts";
import { sampleArticle } from "../../contracts/sample-articles.ts";

const { lexicon } = parseLexicon("대만\tTaiwan\n캐나다\n몽골\n트럼프\n유럽연합\tEU\n");

const posts: readonly Article[] = [
  sampleArticle("a", { 쇄빙선: "보증금을 걷는다.\n보증금은 올해 오른다.\n바다가 차다." }, { title: "쓰레기 대책" }),
  sampleArticle("b", { 항구: "보증금이 남는다.\n등대지기는 한 사람이다.\n바다를 본다.\n바다로 간다." }),
];

function indexOf(articles: readonly Article[]): SectionIndex {
  return createInMemoryIndex(lexicon, articles);
}

const speller = createSpeller(indexOf(posts), lexicon);

describe("the word that was meant", () => {
  it.each<[name: string, typed: string, meant: string | null]>([
    // one slip
    ["a wrong vowel", "쇄뱅선", "쇄빙선"],
    ["a wrong consonant", "쇄빙전", "쇄빙선"],
    ["a final consonant missing", "쇄비선", "쇄빙선"],
    ["a final consonant too many", "쇄빙섬", "쇄빙선"],
    ["a letter doubled", "캐낟다", "캐나다"],
    ["a word of a title", "쓰레거", "쓰레기"],
    ["a word that recurs in the text", "보증굼", "보증금"],
    ["a name that no text holds", "트럼쁘", "트럼프"],
    ["a name of four syllables", "유롭연합", "유럽연합"],
    // vowels that sound alike are no slip
    ["ㅐ and ㅔ", "쓰래기", "쓰레기"],
    ["ㅙ and ㅚ", "쇠빙선", "쇄빙선"],
    ["ㅙ and ㅞ", "쉐빙선", "쇄빙선"],
    ["a vowel that sounds alike and a slip", "쇠뱅선", "쇄빙선"],
    // two syllables
    ["a name", "데만", "대만"],
    ["a name with a wrong vowel", "몽굴", "몽골"],
    ["a noun, for it has too many neighbours", "바더", null],
    ["a noun of a heading", "항고", null],
    // left alone
    ["two slips", "쉐뱅전", null],
    ["a word of the text that stands there once", "등대지거", null],
    ["a word of the documents", "쇄빙선", null],
    ["a word far from all others", "비트코인", null],
    ["a word too short", "배", null],
    ["nothing", "", null],
  ])("%s: %s -> %s", (_name, typed, meant) => {
    expect(speller.correct(typed)).toBe(meant);
  });

  it("is the one that stands in more places where two are as near", () => {
    const one = sampleArticle("x", { 가로등길: "가로등길 가로등길", 가로둥길: "가로둥길" });
    const other = sampleArticle("y", { 가로등길: "가로등길", 가로둥길: "가로둥길 가로둥길 가로둥길 가로둥길" });
    expect(createSpeller(indexOf([one]), lexicon).correct("가로당길")).toBe("가로등길");
    expect(createSpeller(indexOf([other]), lexicon).correct("가로당길")).toBe("가로둥길");
  });
});

it("follows the index: what is added is known, what is removed is forgotten", () => {
  const index = indexOf([]);
  const follower = createSpeller(index, lexicon);
  expect(follower.correct("쇄뱅선")).toBe(null);
  index.apply(
    posts.map((article) => ({ kind: "put", article })),
    2,
  );
  expect(follower.correct("쇄뱅선")).toBe("쇄빙선");
  index.apply([{ kind: "remove", articleId: "a" }], 3);
  expect(follower.correct("쇄뱅선")).toBe(null);
  expect(follower.correct("데만")).toBe("대만");
});

describe("one slip", () => {
  it.each<[name: string, a: string, b: string]>([
    ["none", "ㄱㅏㄴ", "ㄱㅏㄴ"],
    ["wrong", "ㄱㅏㄴ", "ㄱㅋㄴ"],
    ["missing at the start", "ㄱㅏㄴ", "ㅏㄴ"],
    ["missing at the end", "ㄱㅏㄴ", "ㄱㅏ"],
    ["doubled", "ㄱㅏㄴ", "ㄱㅏㅏㄴ"],
    ["swapped", "ㄱㅏㄴ", "ㄱㄴㅏ"],
    ["the only letter", "", "ㄱ"],
  ])("%s: %s, %s", (_name, a, b) => {
    expect(oneSlipAway(a)).toContain(b);
    expect(oneSlipAway(b)).toContain(a);
  });

  it.each<[name: string, a: string, b: string]>([
    ["two wrong", "ㄱㅏㄴ", "ㅋㅠㄴ"],
    ["two missing", "ㄱㅏㄴ", "ㄱ"],
    ["swapped over another letter", "ㄱㅏㄴ", "ㄴㅏㄱ"],
    ["swapped twice", "ㄱㅏㄴㅗ", "ㅏㄱㅗㄴ"],
    ["wrong and missing", "ㄱㅏㄴㅗ", "ㅋㅏㄴ"],
    ["both letters of two", "ㄱㅏ", "ㅋㅠ"],
  ])("more than one where %s: %s, %s", (_name, a, b) => {
    expect(oneSlipAway(a)).not.toContain(b);
    expect(oneSlipAway(b)).not.toContain(a);
  });
});

it("knows the words of what arrived, and no more those of what is gone or was rewritten", () => {
  const index = indexOf(posts);
  const own = createSpeller(index, lexicon);
  expect([own.correct("쇄뱅선"), own.correct("비행전")]).toEqual(["쇄빙선", null]);
  index.apply([{ kind: "put", article: sampleArticle("c", { 비행선: "바다 밑을 간다." }) }], 2);
  expect([own.correct("쇄뱅선"), own.correct("비행전")]).toEqual(["쇄빙선", "비행선"]);
  index.apply([{ kind: "put", article: sampleArticle("c", { 어뢰정: "바다 위를 간다." }) }], 3);
  expect([own.correct("비행전"), own.correct("어뢰점")]).toEqual([null, "어뢰정"]);
  index.apply([{ kind: "remove", articleId: "a" }], 4);
  expect([own.correct("쇄뱅선"), own.correct("어뢰점")]).toEqual([null, "어뢰정"]);
});
