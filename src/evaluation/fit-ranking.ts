import type { SectionFeatures } from "../search/feature-names.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { addTo } from "../text/multimap.ts";
import { type AskedOne, askSet } from "./asked-set.ts";
import { featureListOf, fitFeatures, rankBy } from "./fit-features.ts";
import type { FeatureList } from "./fit-listwise.ts";
import { fitPull, type PullList, type Pulls, pullListOf } from "./fit-pull.ts";
import { recallAt } from "./metrics.ts";
import type { QuestionSet } from "./question-set.ts";

export interface RankingWeights {
  readonly marks: Pulls;
  readonly features: SectionFeatures;
}

/** recall@1 and @5, in 0..1. */
export interface Recall {
  readonly set: string;
  readonly at1: number;
  readonly at5: number;
}

/** A question of one of the sets; those of `half` are learned from at even articles only. */
interface Learned {
  readonly set: "half" | "whole";
  /** The article's position in its set. */
  readonly position: number;
  readonly titled: boolean;
  readonly asked: AskedOne;
  readonly pullList: PullList | null;
}

/** Of the questions asked without titles. */
const EVERY = 3;
const FOLDS = 5;
const TRAINED_FOR_TEST = 0;

/** What is learned from: a third of the questions is also asked of the same sections without titles. */
export interface Lessons {
  readonly all: readonly Learned[];
  readonly lexicon: Lexicon;
}

/** `half` is learned from at articles of even positions, `whole` at all. */
export function readLessons(half: QuestionSet, whole: QuestionSet, lexicon: Lexicon): Lessons {
  const all = (["half", "whole"] as const).flatMap((set) => {
    const questions = set === "half" ? half : whole;
    const positions = new Map(questions.articles.map(({ id }, position) => [`${set} ${id}`, position]));
    return [true, false].flatMap((titled) =>
      askSet(set, questions, lexicon, { titles: titled, every: titled ? 1 : EVERY }).map((asked): Learned => {
        const pullList = titled ? pullListOf(asked, lexicon) : null;
        return { set, titled, asked, position: positions.get(asked.about) ?? 0, pullList };
      }),
    );
  });
  return { all, lexicon };
}

export function fitRanking({ all, lexicon }: Lessons): RankingWeights {
  return fitOn(all, (one) => !isTest(one), lexicon).weights;
}

/** The first set at odd articles, and the second by articles that the weights were not fitted on, in five folds. */
export function measureRanking({ all, lexicon }: Lessons): Recall[] {
  const ranks = new Map<string, number[]>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const { weights, lists } = fitOn(all, (one) => !isTest(one) && !inFold(one, fold), lexicon);
    for (const one of all) {
      if (!inFold(one, fold) && !(fold === TRAINED_FOR_TEST && isTest(one))) continue;
      const list = lists.get(one);
      const name = `${one.set}${one.titled ? "" : ", no titles"}`;
      if (list) addTo(ranks, name, rankBy(list, weights.features));
    }
  }
  return [...ranks].map(([set, found]) => ({ set, at1: recallAt(1, found), at5: recallAt(5, found) }));
}

function isTest({ set, position }: Learned): boolean {
  return set === "half" && position % 2 === 1;
}

function inFold({ set, position }: Learned, fold: number): boolean {
  return set === "whole" && position % FOLDS === fold;
}

function fitOn(
  all: readonly Learned[],
  isTrained: (one: Learned) => boolean,
  lexicon: Lexicon,
): { readonly weights: RankingWeights; readonly lists: ReadonlyMap<Learned, FeatureList> } {
  const trained = all.filter(isTrained);
  const marks = fitPull(trained.flatMap(({ pullList }) => pullList ?? []));
  const lists = new Map(all.map((one) => [one, featureListOf(one.asked, marks, lexicon)]));
  const features = fitFeatures(trained.flatMap((one) => lists.get(one) ?? []));
  return { weights: { marks, features }, lists };
}
