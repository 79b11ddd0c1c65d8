import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import {
  areNeighbours,
  evidenceFor,
  evidenceOfRelated,
  isSaid,
  noEvidence,
  numbersIn,
  readEvidence,
} from "../../../src/text/evidence.ts";
import { parseLexicon } from "../../../src/text/lexicon.ts";
import { verbForms } from "../../../src/text/verb-forms.ts";
import { readWords } from "../../../src/text/words.ts";

const { lexicon } = parseLexicon(
  readFileSync(join(import.meta.dirname, "../../../index-data/lexicon/aliases.tsv"), "utf8"),
);

function evidence(asked: string, text: string): number {
  const words = readWords(asked);
  const [word] = words;
  if (!word) throw new Error(`no word in ${asked}`);
  return evidenceFor(word, lexicon.mentions(words)[0]?.concept ?? null, readEvidence(text, lexicon));
}

/** "whole": the word itself; "form": another form of it; "part": most of a compound; "none". */
function check(asked: string, text: string, expected: "whole" | "form" | "part" | "none"): void {
  const share = evidence(asked, text);
  const found = share === 1 ? "whole" : share === 0.9 ? "form" : share > 0 ? "part" : "none";
  expect(found).toBe(expected);
}

it.each<[asked: string, text: string, expected: "whole" | "form" | "part" | "none"]>([
  // forms of an English word, and words that begin with it
  ["announced", "An announcement was made", "whole"],
  ["harbour", "The harbourmaster left", "form"],
  ["port", "The portrait hangs there", "none"],
  // the word, whatever follows it
  ["국방비", "대만은 국방비를 올렸다", "whole"],
  ["국방비를", "국방비", "whole"],
  ["국방비", "국 방 비", "whole"],
  ["핵무기", "핵 무기를 가졌다", "whole"],
  ["관세", "상호관세를 매긴다", "whole"],
  ["관세", "관세".normalize("NFD"), "whole"],
  // other forms of a verb
  ["올리라", "세율을 올릴 것이다", "form"],
  ["올릴", "세율을 올리라고 했다", "form"],
  ["올렸", "세율을 올린다", "form"],
  ["밝혔", "뜻을 밝히지 않았다", "form"],
  ["밝히", "뜻을 밝혔다", "form"],
  ["바꿨", "방침을 바꾸겠다고", "form"],
  ["바꾸", "방침을 바꿨다", "form"],
  ["물러났", "자리에서 물러나겠다", "form"],
  ["갔었", "거기에 갔었다고 한다", "whole"],
  // by what it names
  ["EU", "유럽연합의 세율", "whole"],
  ["유럽연합", "the European Union", "whole"],
  ["미국", "美 대통령", "whole"],
  ["Taiwan", "대만의 예산", "whole"],
  ["us", "미국은", "none"],
  // a compound, in parts
  ["생산시설", "생산 공장과 시설", "part"],
  // nothing
  ["국방비", "외교 정책을 정했다", "none"],
  ["25", "2.5%를 낸다", "none"],
  ["25", "25%를 낸다", "whole"],
  ["1454", "1,454건", "whole"],
  ["art", "the party", "none"],
  ["국방비", "", "none"],
])("%j in %j: %s", check);

it("knows words whole, and which of them stand side by side", () => {
  const text = readEvidence("Tariffs on 1,454 ships: 관세를 배 1,454척에 매긴다.", lexicon);
  expect(["관세", "관세를", "tariff", "1454", "1,454"].map((word) => isSaid(word, text))).toEqual(Array(5).fill(true));
  expect(["관", "세를", "tarif", "454"].map((word) => isSaid(word, text))).toEqual(Array(4).fill(false));
  expect(areNeighbours("tariff", "on", text)).toBe(true);
  expect(areNeighbours("관세", "배", text)).toBe(true);
  expect(areNeighbours("배", "관세", text)).toBe(false);
  expect(areNeighbours("세", "배", text)).toBe(false);
});

it("lists the plain numbers of a text once, without separators", () => {
  expect(numbersIn(readEvidence("1,454건과 3.5% 그리고 007, 1454 그리고 A4", lexicon)).toSorted()).toEqual(
    ["007", "1454", "3.5", "4", "7"].toSorted(),
  );
  expect(numbersIn(noEvidence)).toEqual([]);
});

it("finds nothing in no text", () => {
  for (const word of readWords("관세 25 EU 美")) expect(evidenceFor(word, null, noEvidence)).toBe(0);
});

it.each<[verb: string, text: string, found: boolean]>([
  ["올리", "요금을 올렸다", true],
  ["올리", "요금을 올려 받는다", true],
  ["올리", "올림픽이 열렸다", false],
  ["올리", "", false],
  ["막", "배를 막았다", true],
  ["막", "막걸리를 판다", false],
  // What begins with one syllable stands within other words.
  ["이기", "큰 비가 내릴 것이기 때문", false],
  ["이기", "큰 나라를 이겼다", true],
  ["모자라", "쌀이 턱없이모자랐다", true],
  ["사", "배를 샀다", true],
  ["사", "배가 사고를 냈다", false],
])("%s in %j: %s", (stem, text, found) => {
  expect(evidenceOfRelated({ nouns: [], verbs: verbForms(stem), together: [] }, readEvidence(text, lexicon))).toBe(
    found ? 0.75 : 0,
  );
});

it.each<[noun: string, text: string, found: boolean]>([
  ["어민", "어민의 배", true],
  ["어민", "어민회관", true],
  ["어민", "젊은어민회", false],
  ["그물손질", "그물 손질을 돕는다", true],
  ["그물손질", "여름그물손질", true],
  ["그물손질", "그물을 손질한다", false],
])("the noun %s in %j: %s", (noun, text, found) => {
  expect(evidenceOfRelated({ nouns: [noun], verbs: [], together: [] }, readEvidence(text, lexicon))).toBe(
    found ? 0.75 : 0,
  );
});
