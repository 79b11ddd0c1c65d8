import { asHeard } from "../heard.ts";
import type { Arrays } from "./segment-image.ts";
import { hashOf, packSlots, packUnits, stringAt } from "./string-table.ts";
import type { CountedWord } from "./word-counts.ts";

/** Words with their counts, found by how they are heard. */
export interface WordTable {
  readonly count: number;
  at(number: number): CountedWord;
  heardAs(heard: string): CountedWord[];
}

/** The arrays of a table, their names beginning with `name`. */
export function packWords(name: string, words: Iterable<CountedWord>): Arrays {
  const list = [...words];
  const hashes = Uint32Array.from(list, ({ stem }) => hashOf(asHeard(stem)));
  return {
    ...packUnits(
      name,
      list.map(({ stem }) => stem),
    ),
    [`${name}.hashes`]: hashes,
    [`${name}.slots`]: packSlots(hashes),
    [`${name}.inText`]: Uint32Array.from(list, ({ inText }) => inText),
    [`${name}.asName`]: Uint32Array.from(list, ({ asName }) => asName),
  };
}

/** Reads a table where it lies. */
export function wordTable(units: Uint16Array, words: (name: string) => Uint32Array): WordTable {
  const starts = words("starts");
  const hashes = words("hashes");
  const slots = words("slots");
  const inText = words("inText");
  const asName = words("asName");
  const at = (number: number): CountedWord => ({
    stem: stringAt(units, starts, number),
    inText: inText[number] as number,
    asName: asName[number] as number,
  });
  return {
    count: hashes.length,
    at,
    heardAs(heard) {
      const found: CountedWord[] = [];
      const hash = hashOf(heard);
      for (let slot = hash & (slots.length - 1); slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
        const number = (slots[slot] as number) - 1;
        if (hashes[number] !== hash) continue;
        const word = at(number);
        if (asHeard(word.stem) === heard) found.push(word);
      }
      return found;
    },
  };
}
