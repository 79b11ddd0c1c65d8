import fc from "fast-check";
import { expect, it } from "vitest";
import { areNeighbours, evidenceFor, isSaid, numbersIn, readEvidence } from "../../../src/text/evidence.ts";
import { emptyLexicon } from "../../../src/text/lexicon.ts";
import { rootOf } from "../../../src/text/roots.ts";
import { readWords, type Word } from "../../../src/text/words.ts";

/** Few syllables, so that words share parts, verbs meet their other forms, and numbers stand within numbers. */
const syllable = fc.constantFrom(..."밝혔히바꿨꾸올렸리릴배섬을은");
const token = fc.oneof(
  { weight: 6, arbitrary: fc.array(syllable, { minLength: 1, maxLength: 5 }).map((parts) => parts.join("")) },
  { weight: 2, arbitrary: fc.constantFrom("1,454", "1454", "3.5", "007", "25%를", "２５", "3.5.1", "½") },
  { weight: 2, arbitrary: fc.constantFrom("EU", "U.S.", "Ferry's", "café", "ﬁne", "國", "國防", "𠀀") },
  { weight: 1, arbitrary: fc.constantFrom("😀", "·", "|", "\n", "\u200b", "\ud800", "ㅋㅋ", "ᄀ") },
);
const text = fc
  .tuple(fc.array(token, { maxLength: 12 }), fc.constantFrom(" ", ""), fc.boolean())
  .map(([tokens, between, apart]) => tokens.join(between).normalize(apart ? "NFD" : "NFC"));

function rootAt(words: readonly Word[], place: number): string | null {
  const word = words[place];
  return word === undefined ? null : rootOf(word);
}

it("says of any text what the list of its words says", () => {
  fc.assert(
    fc.property(text, text, (held, asked) => {
      const words = readWords(held);
      const evidence = readEvidence(held, emptyLexicon);
      const isWord = (one: string) => words.some((word) => rootOf(word) === one || word.text === one);
      const sought = [...readWords(asked), ...words];
      for (const [at, word] of sought.entries()) {
        const root = rootOf(word);
        expect(isSaid(root, evidence)).toBe(isWord(root));
        if (isWord(root) || isWord(word.text)) expect(evidenceFor(word, null, evidence)).toBe(1);
        const next = rootAt(sought, at + 1) ?? "";
        const stand = words.some((one, place) => rootOf(one) === root && rootAt(words, place + 1) === next);
        expect(areNeighbours(root, next, evidence)).toBe(stand);
      }
      const stated = words.flatMap((word) => [word.stem, word.text]).filter((one) => /^\d+(?:\.\d+)?$/.test(one));
      expect(numbersIn(evidence).toSorted()).toEqual([...new Set(stated)].toSorted());
    }),
    { numRuns: 500 },
  );
});
