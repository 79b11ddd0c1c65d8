import { meanLengths, readAsked, termFeatures } from "../search/section-features.ts";
import { readSection } from "../search/section-reading.ts";
import { isLexicalMark, pullOf } from "../search/word-pull.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { createAdagrad, listwiseGradient } from "./adagrad.ts";
import type { AskedOne } from "./asked-set.ts";
import { randomFrom } from "./random-from.ts";
import { shuffle } from "./shuffle.ts";

/** What each word of a question adds to each candidate where its pull is 1. */
export interface PullList {
  readonly about: string;
  readonly words: readonly {
    readonly weight: number;
    readonly marks: readonly string[];
    readonly scores: readonly number[];
  }[];
  readonly relevant: readonly boolean[];
}

export type Pulls = ReadonlyMap<string, number>;

const CANDIDATES = 50;
const HEADING_TERMS = 0.5;
/** Brings rarity in 0..1 near the natural logarithms that BM25 has. */
const SCALE = 6;

export function pullListOf(
  { question: { query }, relevant, about, index, answering }: AskedOne,
  lexicon: Lexicon,
): PullList {
  const found = index.find(query, { limit: CANDIDATES });
  const missed = answering.filter(({ section }) => !found.hits.some((hit) => hit.section.id === section.id));
  const hits = [...found.hits, ...missed];
  const readings = hits.map(({ article, section }) => readSection(article, section, lexicon));
  const mean = meanLengths(readings);
  return {
    about,
    relevant: hits.map(({ section }) => relevant.includes(section.id)),
    words: query.words.map((word) => {
      const asked = readAsked({ words: [{ ...word, pull: 1 }], terms: new Map() }, found.rarity);
      const scores = readings.map((reading) => {
        const terms = termFeatures(asked, reading, mean);
        return SCALE * (terms["terms in body"] + HEADING_TERMS * terms["terms in heading"]);
      });
      return { weight: word.weight, marks: word.marks, scores };
    }),
  };
}

/** Articles of each set that must use a word or an ending in their questions before it is given a weight. */
const LEAST_ARTICLES = 8;
const LEAST_ARTICLES_OF_CLASS = 4;

/** The marks that are learned: classes that recur, and words and endings that recur in every set. */
export function marksToLearn(lists: readonly PullList[]): string[] {
  const bySet = new Map<string, Map<string, Set<string>>>();
  for (const { about, words } of lists) {
    const set = about.split(" ", 1)[0] ?? "";
    const articles = bySet.get(set) ?? new Map<string, Set<string>>();
    bySet.set(set, articles);
    for (const mark of words.flatMap(({ marks }) => marks)) {
      articles.set(mark, (articles.get(mark) ?? new Set()).add(about));
    }
  }
  const counts = [...bySet.values()];
  const all = new Set(counts.flatMap((articles) => [...articles.keys()]));
  return [...all].filter((mark) => {
    const sizes = counts.map((articles) => articles.get(mark)?.size ?? 0);
    return isLexicalMark(mark) ? Math.min(...sizes) >= LEAST_ARTICLES : Math.max(...sizes) >= LEAST_ARTICLES_OF_CLASS;
  });
}

const EPOCHS = 8;
const RATE = 0.05;
/** L2 of classes, and of words and endings, which are rarer. */
const CLASS_PENALTY = 2e-5;
const LEXICAL_PENALTY = 1e-3;
/** Of all scores alike; it is learned too. */
const FIRST_SHARPNESS = 0.35;
const LEAST_SHARPNESS = 0.02;
const SHARPNESS_RATE = 0.01;

/** Weights of marks that bring relevant sections forward where nothing but terms counts. */
export function fitPull(lists: readonly PullList[]): Map<string, number> {
  const marks = marksToLearn(lists);
  const numberOf = new Map(marks.map((mark, number) => [mark, number]));
  const weights = new Float64Array(marks.length);
  const adagrad = createAdagrad(weights, RATE);
  const sharpness = Float64Array.of(FIRST_SHARPNESS);
  const sharpnessAdagrad = createAdagrad(sharpness, SHARPNESS_RATE);
  const weightOfMark = (mark: string) => weights[numberOf.get(mark) ?? -1] ?? 0;
  const order = [...lists];
  const random = randomFrom(7);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const { words, relevant } of order) {
      const pulls = words.map((word) => pullOf(word.weight, word.marks, weightOfMark));
      const sums = relevant.map((_, place) =>
        words.reduce((sum, { scores }, word) => sum + (pulls[word] ?? 0) * (scores[place] ?? 0), 0),
      );
      const scale = sharpness[0] ?? FIRST_SHARPNESS;
      const gradient = listwiseGradient(
        sums.map((sum) => scale * sum),
        relevant,
      );
      if (gradient === null) continue;
      for (const [word, { marks: borne, scores }] of words.entries()) {
        const byPull = scores.reduce((sum, score, place) => sum + (gradient[place] ?? 0) * score, 0);
        for (const mark of borne) {
          const number = numberOf.get(mark);
          if (number === undefined) continue;
          const penalty = isLexicalMark(mark) ? LEXICAL_PENALTY : CLASS_PENALTY;
          adagrad.step(number, scale * (pulls[word] ?? 0) * byPull + penalty * (weights[number] ?? 0));
        }
      }
      sharpnessAdagrad.step(
        0,
        sums.reduce((sum, each, place) => sum + (gradient[place] ?? 0) * each, 0),
      );
      sharpness[0] = Math.max(LEAST_SHARPNESS, sharpness[0] ?? 0);
    }
  }
  return new Map(marks.map((mark, number) => [mark, weights[number] ?? 0]));
}
