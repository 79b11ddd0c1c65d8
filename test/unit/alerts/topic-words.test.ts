import { expect, it } from "vitest";
import { readTopicWords, searchable } from "../../../src/alerts/topic-words.ts";
import { lexicon } from "./alert-lexicon.ts";

it.each<[typed: string, words: string[]]>([
  ["관세", ["관세"]],
  ["관세, 방위비  분담금", ["관세", "방위비 분담금"]],
  ["쌀;콩；보리，밀、귀리/수수／조", ["쌀", "콩", "보리", "밀", "귀리", "수수", "조"]],
  ["수출·투자\n환율\r\n금리", ["수출", "투자", "환율", "금리"]],
  ["한·미 정상회담, 한·미·일", ["한·미 정상회담", "한·미·일"]],
  ["EU, eu, ＥＵ, 쌀, EU", ["EU", "쌀"]],
  ["1,000명,200명", ["1,000명", "200명"]],
  [" , ;\n", []],
  ["", []],
  ["관\u0007세\t인상\u202e\u200b", ["관세 인상"]],
  ["관세".normalize("NFD"), ["관세"]],
])("readTopicWords: %j -> %j", (typed, words) => {
  expect(readTopicWords(typed)).toEqual(words);
});

it.each([
  ["관세", true],
  ["한", false],
  ["핵", true],
  ["쌀", true],
  ["이자", true],
  ["5G", true],
  ["美", true],
  ["관세 의", true],
  ["은", false],
  ["에서", false],
  ["!", false],
  ["🙂", false],
  ["", false],
])("searchable: %j: %j", (word, expected) => {
  expect(searchable(word, lexicon)).toBe(expected);
});
