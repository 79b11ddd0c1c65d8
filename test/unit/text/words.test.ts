import { expect, it } from "vitest";
import { monosyllable, readWords } from "../../../src/text/words.ts";

/** Stems, with "+" before one that is glued to the word before and "^" before one in capitals. */
function shown(text: string): string {
  return readWords(text)
    .map((word) => `${word.glued ? "+" : ""}${word.capitals ? "^" : ""}${word.stem}`)
    .join(" ");
}

it.each([
  ["트럼프가 관세를 올렸다", "트럼프 관세 올렸다"],
  ["NATO가 정했다", "^nato 정했다"],
  ["TSMC는 대만의 회사", "^tsmc 대만 회사"],
  ["25%를 넘는다", "25 넘는다"],
  ["1,454건", "1454 +건"],
  ["2025년 1월 5일", "2025 +년 1 +월 5 +일"],
  ["2025-01-05", "2025 1 5"],
  ["3.5%", "3.5"],
  ["100억원을", "100 +억원"],
  ["2025년에", "2025 +년"],
  ["007", "7"],
  ["0", "0"],
  ["tariffs", "tariff"],
  ["countries", "country"],
  ["congress", "congress"],
  ["crisis", "crisis"],
  ["gas", "gas"],
  ["Trump's plan", "trump plan"],
  ["Trump’s plan", "trump plan"],
  ["美中 정상", "美中 정상"],
  ["美대통령", "美 +대통령"],
  ["日はアメリカ", "日 +はアメリカ"],
  ["U.S. 정부", "^us 정부"],
  ["us 정부", "us 정부"],
  ["G7", "g +7"],
  ["ＥＵ와", "^eu"],
  ["Türkiye", "türkiye"],
  ["대만".normalize("NFD"), "대만"],
  ["쓸 수도 있다", "쓸 수 있다"],
  ["서울 수도", "서울 수"],
  ["새 수도", "새 수도"],
  ["1,2,3.4.", "123.4"],
  ["1.", "1"],
  ["5S와", "5"],
  ["Россия의 25", "россия의 25"],
  ["𝒜가 𠀀를", "a 𠀀"],
  ["\ud800섬", "섬"],
  ["!?…", ""],
  ["", ""],
])("readWords: %j -> %j", (text, expected) => {
  expect(shown(text)).toBe(expected);
});

it.each([
  ["관세", "hangul"],
  ["ㅋㅋ", "hangul"],
  ["NATO", "latin"],
  ["25", "number"],
  ["美中", "han"],
  ["アメリカ", "kana"],
  ["Россия", "other"],
])("the script of %j is %s", (text, script) => {
  expect(readWords(text).map((word) => word.script)).toEqual([script]);
});

it.each([
  ["핵은", "핵"],
  ["돈을", null],
  ["배를", null],
  ["마을", null],
  ["핵는", null],
  ["관세", null],
  ["핵", null],
  ["관세를", null],
])("monosyllable: %j -> %j", (word, expected) => {
  expect(monosyllable(word)).toBe(expected);
});
