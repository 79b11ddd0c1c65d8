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

/** The same of a word in Latin letters. */
export function latinRoot(stem: string): string {
  return PLAIN.test(stem) ? stemmer(stem) : stem;
}

/** Others, such as those with accents, are compared as they are. */
const PLAIN = /^[a-z]+$/;
