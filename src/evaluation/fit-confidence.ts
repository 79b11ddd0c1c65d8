import { FITTED, FITTED_FEATURES, type FittedFeatures } from "../answers/confidence/confidence-feature-names.ts";
import { logistic } from "../answers/confidence/log-odds.ts";
import { createAdagrad } from "./adagrad.ts";
import type { AskedOf, ConfidenceLesson } from "./confidence-lessons.ts";
import { areaUnderRoc, falseAlarmsKeeping } from "./metrics.ts";
import { randomFrom } from "./random-from.ts";
import { shuffle } from "./shuffle.ts";

export interface ConfidenceWeights {
  readonly base: number;
  readonly features: FittedFeatures;
}

/** How well one kind of unanswerable question is told from answerable ones, of one set. Shares in 0..1. */
export interface ConfidenceFigure {
  readonly set: string;
  readonly asked: AskedOf;
  readonly auroc: number | null;
  readonly wrongKeeping90: number | null;
}

/** How much each kind of question counts in all; questions of another field keep it from trusting leads alone. */
const SHARES: Readonly<Record<ConfidenceLesson["set"], Readonly<Record<AskedOf, number>>>> = {
  half: { answerable: 1, "sections removed": 0.55, "articles removed": 0.35, "off-domain": 0.2 },
  // Where one service is gone, another often answers as well.
  whole: { answerable: 0.3, "sections removed": 0.1, "articles removed": 0, "off-domain": 0.3 },
};
const SHARE_OF_SMALL = 0.4;

/** Learned from `half` at even positions, and from all of `whole`. */
export function fitConfidence(lessons: readonly ConfidenceLesson[]): ConfidenceWeights {
  return fitOn(lessons.filter(({ set, position }) => set === "whole" || position % 2 === 0));
}

/** Both sets at odd positions, by weights fitted at even ones; without the gates, which are set by hand. */
export function measureConfidence(lessons: readonly ConfidenceLesson[]): ConfidenceFigure[] {
  const weights = fitOn(lessons.filter(({ position }) => position % 2 === 0));
  const odd = lessons.filter(({ position }) => position % 2 === 1);
  const bySet = Map.groupBy(odd, ({ set, isSmall }) => `${set}${isSmall ? ", few articles" : ""}`);
  return [...bySet].flatMap(([set, own]) => {
    const byAsked = Map.groupBy(own, ({ asked }) => asked);
    const sumsOf = (asked: AskedOf) => (byAsked.get(asked) ?? []).map((lesson) => sumOf(lesson, weights));
    const answerable = sumsOf("answerable");
    return [...byAsked.keys()]
      .filter((asked) => asked !== "answerable")
      .map((asked) => ({
        set,
        asked,
        auroc: areaUnderRoc(answerable, sumsOf(asked)),
        wrongKeeping90: falseAlarmsKeeping(0.9, answerable, sumsOf(asked)),
      }));
  });
}

function sumOf({ features }: ConfidenceLesson, weights: ConfidenceWeights): number {
  return FITTED_FEATURES.reduce((sum, name, at) => sum + weights.features[name] * (features[at] ?? 0), weights.base);
}

const EPOCHS = 30;
/** The weights of so many last epochs are averaged. */
const AVERAGED = 10;
const RATE = 0.05;
const PENALTY = 1e-3;

/** Logistic regression by stochastic gradients. */
function fitOn(lessons: readonly ConfidenceLesson[]): ConfidenceWeights {
  const counts = Map.groupBy(lessons, ({ set, asked, isSmall }) => `${set} ${asked} ${isSmall}`);
  const importanceOf = ({ set, asked, isSmall }: ConfidenceLesson) =>
    ((isSmall ? SHARE_OF_SMALL : 1) * SHARES[set][asked]) / (counts.get(`${set} ${asked} ${isSmall}`)?.length ?? 1);
  const heaviest = Math.max(...lessons.map(importanceOf));
  const { means, spreads } = spreadOf(lessons);
  const count = FITTED_FEATURES.length;
  // The last one is the base.
  const weights = new Float64Array(count + 1);
  const totals = new Float64Array(count + 1);
  const adagrad = createAdagrad(weights, RATE);
  const order = lessons.map((lesson) => ({
    scaled: lesson.features.map((value, at) => (value - (means[at] ?? 0)) / (spreads[at] ?? 1)),
    isAnswerable: lesson.asked === "answerable",
    importance: importanceOf(lesson) / heaviest,
  }));
  const random = randomFrom(11);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const { scaled, isAnswerable, importance } of order) {
      const sum = scaled.reduce((total, value, at) => total + value * (weights[at] ?? 0), weights[count] ?? 0);
      const slope = importance * (logistic(sum) - (isAnswerable ? 1 : 0));
      for (const [at, value] of scaled.entries()) {
        adagrad.step(at, slope * value + PENALTY * importance * (weights[at] ?? 0));
        weights[at] = towards(FITTED[FITTED_FEATURES[at] as keyof typeof FITTED], weights[at] ?? 0);
      }
      adagrad.step(count, slope);
    }
    if (epoch < EPOCHS - AVERAGED) continue;
    for (const [at, weight] of weights.entries()) totals[at] = (totals[at] ?? 0) + weight / AVERAGED;
  }
  const unscaled = spreads.map((spread, at) => (totals[at] ?? 0) / spread);
  const shift = unscaled.reduce((sum, weight, at) => sum + weight * (means[at] ?? 0), 0);
  return {
    base: (totals[count] ?? 0) - shift,
    features: Object.fromEntries(FITTED_FEATURES.map((name, at) => [name, unscaled[at] ?? 0])) as FittedFeatures,
  };
}

function towards(direction: (typeof FITTED)[keyof typeof FITTED], weight: number): number {
  if (direction === "either") return weight;
  return direction === "for" ? Math.max(0, weight) : Math.min(0, weight);
}

/** Mean and standard deviation of each feature. */
function spreadOf(lessons: readonly ConfidenceLesson[]): { readonly means: number[]; readonly spreads: number[] } {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const means = FITTED_FEATURES.map((_, at) => mean(lessons.map(({ features }) => features[at] ?? 0)));
  const spreads = means.map(
    (center, at) => Math.sqrt(mean(lessons.map(({ features }) => ((features[at] ?? 0) - center) ** 2))) || 1,
  );
  return { means, spreads };
}
