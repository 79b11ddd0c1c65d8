import { englishClassOf } from "../../search/english-words.ts";
import { asHeard } from "../../search/heard.ts";
import { type QueryWord, readQuery } from "../../search/query.ts";
import { isQuestionWord } from "../../search/question-words.ts";
import { onKoreanKeys } from "../../text/korean-keys.ts";
import { readWords } from "../../text/words.ts";
import type { Documents } from "../candidates/knowledge.ts";
import { courtesyIn } from "../talk/courtesy.ts";
import { wantedOfAnswer } from "./about-answer.ts";

/**
 * The Korean that was meant where somebody typed on English keys (rnrqkdql: 국방비), null elsewhere. Some English words make
 * syllables, too (also, risk): what is read so must be English to nobody, and say something in Korean.
 */
export function typedInKorean(text: string, documents: Documents): string | null {
  const korean = onKoreanKeys(text);
  if (korean === null || isEnglish(text, documents)) return null;
  return saysSomething(korean, text, documents) ? korean : null;
}

/** Any word of it is one that English questions are made of, one of the documents, or a name. */
function isEnglish(text: string, { index, lexicon }: Documents): boolean {
  if (courtesyIn(text) !== null || wantedOfAnswer(text) !== null) return true;
  const words = readWords(text).filter(({ script }) => script === "latin");
  if (words.some((word) => englishClassOf(word.text) !== "other")) return true;
  const query = readQuery(text, lexicon);
  const { unknown } = index.find(query, { limit: 1 });
  return query.words.some(
    ({ word, concept, terms, related }) =>
      word.script === "latin" &&
      (concept !== null || related.nouns.length > 0 || terms.some((term) => !unknown.has(term))),
  );
}

/** Two letters make a syllable by chance (Si, dl), and a syllable stands in any document: letters that ask, syllables that are known. */
const SHORTEST_TYPED = 3;
const SHORTEST_KNOWN = 2;

/** It is a message by itself, asks (왜?), or holds a word that the documents or the lists know. */
function saysSomething(korean: string, typed: string, { index, lexicon }: Documents): boolean {
  if (courtesyIn(korean) !== null || wantedOfAnswer(korean) !== null) return true;
  const isByChance = readWords(typed).some(({ text }) => text.length < SHORTEST_TYPED);
  if (!isByChance && readWords(korean).every(isQuestionWord)) return true;
  const isKnown = ({ word, concept, related }: QueryWord) =>
    word.script === "hangul" &&
    word.stem.length >= SHORTEST_KNOWN &&
    (concept !== null ||
      related.nouns.length > 0 ||
      index.heardAs(asHeard(word.stem)).some(({ stem }) => stem === word.stem));
  return readQuery(korean, lexicon).words.some(isKnown);
}
