import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TermTable } from "../../../src/search/term-table.ts";

describe("a table of terms", () => {
  const table = new TermTable(
    ["등대", "섬", "등대", "eu", "tariff", "섬"],
    [1, 1, 2, 0, 4, 2],
    [
      { term: "등대", sentences: 8 },
      { term: "=유럽연합", sentences: 4 },
      { term: "바다", sentences: 1 },
    ],
  );

  it.each([
    ["등대", 2, 0b1011],
    ["섬", 2, 0b11],
    ["eu", 1, 0],
    ["tariff", 1, 0b100],
    ["=유럽연합", 0, 0b100],
    ["바다", 0, 1],
    ["대등", 0, 0],
    ["배", 0, 0],
    ["", 0, 0],
  ])("counts %j %i times, in sentences %i", (term, count, sentences) => {
    expect([table.countOf(term), table.sentencesOf(term)]).toEqual([count, sentences]);
  });

  it("is as long as what was counted", () => {
    expect(table.length).toBe(6);
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
