import { type QueryWord, readQuery, SAYS_WHAT } from "../../search/query.ts";
import { VERB_WEIGHT } from "../../search/question-words.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { readWords } from "../../text/words.ts";

/** ㅠㅠ and ㅋㅋ: letters that stand by themselves say nothing. */
const ONLY_LETTERS = /^[ᄀ-ᇿㄱ-ㅣ]+$/u;
/** "누가 그랬어?", "왜 그런 거야?": stands for the predicate before. */
const STANDS_FOR_PREDICATE = /^(?:그[래랬런럴럼렇]|어[때땠떻떤])/u;

/** "다 지어", "더 많이 내": of what is done. */
const ADVERBS = /^(?:다|더|또|잘|못|안|꼭|많이)$/u;

/** "누가 내?" has a verb of one syllable; "누가 해?" and "며칠까지 돼?" ask of the one before. */
const ONLY_ASKS = /^(?:왜|뭐|해|돼|됨|줘|요)$/u;

/** What was asked before. */
interface Asked {
  readonly understoodAs: string;
  readonly topic: string;
}

/** The previous question without the words that ask. */
export function contentOf({ understoodAs }: Asked, lexicon: Lexicon): string {
  return written(contentWords(understoodAs, lexicon));
}

/**
 * What a follow-up takes over of the question before. A sentence has one predicate: what has its own ("돈은 얼마나 들어?") takes the
 * nouns alone, what has none ("알루미늄은?") all of it. Where it named nothing the topic stands for it.
 */
export function takenOver(followUp: string, previous: Asked, lexicon: Lexicon): string {
  const words = contentWords(previous.understoodAs, lexicon);
  const nouns = words.filter((word) => !isPredicate(word) && !ADVERBS.test(word.word.text));
  const areMatter = nouns.some(({ weight }) => weight >= SAYS_WHAT);
  if (!areMatter && previous.topic !== "") return previous.topic;
  return written(areMatter && hasPredicate(followUp, lexicon) ? nouns : words);
}

function contentWords(question: string, lexicon: Lexicon): readonly QueryWord[] {
  const all = readWords(question);
  // "몇 번": what is counted by asks with it.
  const counters = new Set(all.filter((_, at) => all[at - 1]?.text === "몇").map(({ text }) => text));
  const words = readQuery(question, lexicon).words.filter(({ word: { text } }) => !ONLY_LETTERS.test(text));
  const counted = words.filter(({ word: { text } }) => !counters.has(text));
  return counted.length > 0 ? counted : words;
}

function written(words: readonly QueryWord[]): string {
  return words.map(({ word }) => (word.capitals ? word.text.toUpperCase() : word.text)).join(" ");
}

function hasPredicate(followUp: string, lexicon: Lexicon): boolean {
  const last = readWords(followUp).at(-1);
  if (last?.script === "hangul" && last.text.length === 1 && !last.glued && !ONLY_ASKS.test(last.text)) return true;
  return readQuery(followUp, lexicon).words.some(
    (word) => isPredicate(word) && !STANDS_FOR_PREDICATE.test(word.word.text),
  );
}

/** A verb, or a noun made one. English verbs are also nouns. */
function isPredicate({ word, event, weight, concept }: QueryWord): boolean {
  if (word.script !== "hangul" || word.text.length < 2 || concept !== null) return false;
  return event || weight === VERB_WEIGHT;
}
