import { conceptsIn } from "./concepts-named.ts";
import { finalConsonant, foldPastTense, isHangulSyllable, openLastSyllable, toJamo } from "./hangul.ts";
import type { Lexicon } from "./lexicon.ts";
import { lettersOf } from "./normalize.ts";
import { type ReadText, readText } from "./read-text.ts";
import { Remembered } from "./remembered.ts";
import { rootOf } from "./roots.ts";
import type { Related } from "./synonyms.ts";
import type { VerbForm } from "./verb-forms.ts";
import type { Word } from "./words.ts";

/** A text taken apart so that words can be looked for in it. */
export interface Evidence {
  /** The roots of its words in their order, with a space around each; and the words themselves. */
  readonly roots: string;
  readonly texts: string;
  /** Letters and digits only. */
  readonly squashed: string;
  /** Hangul taken apart, past tenses folded onto their stems. */
  readonly jamo: string;
  readonly concepts: ReadonlySet<string>;
}

export function readEvidence(text: string, lexicon: Lexicon): Evidence {
  const read = readText(text);
  return evidenceOf(read, conceptsIn(read.words, lexicon));
}

/** The same of a text that is read, and of the concepts it names. */
export function evidenceOf(text: ReadText, concepts: readonly string[]): Evidence {
  return new TextEvidence(text, concepts.length === 0 ? NO_CONCEPTS : new Set(concepts));
}

const NO_CONCEPTS: ReadonlySet<string> = new Set();

class TextEvidence implements Evidence {
  readonly roots: string;
  readonly texts: string;
  readonly concepts: ReadonlySet<string>;
  readonly #characters: string;
  // Made when they are first asked for.
  #squashed: string | null = null;
  #jamo: string | null = null;

  constructor({ characters, words }: ReadText, concepts: ReadonlySet<string>) {
    // A string each: what was read of many texts is kept, and a million words are a burden on the garbage collector.
    this.roots = ["", ...words.map(rootOf), ""].join(" ");
    this.texts = ["", ...words.map(({ text }) => text), ""].join(" ");
    this.concepts = concepts;
    this.#characters = characters;
  }

  get squashed(): string {
    this.#squashed ??= lettersOf(this.#characters);
    return this.#squashed;
  }

  get jamo(): string {
    this.#jamo ??= foldPastTense(toJamo(this.squashed));
    return this.#jamo;
  }
}

export const noEvidence: Evidence = { roots: " ", texts: " ", squashed: "", jamo: "", concepts: NO_CONCEPTS };

/** Whether it is a word of the text or the root of one. */
export function isSaid(word: string, { roots, texts }: Evidence): boolean {
  const spaced = ` ${word} `;
  return roots.includes(spaced) || texts.includes(spaced);
}

/** Whether words with these roots stand side by side in the text. */
export function areNeighbours(root: string, next: string, { roots }: Evidence): boolean {
  return roots.includes(` ${root} ${next} `);
}

/** The numbers a text states, also without their separators. */
export function numbersIn({ roots, texts }: Evidence): string[] {
  return [...new Set([...roots.matchAll(PLAIN_NUMBER), ...texts.matchAll(PLAIN_NUMBER)].map(([number]) => number))];
}

const PLAIN_NUMBER = /(?<= )\d+(?:\.\d+)?(?= )/g;

/** How far a verb's other form counts as the verb. */
const INFLECTED = 0.9;
/** Letters of a Latin root that begins no other word by chance: congress, congressional. */
const SHORTEST_LONG_ROOT = 6;
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

/** A word is said where there is at least this much evidence of it. */
export const SAID = 0.5;

/** 0 where the text says nothing of the word, 1 where it holds the word or another form of its concept. */
export function evidenceFor(word: Word, concept: string | null, text: Evidence): number {
  if (concept !== null && text.concepts.has(concept)) return 1;
  const asked = soughtOf(word);
  const { stem, letters, lead, verbRoot, head } = asked;
  const within = text.squashed.includes(stem);
  if (within && letters && stem.length > 1) return 1;
  // What stands nowhere among the letters need not be compared with each word.
  if ((within || !letters) && (isSaid(asked.root, text) || (asked.root !== word.text && isSaid(word.text, text))))
    return 1;
  if (word.script === "latin")
    return asked.root.length >= SHORTEST_LONG_ROOT && text.roots.includes(` ${asked.root}`) ? INFLECTED : 0;
  if (word.script !== "hangul" && word.script !== "han") return 0;
  if (within) return stem.length < 2 ? WITHIN_A_WORD : 1;
  if (stem.length < 2 || !isHangulSyllable(stem)) return 0;
  if (verbRoot !== null && text.squashed.includes(lead) && text.jamo.includes(verbRoot)) return INFLECTED;
  if (head !== null && (!letters || text.squashed.includes(head)) && isSaid(head, text)) return HEAD_NOUN;
  const share = sharedPairs(asked, text.squashed);
  return stem.length >= SHORTEST_COMPOUND ? share : share * share;
}

/** How far another word for the same thing counts at most. */
export const RELATED = 0.75;

export function evidenceOfRelated({ nouns, verbs, together }: Related, text: Evidence): number {
  const found =
    nouns.some((noun) => holdsNoun(noun, text)) ||
    verbs.some((form) => holdsForm(form, text)) ||
    namesAll(together, text);
  return found ? RELATED : 0;
}

function namesAll(concepts: readonly string[], text: Evidence): boolean {
  return concepts.length > 0 && concepts.every((concept) => text.concepts.has(concept));
}

/** Those that a text holds: no part of it can hold others. */
export function relatedIn({ nouns, verbs, together }: Related, text: Evidence): Related {
  return {
    nouns: nouns.filter((noun) => holdsNoun(noun, text)),
    verbs: verbs.filter((form) => holdsForm(form, text)),
    together: namesAll(together, text) ? together : [],
  };
}

const FIRST_BEYOND_ASCII = 0x80;
/** Syllables: 국경봉쇄 is also written 국경 봉쇄, and stands in no other word by chance. */
const SHORTEST_ANYWHERE = 4;

/** A short noun must begin a word: 관세 is in 관세율. A root in Latin letters must be a word's. */
function holdsNoun(noun: string, { squashed, texts, roots }: Evidence): boolean {
  if (noun.charCodeAt(0) < FIRST_BEYOND_ASCII) return roots.includes(` ${noun} `);
  // Looking for a syllable is fast, for a space it is not.
  return squashed.includes(noun) && (noun.length >= SHORTEST_ANYWHERE || texts.includes(` ${noun}`));
}

/** A lead of one syllable stands in too many words: it must begin one. */
function holdsForm({ lead, next }: VerbForm, text: Evidence): boolean {
  if (!text.squashed.includes(lead)) return false;
  const [letters, sought] = lead.length === 1 ? [text.texts, ` ${lead}`] : [text.squashed, lead];
  for (let at = letters.indexOf(sought); at !== -1; at = letters.indexOf(sought, at + 1)) {
    const after = letters.charAt(at + sought.length);
    if (next === "" || (after !== "" && next.includes(after))) return true;
  }
  return false;
}

/** What is looked for of a word. */
interface Sought {
  readonly stem: string;
  readonly root: string;
  /** It is of Hangul syllables only and begins its word, so wherever it is said it stands among the letters. */
  readonly letters: boolean;
  /** In letters, where it may be a verb. */
  readonly verbRoot: string | null;
  /** What stands as it is in whatever has the root: only its last syllable has several forms. */
  readonly lead: string;
  /** Of a compound. */
  readonly head: string | null;
  /** Of three syllables or more: one pair alone is the whole stem. */
  readonly pairs: readonly string[];
  /** How many of them must be said for any of them to count. */
  readonly leastPairs: number;
}

/** A question's words are looked for in many texts. */
const sought = new Remembered<Word, Sought>();

function soughtOf(word: Word): Sought {
  return sought.of(word, () => seek(word));
}

function seek({ stem, text, script }: Word): Sought {
  const verbRoot = verbRootOf(stem);
  const shortest = ["", "ㅆ"].includes(finalConsonant(stem)) ? SHORTEST_ROOT_JAMO : SHORTEST_INFLECTED_JAMO;
  const pairs = stem.length < 3 ? 0 : stem.length - 1;
  const mayBeVerb = !NOUN_PARTICLE.test(text.slice(stem.length));
  return {
    stem,
    root: rootOf({ script, stem }),
    letters: SYLLABLES.test(stem) && text.startsWith(stem),
    verbRoot: mayBeVerb && verbRoot.length >= shortest ? verbRoot : null,
    lead: leadOf(stem),
    head: stem.length >= SHORTEST_WITH_HEAD ? stem.slice(-HEAD_LENGTH) : null,
    pairs: Array.from({ length: pairs }, (_, i) => stem.slice(i, i + 2)),
    leastPairs: Math.ceil(pairs * (stem.length >= SHORTEST_COMPOUND ? HALF_PAIRS : MOST_PAIRS)),
  };
}

const SYLLABLES = /^[가-힣]+$/;

function verbRootOf(stem: string): string {
  return foldPastTense(toJamo(finalConsonant(stem) === "ㅆ" ? stem : openLastSyllable(stem))).replace(/ㅆ$/, "");
}

/** Taking letters apart is slow: it is spared where this stands nowhere. Only ㅆ is written in several ways. */
function leadOf(stem: string): string {
  const lead = stem.slice(0, -1);
  for (let end = 0; end < lead.length; end++)
    if (finalConsonant(lead.slice(0, end + 1)) === "ㅆ") return lead.slice(0, end);
  return lead;
}

/** The share of a stem's pairs that stand in a text, 0 where they are too few. */
function sharedPairs({ pairs, leastPairs }: Sought, squashed: string): number {
  let missing = 0;
  for (const pair of pairs) {
    if (!squashed.includes(pair) && ++missing > pairs.length - leastPairs) return 0;
  }
  return pairs.length === 0 ? 0 : (pairs.length - missing) / pairs.length;
}
