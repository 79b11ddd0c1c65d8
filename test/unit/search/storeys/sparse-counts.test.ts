import fc from "fast-check";
import { expect, it } from "vitest";
import { SparseCounts } from "../../../../src/search/storeys/sparse-counts.ts";

const term = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 3_000_000 }));
const additions = fc.array(fc.tuple(term, fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 3 })), {
  maxLength: 300,
});

it("counts as a map would, also after it was packed", () => {
  fc.assert(
    fc.property(additions, term, (list, other) => {
      const counts = new SparseCounts();
      const expected = new Map<number, number[]>();
      for (const [number, count, by] of list) {
        counts.add(number, count, by);
        const known = expected.get(number) ?? [0, 0, 0, 0, 0];
        known[count] = (known[count] ?? 0) + by;
        expected.set(number, known);
      }
      const again = new SparseCounts();
      again.addPacked(counts.pack());
      for (const each of [counts, again]) {
        const read = (number: number) => {
          const at = each.find(number);
          return at < 0 ? undefined : [...each.counts.slice(at, at + 5)];
        };
        for (const [number, known] of expected) expect(read(number)).toEqual(known);
        expect(read(other)).toEqual(expected.get(other));
      }
    }),
  );
});
