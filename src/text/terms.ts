import { conceptsIn } from "./concepts-named.ts";
import type { Lexicon } from "./lexicon.ts";
import { readText } from "./read-text.ts";
import { rootOf } from "./roots.ts";
import { monosyllable, type Word } from "./words.ts";

/** Raise it when the terms of a text change, so that an index made with other rules is not used. */
export const TERMS_VERSION = 6;

/** Marks the term of a concept; it stands in no text. */
const CONCEPT_MARK = "=";

export function conceptTerm(concept: string): string {
  return CONCEPT_MARK + concept;
}

/** The terms under which a text is found: those of its words, and of the concepts it names. */
export function termsOf(text: string, lexicon: Lexicon): string[] {
  return termsOfWords(readText(text).words, lexicon);
}

/** The same of a text that is read. */
export function termsOfWords(words: readonly Word[], lexicon: Lexicon): string[] {
  // A call does not take as many arguments as a long text has terms.
  return words.flatMap(termsOfWord).concat(conceptsIn(words, lexicon).map(conceptTerm));
}

/** Hangul, Hanja and Kana by overlapping pairs of the stem, Latin letters by their root, other scripts whole. */
export function termsOfWord({ script, stem }: Word): string[] {
  if (script === "latin" || script === "number" || script === "other") return [rootOf({ script, stem })];
  const terms = bigrams(stem);
  if (script === "han" && stem.length > 1) for (const character of stem) terms.push(character);
  const single = script === "hangul" ? monosyllable(stem) : null;
  if (single !== null) terms.push(single);
  return terms;
}

function bigrams(text: string): string[] {
  if (text.length < 2) return [text];
  const pairs: string[] = [];
  for (let i = 0; i + 1 < text.length; i++) pairs.push(text.slice(i, i + 2));
  return pairs;
}
