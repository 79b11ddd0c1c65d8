import { expect, it } from "vitest";
import {
  finalConsonant,
  isHangulSyllable,
  openLastSyllable,
  toJamo,
  vowelOf,
  withFinal,
  withVowel,
} from "../../../src/text/hangul.ts";

it.each([
  ["가", true],
  ["힣", true],
  ["관세", true],
  ["ㄱ", false],
  ["가".normalize("NFD"), false],
  ["A", false],
  ["美", false],
  ["", false],
])("isHangulSyllable: %j -> %j", (text, expected) => {
  expect(isHangulSyllable(text)).toBe(expected);
});

it.each([
  ["물", "ㄹ"],
  ["대만", "ㄴ"],
  ["관세", ""],
  ["올릴", "ㄹ"],
  ["했", "ㅆ"],
  ["값", "ㅄ"],
  ["힣", "ㅎ"],
  ["NATO", ""],
  ["", ""],
])("finalConsonant: %j -> %j", (text, expected) => {
  expect(finalConsonant(text)).toBe(expected);
});

it.each([
  ["올릴", "올리"],
  ["밝힌", "밝히"],
  ["관세", "관세"],
  ["값", "가"],
  ["EU", "EU"],
  ["", ""],
])("openLastSyllable: %j -> %j", (text, expected) => {
  expect(openLastSyllable(text)).toBe(expected);
});

it.each([
  ["관세", "ㄱㅘㄴㅅㅔ"],
  ["값", "ㄱㅏㅄ"],
  ["가힣", "ㄱㅏㅎㅣㅎ"],
  ["EU와 25%", "EUㅇㅘ 25%"],
  ["美", "美"],
  ["𝒜가", "𝒜ㄱㅏ"],
  ["", ""],
])("toJamo: %j -> %j", (text, expected) => {
  expect(toJamo(text)).toBe(expected);
});

it.each([
  ["리", "ㅣ"],
  ["값", "ㅏ"],
  ["힣", "ㅣ"],
])("vowelOf: %j -> %j", (syllable, expected) => {
  expect(vowelOf(syllable)).toBe(expected);
});

it("puts a syllable together with another vowel or final consonant", () => {
  expect([withFinal("리", "ㄴ"), withFinal("릴", "ㄴ"), withFinal("릴", "")]).toEqual(["린", "린", "리"]);
  expect([withVowel("리", "ㅕ"), withVowel("릴", "ㅕ"), withVowel("힣", "ㅏ")]).toEqual(["려", "려", "하"]);
});
