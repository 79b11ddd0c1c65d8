import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_SENTENCE, TermTable } from "../../../src/search/term-table.ts";

describe("a table of terms", () => {
  const table = new TermTable(
    ["등대", "섬", "등대", "eu", "tariff", "섬", "섬"],
    [0, 0, 1, NO_SENTENCE, 40, 1, 1],
    [
      { term: "등대", sentence: 3 },
      { term: "=유럽연합", sentence: 2 },
      { term: "바다", sentence: 0 },
    ],
  );

  it.each<[term: string, count: number, sentences: number[], mask: number]>([
    ["등대", 2, [3, 1, 0], 0b1011],
    ["섬", 3, [1, 0], 0b11],
    ["eu", 1, [], 0],
    ["tariff", 1, [40], 1 << 29],
    ["=유럽연합", 0, [2], 0b100],
    ["바다", 0, [0], 1],
    ["대등", 0, [], 0],
    ["배", 0, [], 0],
    ["", 0, [], 0],
  ])("counts %j %i times, in sentences %j", (term, count, sentences, mask) => {
    expect([table.countOf(term), table.sentencesOf(term), table.maskOf(term, 41)]).toEqual([count, sentences, mask]);
  });

  it("leaves sentences behind the first ones out of a mask", () => {
    expect([table.maskOf("등대", 3), table.maskOf("tariff", 40)]).toEqual([0b11, 0]);
  });

  it("is as long as what was counted", () => {
    expect(table.length).toBe(7);
  });

  it("holds nothing of no terms", () => {
    expect(new TermTable([], [], []).countOf("등대")).toBe(0);
  });

  it("counts as a map does, whatever the terms and however many", () => {
    const term = fc.oneof(fc.string({ minLength: 2, maxLength: 2 }), fc.string({ maxLength: 4 }));
    fc.assert(
      fc.property(fc.array(term, { maxLength: 400 }), (terms) => {
        const real = terms.filter((each) => each !== "\0\0");
        const counted = new TermTable(real, [], []);
        const counts = Map.groupBy(real, (each) => each);
        for (const [each, { length }] of counts) expect(counted.countOf(each)).toBe(length);
      }),
    );
  });
});
