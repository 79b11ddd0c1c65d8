import fc from "fast-check";
import { expect, it } from "vitest";
import { packImage, unpackImage } from "../../../../src/search/storeys/segment-image.ts";
import { packStrings, type StringTable, stringTable } from "../../../../src/search/storeys/string-table.ts";

/** As it lies in an image. */
function tableOf(strings: readonly string[]): StringTable {
  const { "x.units": units, "x.starts": starts, "x.slots": slots } = unpackImage(packImage(packStrings("x", strings)));
  return stringTable(units as Uint16Array, starts as Uint32Array, slots as Uint32Array);
}

it("strings are found by number and by what they are", () => {
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("", "관세", "\ud800", "a".repeat(5000)));
  fc.assert(
    fc.property(fc.uniqueArray(text, { maxLength: 50 }), fc.array(text), (strings, others) => {
      const table = tableOf(strings);
      expect(table.count).toBe(strings.length);
      expect(strings.map((_, number) => table.at(number))).toEqual(strings);
      for (const wanted of [...strings, ...others]) expect(table.find(wanted)).toBe(strings.indexOf(wanted));
    }),
  );
});
