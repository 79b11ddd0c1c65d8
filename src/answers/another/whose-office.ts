import { isQuestionWord } from "../../search/question-words.ts";
import type { Lexicon, Named } from "../../text/lexicon.ts";
import { isParticle } from "../../text/particles.ts";
import { readWords, type Word } from "../../text/words.ts";
import type { Placed } from "./another-one.ts";

/** Heads of a state, and ministers; an ambassador is of one country and to another. */
const HELD_IN_A_COUNTRY = /(?:대통령|총리|장관)$/u;
/** By the headings of the operator's list. */
const OFFICES = /offices/iu;
const COUNTRIES = /countr/iu;
const NAME = /^(?:이름|성함|name)$/iu;
/** What else may stand in a question for the holder. */
const BESIDE = /^(?:현|현재|지금|of|current|now)$/iu;
/** Of a country and of another one neither is whose it is. */
const AND = /^(?:와|과|랑|이랑|하고)$/u;
/** "기시다 후미오 일본 총리", "일본의 기시다 후미오 총리": so many words before an office may say whose it is. */
const WORDS_BEFORE = 4;

/** The office, and the country, whose holder a question asks for. */
export interface OfficeAsked {
  readonly office: string;
  readonly country: string;
}

/** Null where the question asks for anything else. */
export function officeAsked(question: string, lexicon: Lexicon): OfficeAsked | null {
  const words = readWords(question);
  const [first, second, ...more] = lexicon.named(words);
  if (first === undefined || second === undefined || more.length > 0) return null;
  const ofOffice = [first, second].find(({ concepts }) => concepts.some((each) => isOffice(each, lexicon)));
  const ofCountry = [first, second].find(({ concepts }) => concepts.every((each) => isCountry(each, lexicon)));
  const [office] = ofOffice?.concepts ?? [];
  const [country, ...others] = ofCountry?.concepts ?? [];
  if (office === undefined || country === undefined || others.length > 0) return null;
  const inNames = (at: number) => [first, second].some(({ from, length }) => at >= from && at < from + length);
  const asks = (word: Word) => isQuestionWord(word) || NAME.test(word.stem);
  const asksOnly = words.every((word, at) => inNames(at) || asks(word) || BESIDE.test(word.stem));
  return asksOnly && words.some(asks) ? { office, country } : null;
}

/**
 * Whose office a sentence tells of: that of the country asked for, others' alone, or nobody says whose. Null where it names no such
 * office. What stands under a heading that names that country alone is of it.
 */
export function whoseOffice(
  { text, title, headingPath }: Pick<Placed, "text" | "title" | "headingPath">,
  { office, country }: OfficeAsked,
  lexicon: Lexicon,
): "asked" | "another" | "unsaid" | null {
  const words = readWords(text);
  const named = lexicon.named(words);
  const held = named.filter(({ concepts, from }) => concepts.includes(office) && !/^부/u.test(words[from]?.text ?? ""));
  if (held.length === 0) return null;
  const countries = held.map(({ from }) => [
    ...countriesBefore(from, words, named, lexicon),
    ...countriesBehind(from, words, named, lexicon),
  ]);
  if (countries.some((of) => of.includes(country))) return "asked";
  if (countries.every((of) => of.length > 0)) return "another";
  const countriesOf = (name: string) =>
    lexicon.named(readWords(name)).flatMap(({ concepts }) => concepts.filter((each) => isCountry(each, lexicon)));
  const above = [...headingPath.toReversed(), title].map(countriesOf).find(({ length }) => length > 0) ?? [];
  return above.length > 0 && above.every((each) => each === country) ? "asked" : "unsaid";
}

/** The nearest countries named before it, over nothing but names. */
function countriesBefore(
  at: number,
  words: readonly Word[],
  named: readonly Named[],
  lexicon: Lexicon,
): readonly string[] {
  for (let before = at - 1; before >= Math.max(0, at - WORDS_BEFORE); before--) {
    const word = words[before];
    const here = named.find(({ from, length }) => before >= from && before < from + length);
    const particle = word === undefined ? "" : particleOf(word);
    if (here?.concepts.every((each) => isCountry(each, lexicon)) === true && !AND.test(particle))
      return /^의?$/u.test(particle) ? here.concepts : [];
    if (!/^의?$/u.test(particle)) return [];
  }
  return [];
}

/** Behind a quotation mark it is a word by itself. */
function particleOf({ text, stem }: Word): string {
  return isParticle(text) ? text : text.slice(stem.length);
}

/** "President Ada Moss of Arden". */
function countriesBehind(
  at: number,
  words: readonly Word[],
  named: readonly Named[],
  lexicon: Lexicon,
): readonly string[] {
  const of = words.findIndex(({ text }, place) => place > at && place <= at + WORDS_BEFORE && text === "of");
  const behind = words[of + 1]?.text === "the" ? of + 2 : of + 1;
  const here = of < 0 ? undefined : named.find(({ from }) => from === behind);
  return here?.concepts.filter((each) => isCountry(each, lexicon)) ?? [];
}

function isOffice(concept: string, lexicon: Lexicon): boolean {
  return OFFICES.test(lexicon.kindOf(concept)) && HELD_IN_A_COUNTRY.test(concept);
}

function isCountry(concept: string, lexicon: Lexicon): boolean {
  return COUNTRIES.test(lexicon.kindOf(concept));
}
