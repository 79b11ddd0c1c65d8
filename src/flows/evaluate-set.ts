import { answerQuestion, createDocuments, explainQuestion, type Knowledge } from "../answers/engine.ts";
import { thresholdOf } from "../answers/threshold/find-threshold.ts";
import type { Article } from "../documents/article.ts";
import { countSections } from "../documents/count-sections.ts";
import { type Abstention, surenessOf } from "../evaluation/abstention.ts";
import { makeDistractors } from "../evaluation/distractors.ts";
import { FAILURE_KINDS, type FailureGroup, failureKind, type Outcome, toFailure } from "../evaluation/failures.ts";
import { answerHolds, meanReciprocalRank, quantile, recallAt } from "../evaluation/metrics.ts";
import type { EvaluationQuestion, QuestionSet } from "../evaluation/question-set.ts";
import { type Split, splitSet } from "../evaluation/split-set.ts";
import { createInMemoryIndex } from "../search/in-memory-index.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { measureAbstention } from "./measure-abstention.ts";

export interface EvaluationRequest {
  readonly set: QuestionSet;
  /** Only questions about one half of the articles. */
  readonly split?: Split | undefined;
  /** So many sections more, made from documents that answer nothing. */
  readonly distractors?: { readonly count: number; readonly documents: readonly Article[] } | undefined;
  /** Ask also what the sections do not answer. */
  readonly abstain?: boolean | undefined;
  /** Questions of another field, asked with `abstain`. */
  readonly offDomain?: QuestionSet | undefined;
  /** List so many misses of each kind. */
  readonly mostFailures?: number | undefined;
}

/** Shares are in 0..1. */
export interface Evaluation {
  readonly sections: number;
  readonly distractors: number;
  readonly questions: number;
  readonly recallAt1: number;
  readonly recallAt5: number;
  readonly mrrAt10: number;
  /** Questions whose first shown sentence holds an expected answer; null where the set has none. Abstaining counts as not. */
  readonly answerInFirst: number | null;
  /** The same of all shown sentences. */
  readonly answerInShown: number | null;
  /** How many questions were answered at all. */
  readonly answered: number;
  readonly questionsPerSecond: number;
  /** Of a question, in milliseconds: half of them take no longer, and 99 of 100. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly abstention?: Abstention;
  readonly failures?: readonly FailureGroup[];
}

/** Asks every question of an index of the set's sections, the distractors and nothing else. */
export function evaluateSet(
  { set: whole, split, distractors, abstain = false, offDomain, mostFailures }: EvaluationRequest,
  lexicon: Lexicon,
  nowMs: () => number,
): Evaluation {
  const set = split === undefined ? whole : splitSet(whole, split);
  const others = distractors ? makeDistractors(distractors.documents, distractors.count) : [];
  const index = createInMemoryIndex(lexicon, [...set.articles, ...others]);
  const documents = createDocuments(index, lexicon);
  // As it is with everything in place, also while something is left out.
  const threshold = thresholdOf(documents);
  const knowledge = { ...documents, threshold: () => threshold };

  const startedMs = nowMs();
  const outcomes = set.questions.map((asked) => ask(asked, knowledge, nowMs));
  const elapsedMs = Math.max(1, nowMs() - startedMs);

  const ranks = outcomes.map((outcome) => outcome.rank);
  const took = outcomes.map((outcome) => outcome.tookMs);
  const share = (of: (outcome: Outcome) => boolean) => outcomes.filter(of).length / Math.max(1, outcomes.length);
  const hasAnswers = set.questions.some((question) => question.answers.length > 0);
  return {
    sections: countSections(set.articles),
    distractors: others.length,
    questions: outcomes.length,
    recallAt1: recallAt(1, ranks),
    recallAt5: recallAt(5, ranks),
    mrrAt10: meanReciprocalRank(10, ranks),
    answerInFirst: hasAnswers ? share(({ first }) => first) : null,
    answerInShown: hasAnswers ? share(({ shown }) => shown) : null,
    answered: share(({ answered }) => answered),
    questionsPerSecond: (1000 * outcomes.length) / elapsedMs,
    p50Ms: quantile(0.5, took),
    p99Ms: quantile(0.99, took),
    ...(mostFailures === undefined ? {} : { failures: groupFailures(set, outcomes, mostFailures, knowledge) }),
    ...(abstain ? { abstention: measureAbstention(set, outcomes, offDomain ?? null, knowledge) } : {}),
  };
}

function ask(asked: EvaluationQuestion, knowledge: Knowledge, nowMs: () => number): Outcome {
  const startedMs = nowMs();
  const { answer } = answerQuestion(asked.question, null, knowledge);
  const tookMs = nowMs() - startedMs;
  const shown = answer.sentences.map((sentence) => sentence.text);
  return {
    asked,
    rank: answer.hits.findIndex(({ sectionId }) => asked.relevant.includes(sectionId)) + 1,
    firstArticleId: answer.hits[0]?.articleId ?? null,
    first: answerHolds(shown.slice(0, 1), asked.answers),
    shown: answerHolds(shown, asked.answers),
    ...surenessOf(answer),
    tookMs,
  };
}

/** Those listed are asked once more for the reasons. */
function groupFailures(
  { articles }: QuestionSet,
  outcomes: readonly Outcome[],
  most: number,
  knowledge: Knowledge,
): FailureGroup[] {
  const articleOf = new Map(articles.flatMap((article) => article.sections.map(({ id }) => [id, article] as const)));
  const byKind = Map.groupBy(outcomes, (outcome) => failureKind(outcome, articleOf));
  return FAILURE_KINDS.map((kind) => {
    const failed = byKind.get(kind) ?? [];
    const listed = evenly(failed, most).map(({ asked }) =>
      toFailure(asked, explainQuestion(asked.question, null, knowledge).explanation, articleOf),
    );
    return { kind, count: failed.length, listed };
  });
}

/** At most so many of the items, spread over all of them. */
function evenly<Item>(items: readonly Item[], most: number): Item[] {
  const step = Math.max(1, items.length / most);
  return items.filter((_, at) => Math.floor(at / step) > Math.floor((at - 1) / step)).slice(0, most);
}
