import { stripParticle } from "../text/particles.ts";
import type { Needle, Part, RunNeedle, SyllableNeedle, WordNeedle } from "./phrase.ts";
import { nounLength, type Span, type TextReading } from "./read-text.ts";
import { isSyllabic } from "./syllabic.ts";

/** Every place where a part of a phrase is said; some may be given twice. */
export function findPart({ concept, needles }: Part, reading: TextReading): Span[] {
  const named = concept === null ? [] : (reading.concepts.get(concept) ?? []);
  return [...named, ...needles.flatMap((needle) => findNeedle(needle, reading))];
}

function findNeedle(needle: Needle, reading: TextReading): Span[] {
  switch (needle.kind) {
    case "syllables":
      return findSyllables(needle, reading);
    case "word":
      return findWord(needle, reading);
    case "run":
      return findRun(needle, reading);
  }
}

function findSyllables(needle: SyllableNeedle, reading: TextReading): Span[] {
  const { text } = needle;
  return (reading.pairs.get(text.slice(0, 2)) ?? [])
    .filter((start) => reading.letters.startsWith(text, start) && standsAt(start, needle, reading))
    .map((start) => ({ start, end: start + text.length }));
}

/** A compound may be written apart: 방위비 분담금. Shorter ones are more likely two words. Syllables. */
const SHORTEST_APART = 4;

function standsAt(start: number, needle: SyllableNeedle, { words, wordAt, starts }: TextReading): boolean {
  const i = wordAt[start] ?? -1;
  const word = words[i];
  if (!word) return false;
  const before = start - (starts[i] ?? 0);
  if (before + needle.text.length > word.text.length) return before === 0 && needle.text.length >= SHORTEST_APART;
  if (before === 0) return !needle.others.some((other) => word.text.startsWith(other));
  return needle.text.length > 2 || standsWithin(word, before, needle);
}

/** What makes a noun of another where it follows it: 상호관세율. */
const SUFFIX = /[율률법안청국]/;

/** Two syllables after others: the head of a compound (상호관세), or between two words (한미관세협상); not 대만 in 절대만. */
function standsWithin(
  { text, stem }: { readonly text: string; readonly stem: string },
  before: number,
  needle: SyllableNeedle,
): boolean {
  const after = stem.length - before - needle.text.length;
  if (after === 0) return before > 1 || stripParticle(stem) === stem;
  if (before === 1) return false;
  // What was taken for a particle is the noun's last syllable: 물가 in 소비자물가.
  if (after === -1) return !needle.isName && before + needle.text.length === text.length;
  return after > 1 || (after === 1 && SUFFIX.test(stem.slice(-1)));
}

function findWord({ stem, capitalsOnly }: WordNeedle, { words, starts, whole }: TextReading): Span[] {
  return (whole.get(stem) ?? []).flatMap((i) => {
    const word = words[i];
    if (!word || (capitalsOnly && !word.capitals)) return [];
    const start = starts[i] ?? 0;
    const length = isSyllabic(word.script) ? stem.length : nounLength(word);
    return [{ start, end: start + length }];
  });
}

function findRun({ first, rest }: RunNeedle, reading: TextReading): Span[] {
  return findNeedle(first, reading).flatMap(({ start, end }) => {
    const i = reading.wordAt[end - 1] ?? -1;
    const endsWord = end === endOf(i, reading);
    return endsWord && rest.every((key, k) => follows(key, i + 1 + k, k === rest.length - 1, reading))
      ? [{ start, end: endOf(i + rest.length, reading, rest.at(-1)) }]
      : [];
  });
}

/** `isLast`: a compound may go on: F-35 전투기, 한미FTA협정. */
function follows(key: string, i: number, isLast: boolean, { words, textOf }: TextReading): boolean {
  const word = words[i];
  if (!word || textOf[i] !== textOf[i - 1]) return false;
  if (word.stem === key || word.text === key) return true;
  return isLast && isSyllabic(word.script) && word.text.startsWith(key);
}

/** Where a word ends, or the key that it begins with. */
function endOf(i: number, { words, starts }: TextReading, key?: string): number {
  const { text, script } = words[i] ?? { text: "", script: "other" };
  const begins = key !== undefined && isSyllabic(script) && text.startsWith(key);
  return (starts[i] ?? 0) + (begins ? key.length : text.length);
}
