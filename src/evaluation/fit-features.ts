import { FEATURES, type SectionFeatures } from "../search/feature-names.ts";
import { withPull } from "../search/query.ts";
import { DEPTH } from "../search/rank-sections.ts";
import { featuresOf, meanLengths, readAsked } from "../search/section-features.ts";
import { readSection } from "../search/section-reading.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { createAdagrad, listwiseGradient } from "./adagrad.ts";
import type { AskedOne } from "./asked-set.ts";
import type { Pulls } from "./fit-pull.ts";
import { randomFrom } from "./random-from.ts";
import { shuffle } from "./shuffle.ts";

/** The candidates of a question as the ranking sees them, in the index's order. */
export interface FeatureList {
  readonly features: readonly (readonly number[])[];
  readonly relevant: readonly boolean[];
}

export function featureListOf({ query, relevant, index }: AskedOne, pulls: Pulls, lexicon: Lexicon): FeatureList {
  const pulled = withPull(query, (mark) => pulls.get(mark) ?? 0);
  const found = index.find(pulled, { limit: DEPTH });
  const best = found.hits[0]?.score || 1;
  const readings = found.hits.map(({ article, section }) => readSection(article.title, section, lexicon));
  const asked = readAsked(pulled, found.rarity);
  const mean = meanLengths(readings);
  return {
    relevant: found.hits.map(({ section }) => relevant.includes(section.id)),
    features: readings.map((reading, place) => {
      const features = featuresOf(asked, reading, (found.hits[place]?.score ?? 0) / best, mean);
      return FEATURES.map((name) => features[name]);
    }),
  };
}

const EPOCHS = 14;
/** The weights of so many last epochs are averaged. */
const AVERAGED = 4;
const RATE = 0.05;
const PENALTY = 1e-3;

/** Weights, none below 0, that bring relevant sections forward. */
export function fitFeatures(lists: readonly FeatureList[]): SectionFeatures {
  const answerable = lists.filter(({ relevant }) => relevant.includes(true));
  const spread = spreadOf(answerable);
  const weights = new Float64Array(FEATURES.length);
  const totals = new Float64Array(FEATURES.length);
  const adagrad = createAdagrad(weights, RATE);
  const random = randomFrom(3);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(answerable, random);
    for (const { features, relevant } of answerable) {
      const scores = features.map((row) =>
        row.reduce((sum, value, each) => sum + ((weights[each] ?? 0) * value) / (spread[each] ?? 1), 0),
      );
      const gradient = listwiseGradient(scores, relevant);
      if (gradient === null) continue;
      for (const [each, scale] of spread.entries()) {
        const slope = features.reduce(
          (sum, row, place) => sum + ((gradient[place] ?? 0) * (row[each] ?? 0)) / scale,
          0,
        );
        adagrad.step(each, slope + PENALTY * (weights[each] ?? 0));
        weights[each] = Math.max(0, weights[each] ?? 0);
      }
      if (epoch < EPOCHS - AVERAGED) continue;
      for (const [each, weight] of weights.entries()) totals[each] = (totals[each] ?? 0) + weight;
    }
  }
  const steps = AVERAGED * answerable.length;
  return Object.fromEntries(
    FEATURES.map((name, each) => [name, (totals[each] ?? 0) / steps / (spread[each] ?? 1)]),
  ) as SectionFeatures;
}

/** Root mean square of each feature's distance from its mean within a list. */
function spreadOf(lists: readonly FeatureList[]): number[] {
  const squares = FEATURES.map(() => 0);
  let rows = 0;
  for (const { features } of lists) {
    rows += features.length;
    for (const each of FEATURES.keys()) {
      const mean = features.reduce((sum, row) => sum + (row[each] ?? 0), 0) / features.length;
      for (const row of features) squares[each] = (squares[each] ?? 0) + ((row[each] ?? 0) - mean) ** 2;
    }
  }
  return squares.map((square) => Math.sqrt(square / Math.max(1, rows)) || 1);
}

/** The place of the first relevant section from 1, or 0 where none was found. */
export function rankBy({ features, relevant }: FeatureList, weights: SectionFeatures): number {
  const sums = features.map((row) => row.reduce((sum, value, each) => sum + weightAt(weights, each) * value, 0));
  const order = [...sums.keys()].sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0));
  return order.findIndex((place) => relevant[place]) + 1;
}

function weightAt(weights: SectionFeatures, place: number): number {
  const name = FEATURES[place];
  return name === undefined ? 0 : weights[name];
}
