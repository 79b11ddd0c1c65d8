import fc from "fast-check";
import { expect, it } from "vitest";
import { StringPool } from "../../../../src/search/storeys/string-pool.ts";
import { packStrings, type StringTable, stringTable } from "../../../../src/search/storeys/string-table.ts";

function tableOf(arrays: ReturnType<typeof packStrings>): StringTable {
  const { "x.units": units, "x.starts": starts, "x.slots": slots } = arrays;
  return stringTable(units as Uint16Array, starts as Uint32Array, slots as Uint32Array);
}

const text = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("", "관세", "\ud800", "a".repeat(5000)));
const texts = fc.uniqueArray(text, { maxLength: 50 });

it("strings of several tables become one table, each of them once, in the order in which they came first", () => {
  fc.assert(
    fc.property(texts, texts, fc.array(text), (one, other, single) => {
      const pool = new StringPool();
      const numbers = [one, other].flatMap((strings) => [...pool.addAll(tableOf(packStrings("x", strings)))]);
      for (const each of single) numbers.push(pool.add(each));
      const distinct = [...new Set([...one, ...other, ...single])];
      expect(pool.count).toBe(distinct.length);
      expect(numbers.map((number) => distinct[number])).toEqual([...one, ...other, ...single]);
      const table = tableOf(pool.packAll("x"));
      expect(distinct.map((each) => table.find(each))).toEqual(distinct.map((_, number) => number));
      const odd = distinct.filter((_, number) => number % 2 === 1);
      const kept = Uint32Array.from(odd, (each) => distinct.indexOf(each));
      const left = tableOf(pool.pack("x", kept));
      expect(Array.from({ length: left.count }, (_, number) => left.at(number))).toEqual(odd);
      for (const each of distinct) expect(left.find(each)).toBe(odd.indexOf(each));
    }),
  );
});

it("holds more strings than it first has room for", () => {
  const pool = new StringPool();
  const many = Array.from({ length: 10_000 }, (_, number) => `낱말${number}`);
  expect(many.map((each) => pool.add(each))).toEqual(many.map((_, number) => number));
  expect(many.map((each) => pool.add(each))).toEqual(many.map((_, number) => number));
});
