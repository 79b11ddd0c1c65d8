import { isParticle } from "../text/particles.ts";
import { classOf } from "../text/verbal.ts";
import type { Word } from "../text/words.ts";
import { isAttribute, weightOf } from "./question-words.ts";

const LONGEST_TOLD_APART = 5;
/** Words. */
const LONG_QUESTION = 12;

/**
 * What is known of a word of a question before any document is looked at, by name: its class, its ending, its place.
 * Words and endings that recur in questions of any field have a mark of their own. `next` may be a word that only asks.
 */
export function marksOf(
  words: readonly Word[],
  place: number,
  next: Word | undefined,
  endsQuestion: boolean,
): string[] {
  const word = words[place];
  if (!word) return [];
  const marks = words.length > LONG_QUESTION ? ["long question"] : [];
  if (word.script !== "hangul") {
    marks.push(word.script === "number" ? "number" : "other script");
    if (word.glued) marks.push("glued");
    return marks;
  }
  const weight = weightOf(word, next, endsQuestion);
  const after = word.text.slice(word.stem.length);
  if (weight < 1) marks.push(`weight ${weight}`);
  if (isAttribute(word)) marks.push("attribute");
  if (place === 0) marks.push("first");
  if (place === words.length - 1) marks.push("last");
  if (place === words.length - 2) marks.push("before last");
  marks.push(
    `class ${classOf(word, next, endsQuestion)}`,
    `syllables ${Math.min(LONGEST_TOLD_APART, word.stem.length)}`,
    after === "" ? "bare" : isParticle(after) ? `particle ${after}` : "ending",
    `word ${word.stem}`,
    `end ${word.text.slice(-1)}`,
  );
  if (word.text.length > 2) marks.push(`end ${word.text.slice(-2)}`);
  return marks;
}

/** Whether a mark names a word or an ending. */
export function isLexicalMark(mark: string): boolean {
  return mark.startsWith("word ") || mark.startsWith("end ");
}

/** What marks may change at most, in natural logarithms. */
const LEAST = -4;
const MOST = 2;

/** How strongly a word draws sections that hold it: its weight, times e to the sum of what its marks weigh. */
export function pullOf(weight: number, marks: readonly string[], weightOfMark: (mark: string) => number): number {
  const sum = marks.reduce((total, mark) => total + weightOfMark(mark), 0);
  return weight * Math.exp(Math.max(LEAST, Math.min(MOST, sum)));
}
