import { scriptOf } from "./characters.ts";
import { normalizeCharacters, withoutDots } from "./normalize.ts";
import type { Sentence } from "./sentences.ts";
import { isGlue, type PlacedWords, placeWords, type Word } from "./words.ts";

/** A text's normalised characters, and its words. */
export interface ReadText {
  readonly characters: string;
  readonly words: readonly Word[];
}

/** The same with the words' places. */
export type PlacedText = ReadText & PlacedWords;

export interface ReadSentence extends ReadText {
  /** The place of its first word among those of the whole text; null where it is read by itself. */
  readonly first: number | null;
}

export function readText(text: string): PlacedText {
  const characters = normalizeCharacters(text);
  return { characters, ...placeWords(characters) };
}

/**
 * Each sentence of a text as `readText` would read it by itself. Its words are taken from those of the whole text, but
 * where something around the sentence changes them there: then it is read by itself.
 */
export function readSentences(sentences: readonly Sentence[], text: string, whole: PlacedText): ReadSentence[] {
  let read = 0;
  let end = 0;
  let nextWord = 0;
  // What is cut out of a text in NFKC is in NFKC.
  const isNormal = whole.characters === text;
  return sentences.map((sentence) => {
    const characters = isNormal ? withoutDots(sentence.text) : normalizeCharacters(sentence.text);
    const between = text.slice(read, sentence.start);
    const start = end + (isNormal ? between : normalizeCharacters(between)).length;
    read = sentence.end;
    end = start + characters.length;
    while (nextWord < whole.words.length && (whole.starts[nextWord] ?? 0) < start) nextWord++;
    const first = nextWord;
    while (nextWord < whole.words.length && (whole.ends[nextWord] ?? 0) <= end) nextWord++;
    const isSame = whole.characters.startsWith(characters, start) && standsAlone(whole, start, end, first, nextWord);
    if (isSame) return { characters, words: whole.words.slice(first, nextWord), first };
    return { characters, words: placeWords(characters).words, first: null };
  });
}

/** Whether words of a text, from `first` up to `next`, are read alike without what stands before `start` and from `end` on. */
function standsAlone(
  { characters, words, starts, ends }: PlacedText,
  start: number,
  end: number,
  first: number,
  next: number,
): boolean {
  if (isPartOfWord(characters, start - 1) || isGlue(characters.charCodeAt(start - 1))) return false;
  if (isPartOfWord(characters, end - 1) && isPartOfWord(characters, end)) return false;
  const isCut = (ends[first - 1] ?? 0) > start || (starts[next] ?? end) < end;
  // 수도 after 할 is read as 수.
  const isShortened = first < next && words[first]?.text.length !== (ends[first] ?? 0) - (starts[first] ?? 0);
  return !isCut && !isShortened;
}

function isPartOfWord(characters: string, at: number): boolean {
  if (at < 0 || at >= characters.length) return false;
  const unit = characters.charCodeAt(at);
  return isSurrogate(unit) || scriptOf(unit) !== null;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
