import type { Lexicon } from "../text/lexicon.ts";
import { normalizeCharacters } from "../text/normalize.ts";
import { readWords, type Word } from "../text/words.ts";
import { asRead } from "./as-read.ts";
import { findPart } from "./find-part.ts";
import type { Part } from "./phrase.ts";
import { readWordsOf, type Span, type TextReading } from "./read-text.ts";

/** Where a text says the parts, as it is written: in order, none touching another. */
export function markWords(text: string, parts: readonly Part[], lexicon: Lexicon): Span[] {
  const placed = placeWords(text);
  const reading = readWordsOf([placed.map(({ word }) => word)], lexicon);
  const found = parts.flatMap((part) => findPart(part, reading)).map((span) => writtenAs(span, placed, reading));
  return joinTouching(found.sort((a, b) => a.start - b.start));
}

interface PlacedWord extends Span {
  readonly word: Word;
  /** Letter for letter as it is written. */
  readonly isExact: boolean;
}

function placeWords(text: string): PlacedWord[] {
  return [...text.matchAll(/\S+/g)].flatMap(({ 0: chunk, index }) => {
    const read = asRead(chunk);
    const lower = chunk.toLowerCase();
    const isExact = read === chunk && normalizeCharacters(read) === read && lower.length === read.length;
    const letters = lettersOf(chunk, index);
    let from = 0;
    return readWords(read).map((word) => {
      const at = isExact ? lower.indexOf(word.text, from) : -1;
      if (at === -1) return { word, isExact: false, ...letters };
      from = at + word.text.length;
      return { word, isExact: true, start: index + at, end: index + from };
    });
  });
}

/** From the first letter or digit to the last one. */
function lettersOf(chunk: string, offset: number): Span {
  const runs = [...chunk.matchAll(/[\p{L}\p{N}]+/gu)];
  const last = runs.at(-1);
  return { start: offset + (runs[0]?.index ?? 0), end: offset + (last ? last.index + last[0].length : chunk.length) };
}

function writtenAs({ start, end }: Span, placed: readonly PlacedWord[], { wordAt, starts }: TextReading): Span {
  const [from, to] = [wordAt[start] ?? 0, wordAt[end - 1] ?? 0];
  const [first, last] = [placed[from], placed[to]];
  if (!first || !last) return { start: 0, end: 0 };
  return {
    start: first.start + (first.isExact ? start - (starts[from] ?? 0) : 0),
    end: last.isExact ? last.start + end - (starts[to] ?? 0) : last.end,
  };
}

function joinTouching(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span.start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else joined.push(span);
  }
  return joined;
}
