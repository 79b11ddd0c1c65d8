import { expect, it } from "vitest";
import { spaceAtUnknown, splitSpoken, splitUnspaced } from "../../../src/search/split-unspaced.ts";
import { parseLexicon } from "../../../src/text/lexicon.ts";
import { readWords } from "../../../src/text/words.ts";

const { lexicon } = parseLexicon(
  "대만\t타이완\n대만 해협\t대만해협\n인도\n인도네시아\n일본\n한국\n중국\n트럼프\n유럽연합\tEU\n관세\n국방비\n요구\n",
);

function parts(text: string): string[] {
  return readWords(text)
    .flatMap((word) => splitUnspaced(word, lexicon))
    .map((word) => word.stem);
}

it.each<[name: string, text: string, expected: string[]]>([
  // questions typed without spaces
  ["a name, a noun, and what asks", "대만국방비는얼마", ["대만", "국방비"]],
  ["two names", "일본관세는얼마인가", ["일본", "관세"]],
  ["particles between", "대만은국방비를얼마나올렸나", ["대만", "국방비"]],
  ["a particle before a noun of no list", "일본에서쇄빙선을누가", ["일본", "쇄빙선"]],
  ["a noun of no list before a particle", "보증금을반납하나", ["보증금", "반납"]],
  ["what asks inside", "정부에서는무엇을발표했나", ["정부", "발표"]],
  ["who and to whom", "트럼프가대만에관세를", ["트럼프", "대만", "관세"]],
  ["the verb's end before a longer name", "대만에요구한국방비", ["대만", "요구", "국방비"]],
  ["a name and the word that asks", "인도네시아는언제", ["인도네시아"]],
  ["the longest name", "대만해협긴장을", ["대만해협", "긴장"]],
  ["a name behind a noun and its particle", "시장님이대만문제", ["시장님", "대만문제"]],
  ["what asks before such a name", "항만공사는언제대만을대만에", ["항만공사", "대만", "대만"]],
  // words as they are
  ["a long name", "인도네시아", ["인도네시아"]],
  ["a name with a particle", "인도네시아에서는", ["인도네시아"]],
  ["a short compound", "대만산쌀", ["대만산쌀"]],
  ["a short compound of two names", "일본관세는", ["일본", "관세"]],
  ["a name and half of another one", "일본관례", ["일본관례"]],
  ["people of a country", "한국인도", ["한국인"]],
  ["a noun that ends like a name and a particle", "관세율은", ["관세율"]],
  ["a long noun of no list", "국제형사재판소", ["국제형사재판소"]],
  ["another script", "Netherlands", ["netherland"]],
  ["a spaced question", "대만 국방비는 얼마", ["대만", "국방비", "얼마"]],
])("%s: %s", (_name, text, expected) => {
  expect(parts(text)).toEqual(expected);
});

it.each<[text: string, expected: string]>([
  ["내야돼", "내야 돼"],
  ["기다려야하나요", "기다려야 하나요"],
  ["접수해야됩니다", "접수해야 됩니다"],
  ["왜안돼", "왜 안돼"],
  ["왜저래", "왜 저래"],
  ["왜그런거야", "왜 그런거야"],
  ["어느정도", "어느 정도"],
  ["무슨뜻이야", "무슨 뜻이야"],
  // One word each.
  ["분야별", "분야별"],
  ["심야할증", "심야할증"],
  ["여야합의", "여야합의"],
  ["왜곡", "왜곡"],
  ["어느새", "어느새"],
  ["어떤가요", "어떤가요"],
])("what chats write as one word, %s, is %s", (text, expected) => {
  const words = readWords(text).flatMap(splitSpoken);
  expect(words.map((word) => word.text).join(" ")).toBe(expected);
});

it.each<[name: string, text: string, unknown: string[], expected: string]>([
  ["where an unknown pair joins two known words", "합의투자금액", ["의투"], "합의 투자금액"],
  ["at each such pair", "합의투자금액관리", ["의투", "액관"], "합의 투자금액 관리"],
  ["not in a short word", "합의투자", ["의투"], "합의투자"],
  ["not where the word itself is unknown", "합의투자금액", ["합의", "의투", "투자"], "합의투자금액"],
  ["not where all pairs are known", "합의투자금액", [], "합의투자금액"],
  ["not where a single syllable would be left at the start", "새투자금액표", ["새투"], "새투자금액표"],
  ["not where a single syllable would be left at the end", "합의투자금액표", ["액표"], "합의투자금액표"],
  ["not in another script", "investment", ["nv"], "investment"],
  ["not in nothing", "", ["의투"], ""],
])("a space goes in %s", (_name, text, unknown, expected) => {
  expect(spaceAtUnknown(text, new Set(unknown))).toBe(expected);
});
