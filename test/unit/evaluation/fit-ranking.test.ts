import { describe, expect, it } from "vitest";
import { fitRanking, measureRanking, readLessons } from "../../../src/evaluation/fit-ranking.ts";
import { FEATURES } from "../../../src/search/feature-names.ts";
import { emptyLexicon } from "../../../src/text/lexicon.ts";
import { smallSet } from "./small-set.ts";

describe("fitting the ranking", () => {
  const lessons = readLessons(smallSet, smallSet, emptyLexicon);

  it("gives every feature a weight, none below 0, and the same ones each time", () => {
    const { features } = fitRanking(lessons);
    expect(Object.keys(features)).toEqual([...FEATURES]);
    for (const weight of Object.values(features)) expect(weight).toBeGreaterThanOrEqual(0);
    expect(fitRanking(lessons).features).toEqual(features);
  });

  it("measures each set, with titles and without", () => {
    const measured = measureRanking(lessons);
    expect(measured.map(({ set }) => set)).toEqual(["half", "half, no titles", "whole", "whole, no titles"]);
    for (const { at1, at5 } of measured) expect(at5).toBeGreaterThanOrEqual(at1);
  });
});
