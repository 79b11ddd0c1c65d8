import { describe, expect, it } from "vitest";
import { SENTENCE_FEATURE_NAMES } from "../../../src/answers/sentences/sentence-feature-names.ts";
import { fitSentences, measureSentences, readSentenceLists } from "../../../src/evaluation/fit-sentences.ts";
import { emptyLexicon } from "../../../src/text/lexicon.ts";
import { smallSet } from "./small-set.ts";

describe("fitting the sentence ranking", () => {
  const lists = readSentenceLists(smallSet, emptyLexicon);

  it("learns from sentences of the right section that hold an answer, and knows those of other sections", () => {
    for (const { relevant, holding } of lists) {
      for (const [at, is] of relevant.entries()) if (is) expect(holding[at]).toBe(true);
    }
    expect(lists.some(({ relevant }) => relevant.includes(true))).toBe(true);
  });

  it("gives every feature a weight, none below 0, and the same ones each time", () => {
    const weights = fitSentences(lists);
    expect(Object.keys(weights)).toEqual([...SENTENCE_FEATURE_NAMES]);
    for (const weight of Object.values(weights)) expect(weight).toBeGreaterThanOrEqual(0);
    expect(fitSentences(lists)).toEqual(weights);
  });

  it("measures each half, with titles and without", () => {
    const measured = measureSentences(lists, fitSentences(lists));
    expect(measured.map(({ set }) => set).sort()).toEqual([
      "even articles",
      "even articles, no titles",
      "odd articles",
      "odd articles, no titles",
    ]);
    for (const { in1, in2, in3 } of measured) expect([in1, in2, in3]).toEqual([in1, in2, in3].toSorted());
  });
});
