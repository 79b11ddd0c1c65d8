import { expect, it } from "vitest";
import { isParticle, stripParticle } from "../../../src/text/particles.ts";

it.each([
  // case particles, alone and stacked
  ["관세를", "관세"],
  ["관세는", "관세"],
  ["대만의", "대만"],
  ["대만에서는", "대만"],
  ["정부로부터", "정부"],
  ["정부에게도", "정부"],
  ["동맹국들에게", "동맹국"],
  ["관세만이", "관세"],
  ["서울까지만", "서울"],
  ["국가들", "국가"],
  ["유럽처럼", "유럽"],
  // the copula
  ["관세라고", "관세"],
  ["대통령이었다", "대통령"],
  ["동맹인가요", "동맹"],
  ["이웃나라인", "이웃나라"],
  // and what only ends as it does
  ["조기할인", "조기할인"],
  ["조기할인은", "조기할인"],
  ["장애인", "장애인"],
  ["나한테", "나"],
  ["수준입니다", "수준"],
  // verbs made of nouns
  ["요구했다", "요구"],
  ["요구한", "요구"],
  ["요구하는", "요구"],
  ["요구하려는", "요구"],
  ["요구하고", "요구"],
  ["시작되었다", "시작"],
  ["발표됐다고", "발표"],
  ["인상할", "인상"],
  ["발표합니다", "발표"],
  ["적대적인", "적대"],
  // the longest of several
  ["섬들이라고는", "섬들"],
  // one syllable stays before what no noun ends with
  ["책에서는", "책"],
  ["배를", "배"],
  ["핵을", "핵"],
  // two syllables always stay
  ["핵은", "핵은"],
  ["의회", "의회"],
  ["가", "가"],
  ["한국", "한국"],
  ["", ""],
])("stripParticle: %j -> %j", (word, expected) => {
  expect(stripParticle(word)).toBe(expected);
});

it.each([
  ["가", true],
  ["에서는", true],
  ["이라고", true],
  ["하는데", true],
  ["관세", false],
  ["억", false],
  ["", false],
])("isParticle: %j -> %j", (word, expected) => {
  expect(isParticle(word)).toBe(expected);
});
