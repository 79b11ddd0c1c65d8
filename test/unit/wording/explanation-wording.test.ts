import { describe, expect, it } from "vitest";
import { enExplanation } from "../../../src/wording/explanation-en.ts";
import { koExplanation } from "../../../src/wording/explanation-ko.ts";
import type { ExplanationWording } from "../../../src/wording/explanation-wording.ts";
import { explanationWordingIn } from "../../../src/wording/wording-for.ts";

/** Every text with ordinary arguments; a new text needs a line here, or this file does not compile. */
const samples: {
  readonly [Text in Exclude<keyof ExplanationWording, "locale">]: (of: ExplanationWording) => string[];
} = {
  titles: ({ titles }) => Object.values(titles),
  word: (of) => [of.word("대만", "1.000", "0.700", "0.700")],
  concept: (of) => [of.concept("대만")],
  synonyms: (of) => [of.synonyms(["거절", "거부"])],
  unknownTerms: (of) => [of.unknownTerms(["쇄빙"])],
  reading: (of) => (["answered", "empty-section", "not-found"] as const).map((status) => of.reading(status, "0.500")),
  taken: (of) => [of.taken()],
  shown: (of) => [of.shown()],
  reason: (of) =>
    (["sure", "whole-section", "empty", "unsure", "off-subject", "nothing"] as const).map((reason) =>
      of.reason(reason),
    ),
  confidence: (of) => [of.confidence("0.500")],
  logOdds: (of) => [of.logOdds("-1.000 = ")],
  needed: (of) => [of.needed("0.390")],
  threshold: (of) => [of.threshold("this-index"), of.threshold("any-index")],
  lacks: ({ lacks }) => [lacks("cause"), lacks("statement"), lacks("country of the office")],
  unsaid: (of) => [of.unsaid(["생일은 0.000"])],
  names: ({ names }) => Object.values(names),
};

describe.each([
  ["ko", koExplanation, enExplanation],
  ["en", enExplanation, koExplanation],
] as const)("%s", (locale, wording, other) => {
  it("knows its language", () => {
    expect(wording.locale).toBe(locale);
    expect(explanationWordingIn(locale)).toBe(wording);
  });

  it.each(
    Object.keys(samples) as (keyof typeof samples)[],
  )("%s is said in this language, without raising its voice", (text) => {
    for (const [index, said] of samples[text](wording).entries()) {
      expect(said).not.toMatch(/^$|[!！]|undefined|null|NaN/);
      expect(said).not.toBe(samples[text](other)[index]);
    }
  });

  it("names the same figures", () => expect(Object.keys(wording.names)).toEqual(Object.keys(other.names)));
});
