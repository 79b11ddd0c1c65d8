import { describe, expect, it } from "vitest";
import { ageOf } from "../../../src/wording/age.ts";
import { en } from "../../../src/wording/en.ts";
import { ko } from "../../../src/wording/ko.ts";
import type { Wording } from "../../../src/wording/wording.ts";
import { wordingFor } from "../../../src/wording/wording-for.ts";

const nowMs = Date.parse("2026-03-01T00:00:00Z");

/** Every text with ordinary arguments; a new text needs a line here, or this file does not compile. */
const samples: { readonly [Text in Exclude<keyof Wording, "locale">]: (wording: Wording) => string[] } = {
  notFound: (wording) => [wording.notFound([]), wording.notFound(["3.6 대만"]), wording.notFound(["a", "b", "c"])],
  whatIDo: (wording) => [wording.whatIDo()],
  greeting: (wording) => [wording.greeting()],
  youAreWelcome: (wording) => [wording.youAreWelcome()],
  askLikeThis: (wording) => [wording.askLikeThis()],
  exampleQuestion: (wording) => [wording.exampleQuestion("연감", "대만")],
  writtenThen: (wording) => [wording.writtenThen(1, 1), wording.writtenThen(12, 5)],
  emptySection: (wording) => [wording.emptySection("3.28 Quad")],
  nothingLoaded: (wording) => [wording.nothingLoaded()],
  searchedFor: (wording) => [wording.searchedFor(["트럼프"]), wording.searchedFor(["대만", "서울"])],
  unsure: (wording) => [wording.unsure()],
  onlyFirst: (wording) => [wording.onlyFirst()],
  onlyTwo: (wording) => [wording.onlyTwo()],
  fromAnotherArticle: (wording) => [wording.fromAnotherArticle()],
  somethingElse: (wording) => [wording.somethingElse()],
  nothingElse: (wording) => [wording.nothingElse([]), wording.nothingElse(["3.6 대만"])],
  nothingBefore: (wording) => [wording.nothingBefore()],
  inSeveralPlaces: (wording) => [wording.inSeveralPlaces()],
  documentsDiffer: (wording) => [
    wording.documentsDiffer(ageOf("2026-02-26T00:00:00Z", nowMs, wording.locale, "Asia/Seoul")),
  ],
  listGoesOn: (wording) => [wording.listGoesOn("list", 1, 1), wording.listGoesOn("table", 12, 2)],
  source: (wording) => [
    wording.source(1, "연감 › 3.6 대만", null),
    wording.source(1, "연감", null, "newer"),
    wording.source(1, "연감", null, "older"),
    wording.source(2, "연감", ageOf("2026-02-26T00:00:00Z", nowMs, wording.locale, "Asia/Seoul")),
  ],
  footnote: (wording) => [wording.footnote("2", "3.12 캐나다")],
  failure: (wording) => [wording.failure("7F3A")],
  tooManyQuestions: (wording) => [wording.tooManyQuestions(20), wording.tooManyQuestions(1)],
  notReady: (wording) => [wording.notReady()],
  questionTooLong: (wording) => [wording.questionTooLong(2000)],
  oldSource: (wording) => [wording.oldSource(ageOf("2025-06-20T00:00:00Z", nowMs, wording.locale, "Asia/Seoul"))],
};

describe.each([
  ["ko", ko, en],
  ["en", en, ko],
] as const)("%s", (locale, wording, other) => {
  it("knows its language", () => expect(wording.locale).toBe(locale));

  it.each(
    Object.keys(samples) as (keyof typeof samples)[],
  )("%s is said in this language, without raising its voice", (text) => {
    for (const [index, said] of samples[text](wording).entries()) {
      expect(said).not.toBe("");
      expect(said).not.toMatch(/[!！]|undefined|null|NaN/);
      expect(said).not.toBe(samples[text](other)[index]);
    }
  });
});

it.each<[said: string, expected: string]>([
  [ko.searchedFor(["트럼프"]), "'트럼프'로 찾았어요."],
  [ko.searchedFor(["대만", "서울"]), "'대만', '서울'로 찾았어요."],
  [ko.searchedFor(["대만"]), "'대만'으로 찾았어요."],
  [ko.footnote("2", "3.12 캐나다"), "각주 [2], 3.12 캐나다"],
  [ko.listGoesOn("list", 3, 1), "이 목록에는 3개가 더 있어요. 출처 [1]에서 모두 볼 수 있어요."],
  [ko.listGoesOn("table", 12, 2), "이 표에는 12줄이 더 있어요. 출처 [2]에서 모두 볼 수 있어요."],
  [en.listGoesOn("list", 1, 1), "This list has 1 more item. All of it is in source [1]."],
  [en.listGoesOn("table", 12, 2), "This table has 12 more rows. All of it is in source [2]."],
  [ko.emptySection("3.28 Quad"), "'3.28 Quad' 항목은 있지만 아직 내용이 없어요."],
  [en.emptySection("3.28 Quad"), 'There is a section "3.28 Quad", but it is still empty.'],
])("%j", (said, expected) => expect(said).toBe(expected));

it.each([
  ["대만 국방비는?", "ko"],
  ["EU 관세", "ko"],
  ["ㅎㅇ", "ko"],
  ["대만".normalize("NFD"), "ko"],
  ["What about Taiwan?", "en"],
  ["美中", "en"],
  ["", "en"],
])("%j is answered in %s", (question, locale) => {
  expect(wordingFor(question).locale).toBe(locale);
});
