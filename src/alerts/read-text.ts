import type { Lexicon, Named } from "../text/lexicon.ts";
import { monosyllable, readWords, type Word } from "../text/words.ts";
import { asRead } from "./as-read.ts";
import { isSyllabic } from "./syllabic.ts";

/** A place in the letters of a reading. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Some texts, taken apart so that what stands where is found without going through them again. */
export interface TextReading {
  readonly words: readonly Word[];
  /** All words without spaces, a line end between two texts. */
  readonly letters: string;
  /** Where each word begins in `letters`. */
  readonly starts: readonly number[];
  /** For each of `letters` its word. */
  readonly wordAt: readonly number[];
  /** For each word its text. */
  readonly textOf: readonly number[];
  /** Where two syllables stand beside each other, by these. */
  readonly pairs: ReadonlyMap<string, readonly number[]>;
  /** Words by what they are in full, but those of several syllables. */
  readonly whole: ReadonlyMap<string, readonly number[]>;
  readonly concepts: ReadonlyMap<string, readonly Span[]>;
}

export function readTexts(texts: readonly string[], lexicon: Lexicon): TextReading {
  return readWordsOf(
    texts.map((text) => readWords(asRead(text))),
    lexicon,
  );
}

/** The same of words that were read. */
export function readWordsOf(texts: readonly (readonly Word[])[], lexicon: Lexicon): TextReading {
  const reading = joined(texts);
  const concepts = new Map<string, Span[]>();
  let first = 0;
  for (const text of texts) {
    for (const { concepts: names, from, length } of lexicon.named(text)) {
      const span = spanOf({ from: first + from, length }, reading, lexicon);
      for (const concept of names) add(concepts, concept, span);
    }
    first += text.length;
  }
  for (const [i, word] of reading.words.entries()) {
    for (const { concept, start, end } of conceptsWithin(word, lexicon)) {
      const begin = reading.starts[i] ?? 0;
      add(concepts, concept, { start: begin + start, end: begin + end });
    }
  }
  return { ...reading, pairs: pairsOf(reading), whole: wholeWords(reading.words), concepts };
}

/** 美中 names two countries. */
function conceptsWithin({ script, text }: Word, lexicon: Lexicon): (Span & { readonly concept: string })[] {
  if (script !== "han" || text.length === 1) return [];
  return [...text.matchAll(/./gsu)].flatMap(({ 0: character, index }) =>
    lexicon
      .mentions(readWords(character))
      .map(({ concept }) => ({ concept, start: index, end: index + character.length })),
  );
}

type Joined = Pick<TextReading, "words" | "letters" | "starts" | "wordAt" | "textOf">;

function joined(texts: readonly (readonly Word[])[]): Joined {
  const words: Word[] = [];
  const starts: number[] = [];
  const wordAt: number[] = [];
  const textOf: number[] = [];
  let letters = "";
  for (const [i, text] of texts.entries()) {
    for (const word of text) {
      starts.push(letters.length);
      textOf.push(i);
      for (let k = 0; k < word.text.length; k++) wordAt.push(words.length);
      words.push(word);
      letters += word.text;
    }
    wordAt.push(-1);
    letters += "\n";
  }
  return { words, letters, starts, wordAt, textOf };
}

function pairsOf({ words, letters, wordAt }: Joined): Map<string, number[]> {
  const pairs = new Map<string, number[]>();
  for (let i = 0; i + 1 < letters.length; i++) {
    const word = words[wordAt[i] ?? -1];
    const next = words[wordAt[i + 1] ?? -1];
    if (word && next && isSyllabic(word.script) && isSyllabic(next.script)) add(pairs, letters.slice(i, i + 2), i);
  }
  return pairs;
}

function wholeWords(words: readonly Word[]): Map<string, number[]> {
  const whole = new Map<string, number[]>();
  for (const [i, { stem, script }] of words.entries()) {
    if (!isSyllabic(script) || stem.length === 1) add(whole, stem, i);
    const single = script === "hangul" ? monosyllable(stem) : null;
    if (single !== null) add(whole, single, i);
  }
  return whole;
}

/** Without the particle, and without what follows a name in a compound: 미국 of 미국산. */
function spanOf({ from, length }: Pick<Named, "from" | "length">, { words, starts }: Joined, lexicon: Lexicon): Span {
  const last = words[from + length - 1];
  const start = starts[from] ?? 0;
  if (!last) return { start, end: start };
  const name = length === 1 && last.script === "hangul" ? lexicon.formAtStart(last.text) : null;
  return { start, end: (starts[from + length - 1] ?? 0) + (name?.length ?? nounLength(last)) };
}

/** How much of a word is the word itself: 관세 of 관세를; "tariffs" as it stands. */
export function nounLength({ text, stem, script }: Word): number {
  return script === "hangul" && text.startsWith(stem) ? stem.length : text.length;
}

function add<V>(map: Map<string, V[]>, key: string, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
