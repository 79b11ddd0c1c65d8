import { endsLikeSentence } from "../../documents/ends-like-sentence.ts";
import type { RankedSection } from "../../search/rank-sections.ts";
import { readAsked } from "../../search/section-features.ts";
import type { SectionIndex } from "../../search/section-index.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { createAnotherCompound } from "../another/another-compound.ts";
import { createAnotherCondition } from "../another/another-condition.ts";
import { createAnotherHolder } from "../another/another-holder.ts";
import { createAnotherKind } from "../another/another-kind.ts";
import { createAnotherMonth } from "../another/another-month.ts";
import { createAnotherName } from "../another/another-name.ts";
import { createAnotherOccasion } from "../another/another-occasion.ts";
import { createAnotherOfSeries } from "../another/another-of-series.ts";
import { createAnotherOffice } from "../another/another-office.ts";
import { createAnotherOne, type Placed } from "../another/another-one.ts";
import { createAnotherOrdinal } from "../another/another-ordinal.ts";
import { createAnotherPair } from "../another/another-pair.ts";
import { createAnotherRange, createHeldAmounts } from "../another/another-range.ts";
import { createAnotherTime } from "../another/another-time.ts";
import { createAnotherYear } from "../another/another-year.ts";
import { asksForDeed, intends } from "../asked/intention.ts";
import { asksForOutcome, statesOutcome } from "../asked/outcome.ts";
import { polarityAsked, polarityOf } from "../asked/polarity.ts";
import type { ReadQuestion } from "../asked/read-question.ts";
import { createCallsInRow } from "../passages/asked-heading.ts";
import { createNamesRow } from "../passages/table-rows.ts";
import { type QuotableSentence, quotableSentences } from "./quotable-sentences.ts";
import {
  SENTENCE_FEATURE_NAMES,
  SENTENCE_FEATURES,
  type SentenceFeatures,
  type SentencePart,
} from "./sentence-feature-names.ts";
import { featuresOfSentences } from "./sentence-features.ts";
import { SENTENCE_WEIGHTS } from "./sentence-weights.ts";

/** A sentence that may be quoted, and how likely it answers. */
export interface Candidate extends QuotableSentence {
  readonly score: number;
  /** What the score is the sum of. */
  readonly parts: Readonly<Record<SentencePart, number>>;
  /** How likely it is the one that answers, if any does: 0..1, of all candidates 1 (softmax of the scores). */
  readonly likelihood: number;
  /** The talk has quoted it, and it says nothing anew (follow-up.ts). */
  readonly isHeard: boolean;
}

/** How many of the best sections are read for sentences: further than the first ones, those that come near the best. */
const SECTIONS_READ = 10;
const SURELY_READ = 4;
/** Scores are natural logarithms of odds: beyond that hardly a section answers. */
const READ_WITHIN = 6;

/** What is no statement by its form. Set by hand: encyclopedias, which the weights were fitted on, have none. */
const RHETORICAL = -1.5;
/** "…에 대해 알아보겠습니다." says what the text is about to tell, and none of it. */
const ANNOUNCING =
  /(?:(?:알아|살펴|짚어|들여다|확인해|정리해|소개해)\s?(?:보겠습니다|보도록 하겠습니다|봅시다|볼게요|보아요)|(?:소개|설명|안내)(?:하겠|하도록 하겠|해\s?드리겠|드리겠)습니다|다루겠습니다|다뤄\s?보겠습니다)[.!]?$/u;
const FRAGMENT = -2;
/** English has no short statement without a full stop. */
const ENGLISH_LABEL = -4;
/** About branch 500 where branch 0 is asked for. */
const OF_ANOTHER = -5;
/** Under 지원 금액, where it is asked how much. Set by hand: encyclopedias have no such headings. */
const HEADED = 1;
/** "달머리면 | 3,207" under 인구, where it is asked how many live in 달머리면: what is told of all says less. By hand, as above. */
const ROW_ASKED = 2;
/** "빌릴 수 있다", where it is asked what may not be lent. By hand, as above. */
const OPPOSITE = -1.5;
/** Who asks on has read it. By hand, as above. */
const HEARD = -5;
/** "올리겠다고 했다", where it is asked whether it rose. By hand, as above. */
const INTENDED = -1.5;
/** An agenda names each motion in the question's own words, and says nothing of what became of it. By hand, as above. */
const OUTCOME = 3;
/** Characters of an ending that are looked at. */
const LONGEST_ENDING = 30;
/** Shorter ones are labels more often than statements. Characters. */
const SHORTEST_STATEMENT = 9;
const SHORTEST_ENGLISH_STATEMENT = 24;
const DATE_LINE = /^(?:posted|published|updated|last updated|date)\b.{0,30}$/i;
/** Neither an amount nor the end of a sentence. */
const WORDS_ALONE = /^[A-Za-z][A-Za-z' -]*$/;

/**
 * Every sentence of the best sections, best first, by a weighted sum of its features (sentence-features.ts). `isHeard`: whether
 * the talk has quoted it, and it says nothing anew (follow-up.ts).
 */
export function rankSentences(
  question: ReadQuestion,
  hits: readonly RankedSection[],
  rarity: ReadonlyMap<string, number>,
  index: SectionIndex,
  lexicon: Lexicon,
  isHeard: ((sentence: QuotableSentence) => boolean) | null = null,
): Candidate[] {
  const { sentences, features } = readSentences(question, hits, rarity, index, lexicon);
  const read = sentences.flatMap((sentence, at) => {
    const of = features[at];
    return of ? [{ sentence, parts: partsOf(of, sentence) }] : [];
  });
  const polarity = polarityAsked(question.text);
  const isOpposite = (text: string) => polarity !== null && (polarityOf(text) ?? polarity) !== polarity;
  const isOutcomeAsked = asksForOutcome(question.text);
  const isDeedAsked = asksForDeed(question.text);
  const scored = read.map(({ sentence, parts: own }) => {
    const known = isHeard?.(sentence) ?? false;
    const against =
      (sentence.ofAnother ? OF_ANOTHER : 0) +
      (isOpposite(sentence.text) ? OPPOSITE : 0) +
      (isDeedAsked && intends(sentence.text) ? INTENDED : 0) +
      (known ? HEARD : 0);
    const outcome = isOutcomeAsked ? outcomeOf(sentence.text) : 0;
    const parts = { ...own, wanted: own.wanted + outcome + against };
    return { sentence, isHeard: known, parts, score: sumOf(parts) };
  });
  scored.sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  const all = scored.reduce((sum, { score }) => sum + Math.exp(score - best), 0);
  return scored.map(({ sentence, isHeard: known, parts, score }) => {
    return { ...sentence, isHeard: known, parts, score, likelihood: Math.exp(score - best) / all };
  });
}

/** The sentences of the best sections in reading order, with their features. */
export function readSentences(
  question: ReadQuestion,
  hits: readonly RankedSection[],
  rarity: ReadonlyMap<string, number>,
  index: SectionIndex,
  lexicon: Lexicon,
): { readonly sentences: readonly QuotableSentence[]; readonly features: readonly SentenceFeatures[] } {
  const tests = [
    createAnotherOne(question, lexicon),
    createAnotherOfSeries(question),
    createAnotherYear(question),
    createAnotherMonth(question),
    createAnotherOccasion(question),
    createAnotherOrdinal(question),
    createAnotherPair(question.text, lexicon),
    createAnotherName(question),
    createAnotherHolder(question),
    createAnotherOffice(question, lexicon),
    createAnotherRange(question),
    createAnotherCondition(question),
    createAnotherCompound(question.text, hits),
    createAnotherKind(question, lexicon),
  ].filter((test) => test !== null);
  const isOfAnother = tests.length === 0 ? null : (sentence: Placed) => tests.some((test) => test(sentence));
  const isOfAnotherTime = createAnotherTime(question);
  const heldAmounts = createHeldAmounts(question);
  const least = (hits[0]?.score ?? 0) - READ_WITHIN;
  const near = hits.slice(0, SECTIONS_READ).filter(({ score }, place) => place < SURELY_READ || score >= least);
  const namesRow = createNamesRow(question);
  const callsInRow = createCallsInRow(question.askedFor);
  const looked = { isOfAnother, isOfAnotherTime, heldAmounts, namesRow, callsInRow };
  const sentences = near.flatMap((hit) => quotableSentences(question, looked, hit, index, lexicon));
  const asked = readAsked(question.query, rarity);
  return { sentences, features: featuresOfSentences(question, asked, sentences, hits, lexicon) };
}

function sumOf(parts: Readonly<Record<SentencePart, number>>): number {
  return Object.values(parts).reduce((sum, part) => sum + part, 0);
}

/** Whoever it speaks of. */
function partsOf(
  features: SentenceFeatures,
  { text, isCalled, isRowAsked }: QuotableSentence,
): Record<SentencePart, number> {
  const wanted = (isCalled ? HEADED : 0) + (isRowAsked ? ROW_ASKED : 0);
  const parts = { sentence: 0, context: 0, wanted, section: 0, form: formOf(text) };
  for (const name of SENTENCE_FEATURE_NAMES) parts[SENTENCE_FEATURES[name]] += SENTENCE_WEIGHTS[name] * features[name];
  return parts;
}

function outcomeOf(text: string): number {
  if (statesOutcome(text)) return OUTCOME;
  return endsLikeSentence(text) ? 0 : -OUTCOME;
}

function isEnglishLabel(text: string): boolean {
  return (text.length < SHORTEST_ENGLISH_STATEMENT && WORDS_ALONE.test(text)) || DATE_LINE.test(text);
}

function formOf(text: string): number {
  return (
    (text.endsWith("?") || text.endsWith("？") || ANNOUNCING.test(text.slice(-LONGEST_ENDING)) ? RHETORICAL : 0) +
    (text.length < SHORTEST_STATEMENT ? FRAGMENT : 0) +
    (isEnglishLabel(text) ? ENGLISH_LABEL : 0)
  );
}
