import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emptyLexicon, parseLexicon } from "../../../src/text/lexicon.ts";
import { conceptTerm, termsOf } from "../../../src/text/terms.ts";

const { lexicon } = parseLexicon(
  readFileSync(join(import.meta.dirname, "../../../index-data/lexicon/aliases.tsv"), "utf8"),
);

it.each<[text: string, terms: string[]]>([
  ["관세를", ["관세"]],
  ["국방비는", ["국방", "방비"]],
  ["핵은", ["핵은", "핵"]],
  ["값", ["값"]],
  ["tariffs", ["tariff"]],
  ["1,454건", ["1454", "건"]],
  ["日本은", ["日本", "日", "本"]],
  ["日", ["日"]],
  ["NATO가", ["nato"]],
  ["アメリカ", ["アメ", "メリ", "リカ"]],
  ["!?", []],
  ["", []],
])("termsOf without a lexicon: %j -> %j", (text, terms) => {
  expect(termsOf(text, emptyLexicon)).toEqual(terms);
});

it.each(["가", "美", "カ", "美 ", "유럽연합 "])("reads a text of %j 300,000 times", (unit) => {
  expect(termsOf(unit.repeat(300_000), lexicon).length).toBeGreaterThan(290_000);
});

describe("the same terms", () => {
  it.each([
    ["대만의 국방비를 10%로", "대만의 국방비를 10%로".normalize("NFD")],
    ["NATO 2025", "ＮＡＴＯ　２０２５"],
    ["1,454건", "1454건"],
    ["U.S. 정부", "US 정부"],
    ["트럼프는", "트럼프가"],
    ["관세", "관세를"],
    ["tariff", "Tariffs"],
  ])("%j and %j", (one, other) => {
    expect(termsOf(other, lexicon)).toEqual(termsOf(one, lexicon));
  });
});

describe("a shared term", () => {
  const shared = (one: string, other: string) => {
    const terms = new Set(termsOf(other, lexicon));
    return termsOf(one, lexicon).filter((term) => terms.has(term));
  };

  it.each<[one: string, other: string, terms: string[]]>([
    ["2025-01-05", "2025년 1월 5일", ["2025", "1", "5"]],
    ["2025. 1. 5.", "2025년 1월 5일", ["2025", "1", "5"]],
    ["2025/01/05", "2025년 1월 5일", ["2025", "1", "5"]],
    ["EU", "유럽연합", [conceptTerm("유럽연합")]],
    ["EU", "European Union", [conceptTerm("유럽연합")]],
    ["the European Union's", "유럽연합은", [conceptTerm("유럽연합")]],
    ["美", "미국이", [conceptTerm("미국")]],
    ["美中", "미국", [conceptTerm("미국")]],
    ["미중", "중국", [conceptTerm("중국")]],
    ["美中", "중국", [conceptTerm("중국")]],
    ["대만국방비", "Taiwan", [conceptTerm("대만")]],
    ["대만국방비", "대만의 국방비", ["대만", "국방", "방비", conceptTerm("대만")]],
    ["tell us", "미국", []],
    ["인도네시아", "인도", ["인도"]],
  ])("of %j and %j: %j", (one, other, terms) => {
    expect(shared(one, other)).toEqual(terms);
  });
});
