import { findCandidates } from "../candidates/find-candidates.ts";
import type { Documents } from "../candidates/knowledge.ts";
import { judgeBest } from "../confidence/best-candidate.ts";
import { createJudge } from "../confidence/judge.ts";
import { logistic, logOdds } from "../confidence/log-odds.ts";
import { DEFAULT_THRESHOLD, type Threshold } from "../confidence/threshold.ts";
import { EVERYDAY_QUESTIONS } from "./everyday-questions.ts";
import { titleQuestions } from "./title-questions.ts";

/** Fewer tell nothing. */
const LEAST_SECTIONS = 20;
const MOST_TITLES = 50;
/** Of the everyday questions, those that it is surest of. */
const SUREST = 0.1;
/** Of the title questions, so many must be answered. */
const KEPT = 0.9;
/** How sure it may be of the surest everyday questions on average, and how far the threshold follows beyond. Log odds. */
const USUAL = -3.2;
const FOLLOWED = 0.6;
/** An index of so many sections is believed half. */
const HALF_BELIEVED = 20;
/** Log odds of a question for which nothing was found, and the most that one question may count. */
const NOTHING = -6;

/**
 * The threshold of an index, without anybody's questions: the default one, raised where everyday questions that no such
 * documents answer come near it, but not beyond what nine of ten questions made of the index's own titles reach. The
 * same articles give the same one. Yields after each question, so that others have their turn; some hundred questions.
 */
export function* findThreshold(documents: Documents): Generator<void, Threshold> {
  const { index } = documents;
  const cards = index.cards();
  const sections = cards.reduce((count, card) => count + card.sections, 0);
  if (sections < LEAST_SECTIONS) return DEFAULT_THRESHOLD;
  const everyday = yield* surenessOf(EVERYDAY_QUESTIONS, documents);
  const drawn = cards.toSorted((a, b) => (a.key < b.key ? -1 : 1)).slice(0, MOST_TITLES);
  const articles = drawn.flatMap(({ id }) => index.article(id) ?? []);
  const titles = yield* surenessOf(titleQuestions(articles, MOST_TITLES), documents);

  const surest = everyday.toSorted((a, b) => b - a).slice(0, Math.ceil(SUREST * everyday.length));
  const usual = surest.reduce((sum, each) => sum + each, 0) / surest.length;
  const believed = sections / (sections + HALF_BELIEVED);
  const least = logOdds(DEFAULT_THRESHOLD.confidence);
  const raised = least + believed * FOLLOWED * Math.max(0, usual - USUAL);
  const reached = titles.toSorted((a, b) => b - a)[Math.ceil(KEPT * titles.length) - 1] ?? raised;
  return { confidence: logistic(Math.max(least, Math.min(raised, reached))), of: "this-index" };
}

/** To the end at once. */
export function thresholdOf(documents: Documents): Threshold {
  const steps = findThreshold(documents);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

function* surenessOf(questions: readonly string[], documents: Documents): Generator<void, number[]> {
  const sureness: number[] = [];
  for (const question of questions) {
    const { candidates, grounds } = findCandidates(question, documents);
    const best = judgeBest(candidates, createJudge(grounds))[0];
    const found = best === undefined ? NOTHING : logOdds(best.confidence);
    sureness.push(Math.max(NOTHING, Math.min(-NOTHING, found)));
    yield;
  }
  return sureness;
}
