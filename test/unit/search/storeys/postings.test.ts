import fc from "fast-check";
import { expect, it } from "vitest";
import { PostingsWriter, readPostings } from "../../../../src/search/storeys/postings.ts";

type Posting = readonly [section: number, field: number, frequency: number];

const frequency = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 65_535 }));
const distance = fc.oneof(
  fc.integer({ min: 1, max: 3 }),
  fc.integer({ min: 1000, max: 1100 }),
  fc.integer({ min: 1, max: 3_000_000 }),
);
const section = fc.tuple(
  distance,
  fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 3 }), frequency), { selector: ([field]) => field, minLength: 1 }),
);

/** Sections further and further on, each with fields ascending. */
const term = fc.array(section, { maxLength: 30 }).map((sections) => {
  let at = -1;
  return sections.flatMap(([far, fields]) => {
    at += far;
    return fields.sort(([one], [other]) => one - other).map(([field, count]): Posting => [at, field, count]);
  });
});

it("postings come back as they were written, however far apart and however often", () => {
  fc.assert(
    fc.property(fc.array(term, { maxLength: 8 }), (terms) => {
      const writer = new PostingsWriter();
      const written = terms.filter((postings) => {
        for (const posting of postings) writer.add(...posting);
        return writer.endTerm();
      });
      expect(written).toEqual(terms.filter((postings) => postings.length > 0));
      const { postings, starts, counts } = writer.finish();
      for (const [number, expected] of written.entries()) {
        const read: Posting[] = [];
        readPostings(postings, starts[number] ?? 0, starts[number + 1] ?? 0, (...posting) => read.push(posting));
        expect(read).toEqual(expected);
        const inField = [0, 1, 2, 3].map((field) => expected.filter((posting) => posting[1] === field).length);
        const any = new Set(expected.map(([place]) => place)).size;
        expect([...counts.slice(number * 5, number * 5 + 5)]).toEqual([...inField, any]);
      }
    }),
  );
});
