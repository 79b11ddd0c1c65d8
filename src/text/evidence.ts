import { finalConsonant, foldPastTense, isHangulSyllable, openLastSyllable, toJamo } from "./hangul.ts";
import type { Lexicon } from "./lexicon.ts";
import { lettersOf } from "./normalize.ts";
import { type ReadText, readText } from "./read-text.ts";
import type { Related } from "./synonyms.ts";
import type { Word } from "./words.ts";

/** A text taken apart so that words can be looked for in it. Made when it is first asked for. */
export interface Evidence {
  readonly words: readonly Word[];
  /** Letters and digits only. */
  readonly squashed: string;
  /** Hangul taken apart, past tenses folded onto their stems. */
  readonly jamo: string;
  /** Of its words, and the words themselves. */
  readonly stems: ReadonlySet<string>;
  readonly concepts: ReadonlySet<string>;
}

export function readEvidence(text: string, lexicon: Lexicon): Evidence {
  return evidenceOf(readText(text), lexicon);
}

/** The same of a text that is read. */
export function evidenceOf(text: ReadText, lexicon: Lexicon): Evidence {
  return new TextEvidence(text, lexicon);
}

class TextEvidence implements Evidence {
  readonly words: readonly Word[];
  readonly #characters: string;
  readonly #lexicon: Lexicon;
  #squashed: string | null = null;
  #jamo: string | null = null;
  #stems: ReadonlySet<string> | null = null;
  #concepts: ReadonlySet<string> | null = null;

  constructor({ characters, words }: ReadText, lexicon: Lexicon) {
    this.words = words;
    this.#characters = characters;
    this.#lexicon = lexicon;
  }

  get squashed(): string {
    this.#squashed ??= lettersOf(this.#characters);
    return this.#squashed;
  }

  get jamo(): string {
    this.#jamo ??= foldPastTense(toJamo(this.squashed));
    return this.#jamo;
  }

  get stems(): ReadonlySet<string> {
    this.#stems ??= stemsOf(this.words);
    return this.#stems;
  }

  get concepts(): ReadonlySet<string> {
    this.#concepts ??= new Set(this.#lexicon.mentions(this.words).map(({ concept }) => concept));
    return this.#concepts;
  }
}

function stemsOf(words: readonly Word[]): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const { stem, text } of words) {
    stems.add(stem);
    if (text !== stem) stems.add(text);
  }
  return stems;
}

export const noEvidence: Evidence = { words: [], squashed: "", jamo: "", stems: new Set(), concepts: new Set() };

/** How far a verb's other form counts as the verb. */
const INFLECTED = 0.9;
/** Most of a compound's pairs of syllables. */
const MOST_PAIRS = 0.6;
/** A compound's parts may stand apart, so that the pairs which join them are missing. Syllables. */
const SHORTEST_COMPOUND = 5;
const HALF_PAIRS = 0.5;
/** The head of a Korean compound comes last: where the text says 관세, it says something of 상호관세. */
const HEAD_NOUN = 0.5;
const HEAD_LENGTH = 2;
const SHORTEST_WITH_HEAD = 4;
/** Letters of a root as it stands, and of one that lost a final consonant: 대하 is in 대학 and in 대한. */
const SHORTEST_ROOT_JAMO = 4;
const SHORTEST_INFLECTED_JAMO = 5;
/** A syllable that is a word in the question and part of one in the text. */
const WITHIN_A_WORD = 0.4;
/** What follows a noun and never a verb. */
const NOUN_PARTICLE = /^(?:을|를|의|에|에서|와|과|로|으로|도)$/;

/** 0 where the text says nothing of the word, 1 where it holds the word or another form of its concept. */
export function evidenceFor(word: Word, concept: string | null, text: Evidence): number {
  if (concept !== null && text.concepts.has(concept)) return 1;
  if (text.stems.has(word.stem) || text.stems.has(word.text)) return 1;
  if (word.script !== "hangul" && word.script !== "han") return 0;
  if (word.stem.length < 2) return text.squashed.includes(word.stem) ? WITHIN_A_WORD : 0;
  if (text.squashed.includes(word.stem)) return 1;
  if (!isHangulSyllable(word.stem)) return 0;
  const root = verbRoot(word);
  const mayBeVerb = !NOUN_PARTICLE.test(word.text.slice(word.stem.length));
  const shortest = ["", "ㅆ"].includes(finalConsonant(word.stem)) ? SHORTEST_ROOT_JAMO : SHORTEST_INFLECTED_JAMO;
  if (mayBeVerb && root.length >= shortest && text.jamo.includes(root)) return INFLECTED;
  if (word.stem.length >= SHORTEST_WITH_HEAD && text.stems.has(word.stem.slice(-HEAD_LENGTH))) return HEAD_NOUN;
  const share = sharedPairs(word.stem, text.squashed);
  if (word.stem.length >= SHORTEST_COMPOUND) return share >= HALF_PAIRS ? share : 0;
  return share >= MOST_PAIRS ? share * share : 0;
}

/** How far another word for the same thing counts. */
const RELATED = 0.75;

export function evidenceOfRelated({ nouns, verbRoots }: Related, text: Evidence): number {
  const found =
    nouns.some((noun) => text.words.some((word) => word.text.startsWith(noun))) ||
    verbRoots.some((root) => text.jamo.includes(root));
  return found ? RELATED : 0;
}

/** A question's words are looked for in many texts. */
const verbRoots = new WeakMap<Word, string>();

function verbRoot(word: Word): string {
  const known = verbRoots.get(word);
  if (known !== undefined) return known;
  const root = rootOf(word.stem);
  verbRoots.set(word, root);
  return root;
}

function rootOf(stem: string): string {
  return foldPastTense(toJamo(finalConsonant(stem) === "ㅆ" ? stem : openLastSyllable(stem))).replace(/ㅆ$/, "");
}

function sharedPairs(stem: string, squashed: string): number {
  let shared = 0;
  for (let i = 0; i + 1 < stem.length; i++) if (squashed.includes(stem.slice(i, i + 2))) shared++;
  return stem.length < 2 ? 0 : shared / (stem.length - 1);
}
