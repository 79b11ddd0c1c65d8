import { describe, expect, it } from "vitest";
import { readQuery } from "../../../src/search/query.ts";
import { marksOf, pullOf } from "../../../src/search/word-pull.ts";
import { emptyLexicon } from "../../../src/text/lexicon.ts";
import { readWords } from "../../../src/text/words.ts";

describe("marks of a word", () => {
  it("tell its class, its ending and its place", () => {
    const words = readWords("보조금을 신청하려면");
    expect(marksOf(words, 0, words[1], false)).toEqual(
      expect.arrayContaining([
        "first",
        "before last",
        "particle 을",
        "syllables 3",
        "word 보조금",
        "end 을",
        "end 금을",
      ]),
    );
    expect(marksOf(words, 1, undefined, false)).toEqual(expect.arrayContaining(["last", "word 신청"]));
  });

  it("name no word of another script", () => {
    expect(marksOf(readWords("NATO 2025"), 0, undefined, false)).toEqual(["other script"]);
    expect(marksOf(readWords("NATO 2025"), 1, undefined, false)).toEqual(["number"]);
  });
});

describe("pull", () => {
  const weights = new Map([
    ["word 도움", -1],
    ["last", 30],
  ]);
  const weightOf = (mark: string) => weights.get(mark) ?? 0;

  it("is the weight where nothing is known of the marks", () => {
    expect(pullOf(0.3, ["word 운하"], weightOf)).toBe(0.3);
  });

  it("falls by what a mark weighs, and no mark outgrows the rest", () => {
    expect(pullOf(1, ["word 도움"], weightOf)).toBeCloseTo(Math.exp(-1));
    expect(pullOf(1, ["last"], weightOf)).toBeCloseTo(Math.exp(2));
  });

  it("is less for words that questions of any field are made of", () => {
    const { words } = readQuery("다문화 정부 프로그램", emptyLexicon);
    const [asked = 0, ...common] = words.map(({ pull }) => pull);
    for (const pull of common) expect(pull).toBeLessThan(asked / 2);
  });
});
