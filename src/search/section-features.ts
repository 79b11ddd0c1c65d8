import { areNeighbours, isSaid } from "../text/evidence.ts";
import { rootOf } from "../text/roots.ts";
import { conceptTerm } from "../text/terms.ts";
import type { SectionFeatures } from "./feature-names.ts";
import { CONCEPT_WEIGHT, NAMED_WORD_WEIGHT, type QueryWord, type SectionQuery } from "./query.ts";
import type { SaidWords, WordEvidence } from "./said-words.ts";
import { importance, type SectionReading } from "./section-reading.ts";
import type { TermTable } from "./term-table.ts";

/** Okapi BM25+; a heading's length says less. */
const BODY = { k: 1.2, b: 0.7, d: 0.5 } as const;
const HEADING = { k: 1.2, b: 0.3, d: 0.5 } as const;
const HEADING_TERMS = 0.5;
const HEADING_FOR_BODY = 0.9;
/** Of the one section of an article. */
const HEADING_FOR_SENTENCE = 0.5;
/** Sentences at the start. */
const START = 3;
/** Terms. From here on a longer section is no worse; one of a line is no better than one of so many. */
const LONG_SECTION = 3000;
const SHORT_SECTION = 10;
const BITS = 31;

/** A question as sections are compared with it. */
export interface Asked {
  readonly words: readonly AskedWord[];
  /** Pull times rarity by term. */
  readonly terms: ReadonlyMap<string, number>;
  readonly wordMass: number;
  readonly termMass: number;
}

interface AskedWord {
  readonly query: QueryWord;
  readonly mass: number;
}

export function readAsked({ words }: SectionQuery, rarity: ReadonlyMap<string, number>): Asked {
  const asked = words.map((query) => ({ query, mass: query.pull * importance({ ...query, weight: 1 }, rarity) }));
  const terms = new Map<string, number>();
  for (const { terms: own, concept, pull } of words) {
    const raise = (term: string, share: number) =>
      terms.set(term, Math.max(terms.get(term) ?? 0, share * pull * (rarity.get(term) ?? 1)));
    for (const term of own) raise(term, concept === null ? 1 : NAMED_WORD_WEIGHT);
    if (concept !== null) raise(conceptTerm(concept), CONCEPT_WEIGHT);
  }
  const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0) || 1;
  return { words: asked, terms, wordMass: sum(asked.map(({ mass }) => mass)), termMass: sum(terms.values()) };
}

/** Lengths of the sections that are compared, in terms. */
export interface MeanLengths {
  readonly body: number;
  readonly heading: number;
}

export function meanLengths(readings: readonly SectionReading[]): MeanLengths {
  const mean = (lengths: readonly number[]) => lengths.reduce((sum, each) => sum + each, 0) / lengths.length || 1;
  return {
    body: mean(readings.map(({ bodyTerms }) => bodyTerms.length)),
    heading: mean(readings.map(({ headingTerms }) => headingTerms.length)),
  };
}

/**
 * `said`: of the words asked. `index`: the index's own score as a share of its best. In an article of several sections what title
 * and headings say is said of each sentence below: the section that says it again is no nearer to the question than its neighbour.
 */
export function featuresOf(
  asked: Asked,
  reading: SectionReading,
  said: SaidWords,
  index: number,
  mean: MeanLengths,
): SectionFeatures {
  const terms = termFeatures(asked, reading, mean);
  const name = reading.nameTerms;
  return {
    index,
    ...terms,
    ...wordFeatures(asked, reading, said),
    ...neighbourFeatures(asked.words, reading, said),
    "share of heading": name.length === 0 ? 0 : name.filter((term) => asked.terms.has(term)).length / name.length,
    brevity: Math.max(0, Math.log(LONG_SECTION / (reading.bodyTerms.length + SHORT_SECTION))),
  };
}

export function termFeatures({ terms, termMass }: Asked, reading: SectionReading, mean: MeanLengths) {
  let body = 0;
  let heading = 0;
  let covered = 0;
  let headingAsked = 0;
  const everySentence = 2 ** Math.min(BITS, reading.bodySentences) - 1;
  const inSentence = new Float64Array(BITS);
  const inTwo = new Float64Array(BITS);
  for (const [term, weight] of terms) {
    const inHeading = reading.headingTerms.countOf(term);
    const isAbove = reading.isPart && inHeading > 0;
    const inBody = Math.max(reading.bodyTerms.countOf(term), isAbove ? 1 : 0);
    const here = bm25(inBody, reading.bodyTerms, mean.body, BODY);
    const above = bm25(inHeading, reading.headingTerms, mean.heading, HEADING);
    body += weight * here;
    heading += weight * above;
    if (here + above > 0) covered += weight;
    if (above > 0) headingAsked += weight;
    const held = isAbove ? everySentence : reading.bodyTerms.maskOf(term, reading.bodySentences);
    addToEach(held, weight, inSentence);
    addToEach(held | (held << 1), weight, inTwo);
  }
  const share = covered / termMass;
  return {
    "terms in body": body,
    "terms in heading": heading,
    "terms by coverage": (body + HEADING_TERMS * heading) * Math.sqrt(share),
    "share of terms": share,
    "terms of heading asked": headingAsked,
    "terms in one sentence": largestOf(inSentence),
    "share of terms in two sentences": largestOf(inTwo) / termMass,
  };
}

/** `sentences`: a bit each. */
function addToEach(sentences: number, weight: number, sums: Float64Array): void {
  for (let rest = sentences; rest !== 0; rest &= rest - 1) {
    const sentence = 31 - Math.clz32(rest & -rest);
    sums[sentence] = (sums[sentence] ?? 0) + weight;
  }
}

/** Of sums, none of which is below 0. */
function largestOf(sums: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < sums.length; i++) if ((sums[i] as number) > largest) largest = sums[i] as number;
  return largest;
}

function bm25(count: number, terms: TermTable, mean: number, { k, b, d }: typeof BODY | typeof HEADING) {
  return count === 0 ? 0 : d + (count * (k + 1)) / (count + k * (1 - b + (b * terms.length) / mean));
}

function wordFeatures(
  { words, wordMass }: Asked,
  reading: SectionReading,
  { inBody, inHeading, inSentences }: SaidWords,
) {
  let heading = 0;
  let covered = 0;
  let synonym = 0;
  let headingSynonym = 0;
  for (const [place, { query, mass }] of words.entries()) {
    const here = inBody[place] ?? NOTHING;
    const above = inHeading[place] ?? NOTHING;
    if (above.own === WHOLE && isSaid(rootOf(query.word), reading.headingEvidence)) heading += mass;
    covered += mass * Math.max(here.own, here.related, HEADING_FOR_BODY * Math.max(above.own, above.related));
    synonym += mass * Math.max(0, here.related - here.own);
    headingSynonym += mass * Math.max(0, above.related - above.own);
  }
  let one = 0;
  let two = 0;
  let start = 0;
  let before: readonly number[] = [];
  const headingBelow = reading.isPart ? 1 : HEADING_FOR_SENTENCE;
  for (let sentence = 0; sentence < reading.bodySentences; sentence++) {
    const held = inSentences[sentence] ?? [];
    let alone = 0;
    let withBefore = 0;
    for (const [place, { mass }] of words.entries()) {
      const here = Math.max(held[place] ?? 0, headingBelow * (inHeading[place]?.own ?? 0));
      alone += mass * here;
      withBefore += mass * Math.max(here, before[place] ?? 0);
    }
    one = Math.max(one, alone);
    two = Math.max(two, withBefore);
    if (sentence < START) start = Math.max(start, alone);
    before = held;
  }
  return {
    "words in heading": heading,
    "share of words": covered / wordMass,
    "words in one sentence": one,
    "share of words in two sentences": two / wordMass,
    "words at the start": start,
    "synonym in body": synonym,
    "synonym in heading": headingSynonym,
  };
}

const NOTHING = { own: 0, related: 0 } as const;
/** Of a word that is said as it is. */
const WHOLE = 1;

/** Words that stand side by side in the question: side by side there too, or written as one. */
function neighbourFeatures(words: readonly AskedWord[], reading: SectionReading, { inBody, inHeading }: SaidWords) {
  let body = 0;
  let heading = 0;
  let joined = 0;
  for (const [place, { query, mass }] of words.entries()) {
    const next = words[place + 1];
    if (next === undefined) break;
    const weight = Math.sqrt(mass * next.mass);
    const areSaid = (held: readonly WordEvidence[]) => held[place]?.own === WHOLE && held[place + 1]?.own === WHOLE;
    const [root, nextRoot] = [rootOf(query.word), rootOf(next.query.word)];
    const inOneHeading = areSaid(inHeading) && areNeighbours(root, nextRoot, reading.headingEvidence);
    const isAbove = reading.isPart && inOneHeading;
    const isJoined = () =>
      mayStandIn(query, inBody[place]) &&
      mayStandIn(next.query, inBody[place + 1]) &&
      reading.bodyEvidence.squashed.includes(query.word.stem + next.query.word.stem);
    if (inOneHeading) heading += weight;
    if (isAbove || (areSaid(inBody) && areNeighbours(root, nextRoot, reading.bodyEvidence))) body += weight;
    if (isAbove || isJoined()) joined += weight;
  }
  return { "neighbours in body": body, "neighbours in heading": heading, "neighbours joined": joined };
}

/** False only where the text's letters do not hold the word's stem: a Korean one that they hold has evidence. */
function mayStandIn({ word: { script } }: QueryWord, held: WordEvidence = NOTHING): boolean {
  return held.own > 0 || (script !== "hangul" && script !== "han");
}
