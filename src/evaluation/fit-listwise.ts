import { createAdagrad, listwiseGradient } from "./adagrad.ts";
import { randomFrom } from "./random-from.ts";
import { shuffle } from "./shuffle.ts";

/** The candidates of a question: a row of features each, and which of them are right. */
export interface FeatureList {
  readonly features: readonly (readonly number[])[];
  readonly relevant: readonly boolean[];
}

const EPOCHS = 14;
/** The weights of so many last epochs are averaged. */
const AVERAGED = 4;
const RATE = 0.05;
const PENALTY = 1e-3;

/** Weights of `width` features, none below 0, that bring what is right forward (softmax over each list). */
export function fitListwise(lists: readonly FeatureList[], width: number): number[] {
  const answerable = lists.filter(({ relevant }) => relevant.includes(true));
  const spread = spreadOf(answerable, width);
  const weights = new Float64Array(width);
  const totals = new Float64Array(width);
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
  return spread.map((scale, each) => (totals[each] ?? 0) / steps / scale);
}

/** Root mean square of each feature's distance from its mean within a list. */
function spreadOf(lists: readonly FeatureList[], width: number): number[] {
  const squares = Array.from({ length: width }, () => 0);
  let rows = 0;
  for (const { features } of lists) {
    rows += features.length;
    for (const each of squares.keys()) {
      const mean = features.reduce((sum, row) => sum + (row[each] ?? 0), 0) / features.length;
      for (const row of features) squares[each] = (squares[each] ?? 0) + ((row[each] ?? 0) - mean) ** 2;
    }
  }
  return squares.map((square) => Math.sqrt(square / Math.max(1, rows)) || 1);
}

/** The places of a list in the order that weights give it, best first. */
export function orderBy({ features }: FeatureList, weights: readonly number[]): number[] {
  const sums = features.map((row) => row.reduce((sum, value, each) => sum + (weights[each] ?? 0) * value, 0));
  return [...sums.keys()].sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0));
}
