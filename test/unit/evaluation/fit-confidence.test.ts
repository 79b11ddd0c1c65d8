import { describe, expect, it } from "vitest";
import { FITTED, FITTED_FEATURES } from "../../../src/answers/confidence/confidence-feature-names.ts";
import { readConfidenceLessons } from "../../../src/evaluation/confidence-lessons.ts";
import { fitConfidence, measureConfidence } from "../../../src/evaluation/fit-confidence.ts";
import { emptyLexicon } from "../../../src/text/lexicon.ts";
import { smallSet } from "./small-set.ts";

describe("fitting confidence", () => {
  const lessons = readConfidenceLessons(smallSet, smallSet, emptyLexicon);

  it("asks with what answers, without it, without its article, and of the other set", () => {
    expect(new Set(lessons.map(({ asked }) => asked))).toEqual(
      new Set(["answerable", "sections removed", "articles removed", "off-domain"]),
    );
    for (const { features } of lessons) expect(features).toHaveLength(FITTED_FEATURES.length);
  });

  it("gives every feature a weight in its direction, and the same ones each time", () => {
    const fitted = fitConfidence(lessons);
    expect(Object.keys(fitted.features)).toEqual([...FITTED_FEATURES]);
    for (const name of FITTED_FEATURES) {
      if (FITTED[name] === "for") expect(fitted.features[name], name).toBeGreaterThanOrEqual(0);
      if (FITTED[name] === "against") expect(fitted.features[name], name).toBeLessThanOrEqual(0);
    }
    expect(fitConfidence(lessons)).toEqual(fitted);
  });

  it("measures each set at odd positions, whole and by few articles", () => {
    const measured = measureConfidence(lessons);
    expect(new Set(measured.map(({ set }) => set))).toEqual(
      new Set(["half", "half, few articles", "whole", "whole, few articles"]),
    );
    for (const { auroc, asked } of measured) if (asked === "articles removed") expect(auroc).toBeGreaterThan(0.5);
  });
});
