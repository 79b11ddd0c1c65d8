import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseExclusive } from "../../../src/text/exclusive-words.ts";
import { readWords } from "../../../src/text/words.ts";

const list = `# what is told of one says nothing of the others
초중고:	초등학교 초등학생	중학교	고등학교 고교	대학교 대학	대학원
남녀:	여자 여성	남자 남성
오전	오후
주간	야간
봄	가을
평생: 성인병:	성인	노인
full-time	part-time
everybody:	angler	diver
첫째	둘째	셋째
`;

const { setsIn } = parseExclusive([{ name: "exclusive.tsv", text: list }]);

function namedBy(text: string): number[][] {
  const texts = ` ${readWords(text)
    .map((word) => word.text)
    .join(" ")} `;
  return setsIn(texts).map((set) => [...set.namedIn(texts)].sort());
}

describe("members of a set", () => {
  it.each([
    ["중학교 교복은 하복부터 준다", [[1]]],
    ["고교 입학금", [[2]]],
    ["솔내고등학교 강당", [[2]]],
    ["대학원생 기숙사", [[4]]],
    ["초등학교와 중학교 사이", [[0, 1]]],
    ["남녀 모두 받는다", [[0, 1]]],
    ["여자만 받는다", [[0, 1]]],
    ["남자 회원만 쓴다", [[0, 1]]],
    ["둘째 아이부터는 더 준다", [[0, 1, 2]]],
    ["둘째 이상의 자녀", [[0, 1, 2]]],
    ["중·고등학교 수업료", [[1, 2]]],
    ["초·중·고등학교 급식", [[0, 1, 2]]],
    ["오후 강습", [[1]]],
    ["봄에는 쉰다", [[0]]],
    ["이 봄", [[0]]],
    ["성인병 검진", [[0, 1]]],
    ["Part-time wardens row.", [[1]]],
    ["She works full time.", [[0]]],
    ["Divers pay £3.", [[1]]],
    ["Divers and full-time wardens", [[1], [0]]],
    ["Full-time wardens only", [[0, 1]]],
    ["Divers pay £3, others nothing.", [[0, 1]]],
  ])("%s", (text, expected) => {
    expect(namedBy(text)).toEqual(expected);
  });

  it.each([
    "A full bus, a part of the time",
    "diversity",
    "오후 3시까지",
    "3주간 쉰다",
    "기념품",
    "모여자는 말",
    "봄내 시민회관",
    "",
  ])("and none: %s", (text) => {
    expect(namedBy(text)).toEqual([]);
  });
});

it.each([
  ["오전", "a.tsv, line 1: One member excludes nothing. Tabs part members, spaces words for the same one."],
  ["오전 오후", "a.tsv, line 1: One member excludes nothing. Tabs part members, spaces words for the same one."],
  ["오전 아침\t오후 아침", 'a.tsv, line 1: "아침" stands there twice. A word names one member.'],
  ["종일:\t오전\t종일", 'a.tsv, line 1: "종일" stands there twice. A word names one member.'],
  [
    "\nAM\tPM",
    'a.tsv, line 2: "AM" is neither Korean nor in small English letters. Tabs part members, spaces words for the same one.',
  ],
])("%s is named", (text, warning) => {
  const read = parseExclusive([{ name: "a.tsv", text }]);
  expect(read.warnings).toEqual([warning]);
  expect(read.setsIn(" 오전 오후 아침 종일 ")).toEqual([]);
});

it("long texts are read in one go", () => {
  const hostile = ` ${"여자 ".repeat(50_000)}${"중 ".repeat(50_000)}${"대학교".repeat(50_000)} `;
  expect(setsIn(hostile).map((set) => set.namedIn(hostile).size)).toEqual([1, 2]);
});

it("index-data/lexicon/exclusive.tsv has nothing to report", () => {
  const text = readFileSync(join(import.meta.dirname, "../../../index-data/lexicon/exclusive.tsv"), "utf8");
  expect(parseExclusive([{ name: "exclusive.tsv", text }]).warnings).toEqual([]);
});
