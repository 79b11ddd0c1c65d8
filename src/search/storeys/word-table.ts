import { asHeard } from "../heard.ts";
import type { Arrays } from "./segment-image.ts";
import { hashOf, packSlots, type Strings, stringAt } from "./string-table.ts";
import type { CountedWord } from "./word-counts.ts";

/** Words with their counts, found by how they are heard. */
export interface WordTable {
  readonly stems: Strings;
  /** By number: the hash of how it is heard, and how often it stands in texts, and as a name. */
  readonly hashes: Uint32Array;
  readonly inText: Uint32Array;
  readonly asName: Uint32Array;
  heardAs(heard: string): CountedWord[];
}

/** The arrays of a table beside its stems, their names beginning with `name`. */
export function packWordNumbers(
  name: string,
  { hashes, inText, asName }: Pick<WordTable, "hashes" | "inText" | "asName">,
): Arrays {
  return {
    [`${name}.hashes`]: hashes,
    [`${name}.slots`]: packSlots(hashes),
    [`${name}.inText`]: inText,
    [`${name}.asName`]: asName,
  };
}

/** Reads a table where it lies. */
export function wordTable(units: Uint16Array, words: (name: string) => Uint32Array): WordTable {
  const starts = words("starts");
  const hashes = words("hashes");
  const slots = words("slots");
  const inText = words("inText");
  const asName = words("asName");
  return {
    stems: { count: hashes.length, units, starts },
    hashes,
    inText,
    asName,
    heardAs(heard) {
      const found: CountedWord[] = [];
      const hash = hashOf(heard);
      for (let slot = hash & (slots.length - 1); slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
        const number = (slots[slot] as number) - 1;
        if (hashes[number] !== hash) continue;
        const stem = stringAt(units, starts, number);
        if (asHeard(stem) !== heard) continue;
        found.push({ stem, inText: inText[number] as number, asName: asName[number] as number });
      }
      return found;
    },
  };
}
