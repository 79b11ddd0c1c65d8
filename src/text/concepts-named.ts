import type { Lexicon, Named } from "./lexicon.ts";
import type { ReadSentence } from "./read-text.ts";
import { readWords, type Word } from "./words.ts";

/** The concepts that a text names, and those of each of its sentences as it is read by itself. */
export interface ConceptsNamed {
  readonly whole: readonly string[];
  readonly sentences: readonly (readonly string[])[];
}

/** `sentences`: in the text's order. The text is searched for names once. */
export function conceptsNamed(
  words: readonly Word[],
  sentences: readonly ReadSentence[],
  lexicon: Lexicon,
): ConceptsNamed {
  const named = lexicon.named(words);
  let next = 0;
  const namedIn = ({ first, words: own }: ReadSentence) => {
    if (first === null) return lexicon.named(own);
    const end = first + own.length;
    while (next < named.length && endOf(named[next]) <= first) next++;
    const from = next;
    while (next < named.length && endOf(named[next]) <= end) next++;
    // A name that stretches over an end of the sentence is none in it, but a shorter one may be.
    const isCut = (named[from]?.from ?? first) < first || (named[next]?.from ?? end) < end;
    return isCut ? lexicon.named(own) : named.slice(from, next);
  };
  return {
    whole: conceptsOf(words, named, lexicon),
    sentences: sentences.map((sentence) => conceptsOf(sentence.words, namedIn(sentence), lexicon)),
  };
}

/** The same of a text that is not parted. */
export function conceptsIn(words: readonly Word[], lexicon: Lexicon): string[] {
  return conceptsOf(words, lexicon.named(words), lexicon);
}

function conceptsOf(words: readonly Word[], named: readonly Named[], lexicon: Lexicon): string[] {
  const concepts = named.flatMap((each) => each.concepts);
  // 美中 names two countries.
  for (const { script, text } of words) {
    if (script !== "han" || text.length === 1) continue;
    for (const character of text)
      concepts.push(...lexicon.mentions(readWords(character)).map(({ concept }) => concept));
  }
  return concepts;
}

/** The concept that a word names, alone or with its neighbours, by the word's place. */
export function conceptsByWord(words: readonly Word[], lexicon: Lexicon): ReadonlyMap<number, string> {
  const concepts = new Map<number, string>();
  for (const { from, length, concept } of lexicon.mentions(words))
    for (let at = from; at < from + length; at++) concepts.set(at, concept);
  return concepts;
}

/** What words name at once, such as 한미, by the first word's place; of a compound (한미동맹) nothing: it says more. */
export function namedTogether(words: readonly Word[], lexicon: Lexicon): ReadonlyMap<number, readonly string[]> {
  const together = lexicon.named(words).filter(({ concepts, from, length }) => {
    const stem = words[from]?.stem ?? "";
    return concepts.length > 1 && (length > 1 || lexicon.formAtStart(stem) === stem);
  });
  return new Map(together.map(({ from, concepts }) => [from, concepts]));
}

function endOf(named: Named | undefined): number {
  return named === undefined ? 0 : named.from + named.length;
}
