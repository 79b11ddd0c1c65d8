import { stemmer } from "stemmer";
import type { Word } from "./words.ts";

/**
 * What a word is compared by: its stem, of a word in Latin letters what the forms of an English word have in common
 * (announced, announcement; Porter, 1980). That is no word itself; names and words of other languages lose a few letters, in
 * questions and texts alike.
 */
export function rootOf({ script, stem }: Pick<Word, "script" | "stem">): string {
  return script === "latin" ? latinRoot(stem) : stem;
}

/** The same of a word in Latin letters. Accents are often left out where they are hard to type: café, cafe. */
export function latinRoot(stem: string): string {
  if (PLAIN.test(stem)) return stemmer(stem);
  const unaccented = stem.normalize("NFD").replace(/\p{M}/gu, "");
  return PLAIN.test(unaccented) ? stemmer(unaccented) : stem;
}

/** Others, such as those with ß or ø, are compared as they are. */
const PLAIN = /^[a-z]+$/;
