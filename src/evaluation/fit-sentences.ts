import { readSentences } from "../answers/sentences/rank-sentences.ts";
import { SENTENCE_FEATURE_NAMES, type SentenceFeatures } from "../answers/sentences/sentence-feature-names.ts";
import { READ_CLOSELY, rankSections } from "../search/rank-sections.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { type AskedOne, askSet } from "./asked-set.ts";
import { type FeatureList, fitListwise, orderBy } from "./fit-listwise.ts";
import { answerHolds, recallAt } from "./metrics.ts";
import type { QuestionSet } from "./question-set.ts";

/** The candidate sentences of a question, and which of them hold an answer, wherever they stand. */
export interface SentenceList extends FeatureList {
  readonly holding: readonly boolean[];
  /** The article's position in its set is odd: measured, not learned from. */
  readonly isTest: boolean;
  readonly titled: boolean;
}

/** Share of questions, 0..1, one of whose first, first two or first three sentences holds an answer. */
export interface SentenceAccuracy {
  readonly set: string;
  readonly in1: number;
  readonly in2: number;
  readonly in3: number;
}

/** Of the questions asked without titles. */
const EVERY = 3;

/** Every question of a set, and a third of them of the same sections without titles. */
export function readSentenceLists(set: QuestionSet, lexicon: Lexicon): SentenceList[] {
  const positions = new Map(set.articles.map(({ id }, position) => [` ${id}`, position]));
  return [true, false].flatMap((titled) =>
    askSet("", set, lexicon, { titles: titled, every: titled ? 1 : EVERY }).map((asked) => {
      return { ...sentenceListOf(asked, lexicon), titled, isTest: (positions.get(asked.about) ?? 0) % 2 === 1 };
    }),
  );
}

function sentenceListOf({ question, relevant, answers, index }: AskedOne, lexicon: Lexicon) {
  const found = index.find(question.query, READ_CLOSELY);
  const hits = rankSections(question.query, found, lexicon);
  const { sentences, features } = readSentences(question, hits, found.rarity, index, lexicon);
  const holding = sentences.map(({ text }) => answerHolds([text], answers));
  return {
    features: features.map((of) => SENTENCE_FEATURE_NAMES.map((name) => of[name])),
    holding,
    relevant: sentences.map(({ hit }, at) => holding[at] === true && relevant.includes(hit.section.id)),
  };
}

/** Learns from articles at even positions. */
export function fitSentences(lists: readonly SentenceList[]): SentenceFeatures {
  const weights = fitListwise(
    lists.filter(({ isTest }) => !isTest),
    SENTENCE_FEATURE_NAMES.length,
  );
  return Object.fromEntries(SENTENCE_FEATURE_NAMES.map((name, each) => [name, weights[each] ?? 0])) as SentenceFeatures;
}

/** Of articles at odd positions, and of the others, which flatter. */
export function measureSentences(lists: readonly SentenceList[], weights: SentenceFeatures): SentenceAccuracy[] {
  const inOrder = SENTENCE_FEATURE_NAMES.map((name) => weights[name]);
  const named = Map.groupBy(
    lists,
    ({ isTest, titled }) => `${isTest ? "odd" : "even"} articles${titled ? "" : ", no titles"}`,
  );
  return [...named].map(([set, of]) => {
    const places = of.map((list) => orderBy(list, inOrder).findIndex((place) => list.holding[place]) + 1);
    return { set, in1: recallAt(1, places), in2: recallAt(2, places), in3: recallAt(3, places) };
  });
}
