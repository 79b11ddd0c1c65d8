import { lessOf, type QueryWord } from "../../search/query.ts";
import type { RankedSection } from "../../search/rank-sections.ts";
import { meanLengths, readAsked, termFeatures } from "../../search/section-features.ts";
import { importance, readSection } from "../../search/section-reading.ts";
import { SAID } from "../../text/evidence.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { squash } from "../../text/normalize.ts";
import type { ReadQuestion } from "../asked/read-question.ts";
import { evidenceAround } from "../sentences/evidence-around.ts";
import { longestCommonRun } from "../sentences/longest-common-run.ts";
import type { Candidate } from "../sentences/rank-sentences.ts";
import type { FittedFeatures } from "./confidence-feature-names.ts";

/** A word of the question as a sentence is measured by it. */
export interface AskedWord {
  readonly query: QueryWord;
  /** How much it matters, 0..1. */
  readonly weight: number;
  /** How strongly it draws sections. */
  readonly pull: number;
  /** Of its rarest term, 0..1. */
  readonly rarity: number;
  /** The title and headings of the best section hold it. */
  readonly inBestHeadings: boolean;
  /** Of an English word: the articles, by id, of which a section that was found says it. */
  readonly saidInArticles: ReadonlySet<string>;
}

type SectionFeature = "share of terms" | "terms in heading" | "lead" | "rarity of words" | "number of words";

/** What a question and the sections found say of every sentence alike. */
export interface Grounds {
  readonly question: ReadQuestion;
  readonly words: readonly AskedWord[];
  /** Null where no section was found. */
  readonly bestSectionId: string | null;
  readonly features: Pick<FittedFeatures, SectionFeature>;
  /** The question's letters and digits. */
  readonly squashed: string;
}

/** How much an English word that no alias knows counts against a Korean text. */
const FOREIGN_WORD = 0.25;
/** Of one that weighs less by itself. */
const FOREIGN_LESSER_WORD = 0.5;
const PREAMBLE_SHARE = 0.4;
/** Of the softmax over their scores. */
const TEMPERATURE = 2;

export function readGrounds(
  question: ReadQuestion,
  hits: readonly RankedSection[],
  rarity: ReadonlyMap<string, number>,
  lexicon: Lexicon,
): Grounds {
  const [best] = hits;
  const asksKorean = best?.article.lang === "ko";
  const queried = question.query.words.map((word) =>
    asksKorean && isForeign(word) ? lessOf(word, word.weight < 1 ? FOREIGN_LESSER_WORD : FOREIGN_WORD) : word,
  );
  const asked = readAsked({ words: queried, terms: new Map() }, rarity);
  const words = queried.map(
    (query, at): AskedWord => ({
      query,
      weight: importance({ ...query, weight: Math.min(query.weight, query.pull) }, rarity) * shareOf(query),
      pull: asked.words[at]?.mass ?? 0,
      rarity: Math.max(0, ...query.terms.map((term) => rarity.get(term) ?? 1)),
      inBestHeadings: (best?.said.inHeading[at]?.own ?? 0) >= 1,
      saidInArticles: query.word.script === "latin" ? articlesSaying(at, hits) : NO_ARTICLES,
    }),
  );
  const readings = hits.map(({ article, section }) => readSection(article, section, lexicon));
  const [reading] = readings;
  const terms = reading && termFeatures(asked, reading, meanLengths(readings));
  return {
    question,
    words,
    bestSectionId: best?.section.id ?? null,
    squashed: squash(question.text),
    features: {
      "share of terms": terms?.["share of terms"] ?? 0,
      "terms in heading": (terms?.["terms in heading"] ?? 0) / asked.termMass,
      lead: leadOf(hits),
      "rarity of words": mean(words.map(({ weight }) => weight)),
      "number of words": Math.log(1 + words.length),
    },
  };
}

const NO_ARTICLES: ReadonlySet<string> = new Set();

function articlesSaying(word: number, hits: readonly RankedSection[]): ReadonlySet<string> {
  const saying = hits.filter(
    ({ said: { inBody } }) => Math.max(inBody[word]?.own ?? 0, inBody[word]?.related ?? 0) >= SAID,
  );
  return new Set(saying.map(({ article }) => article.id));
}

/** The best section's share of a softmax over all scores, 0..1. */
function leadOf(hits: readonly RankedSection[]): number {
  const best = hits[0]?.score ?? 0;
  const all = sum(hits.map(({ score }) => Math.exp((score - best) / TEMPERATURE)));
  return all === 0 ? 0 : 1 / all;
}

/** What is told before the question need not be said by what answers it. */
function shareOf({ preamble }: QueryWord): number {
  return preamble ? PREAMBLE_SHARE : 1;
}

function isForeign({ word, concept }: QueryWord): boolean {
  return word.script === "latin" && !word.capitals && concept === null;
}

/** How far a heading says a word for the sentences under it. */
const HEADING_SHARE = 0.9;
/** Words below this weight ask for nothing. */
const LEAST_WEIGHT = 0.2;
/** Sentences run on in tables; what stands further on is not compared. Characters. */
const LONGEST_COMPARED = 500;

export function confidenceFeatures({ words, features, squashed }: Grounds, candidate: Candidate): FittedFeatures {
  const near = words.map((_, at) =>
    Math.max(
      candidate.inSentence[at] ?? 0,
      candidate.inNeighbours[at] ?? 0,
      HEADING_SHARE * (candidate.inHeading[at] ?? 0),
    ),
  );
  const asking = [...words.keys()].filter((at) => (words[at]?.query.weight ?? 0) >= LEAST_WEIGHT);
  // What is told before the question need not stand near the answer.
  const shares = asking.map((at) => shareOf((words[at] as AskedWord).query));
  const rareNear = asking.map((at, place) => (shares[place] ?? 0) * (words[at]?.rarity ?? 0) * (near[at] ?? 0));
  const numbers = asking.filter((at) => words[at]?.query.word.script === "number" && !words[at]?.query.preamble);
  const weight = sum(words.map((word) => word.weight)) || 1;
  const pull = sum(words.map((word) => word.pull)) || 1;
  return {
    ...features,
    "words around": sum(words.map((word, at) => word.weight * evidenceAround(candidate, at))) / weight,
    "rare words near": sum(rareNear) / (sum(shares) || 1),
    "common run": longestCommonRun(squashed, comparedOf(candidate)) / Math.max(1, squashed.length),
    "numbers missing": sum(numbers.map((at) => 1 - (candidate.inSentence[at] ?? 0))),
    "happenings missing":
      sum(words.map((word, at) => (word.query.event ? word.pull * (1 - (near[at] ?? 0)) : 0))) / pull,
  };
}

/** The letters and digits of what is compared of a sentence. */
function comparedOf({ text, evidence }: Candidate): string {
  return text.length <= LONGEST_COMPARED ? evidence.squashed : squash(text.slice(0, LONGEST_COMPARED));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / Math.max(1, values.length);
}
