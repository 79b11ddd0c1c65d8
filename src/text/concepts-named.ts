import type { ConceptMention, Lexicon } from "./lexicon.ts";
import type { ReadSentence } from "./read-text.ts";
import type { Word } from "./words.ts";

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
  const mentions = lexicon.mentions(words);
  let next = 0;
  const mentionsOf = ({ first, words: own }: ReadSentence) => {
    if (first === null) return lexicon.mentions(own);
    const end = first + own.length;
    while (next < mentions.length && endOf(mentions[next]) <= first) next++;
    const from = next;
    while (next < mentions.length && endOf(mentions[next]) <= end) next++;
    // A name that stretches over an end of the sentence is none in it, but a shorter one may be.
    const isCut = (mentions[from]?.from ?? first) < first || (mentions[next]?.from ?? end) < end;
    return isCut ? lexicon.mentions(own) : mentions.slice(from, next);
  };
  return {
    whole: mentions.map(toConcept),
    sentences: sentences.map((sentence) => mentionsOf(sentence).map(toConcept)),
  };
}

/** The concept that a word names, alone or with its neighbours, by the word's place. */
export function conceptsByWord(words: readonly Word[], lexicon: Lexicon): ReadonlyMap<number, string> {
  const concepts = new Map<number, string>();
  for (const { from, length, concept } of lexicon.mentions(words))
    for (let at = from; at < from + length; at++) concepts.set(at, concept);
  return concepts;
}

function endOf(mention: ConceptMention | undefined): number {
  return mention === undefined ? 0 : mention.from + mention.length;
}

function toConcept({ concept }: ConceptMention): string {
  return concept;
}
