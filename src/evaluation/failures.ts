import type { ExplainedSection, ExplainedSentence, Explanation } from "../answers/explanation.ts";
import type { Article } from "../documents/article.ts";
import { answerHolds } from "./metrics.ts";
import type { EvaluationQuestion } from "./question-set.ts";

export const FAILURE_KINDS = ["not-found", "same-article", "other-article", "abstained", "sentence"] as const;

/**
 * `not-found`: no relevant section among the ten best. `same-article`, `other-article`: one is there, but a section of
 * its own or of another article comes first. `abstained`: it comes first, but nothing was answered. `sentence`: it comes
 * first, but what is shown holds no expected answer.
 */
export type FailureKind = (typeof FAILURE_KINDS)[number];

/** What became of a question. */
export interface Outcome {
  readonly asked: EvaluationQuestion;
  /** Of the first relevant section from 1; 0 where the ten best hold none. */
  readonly rank: number;
  /** The first section of all; null where nothing was found. */
  readonly firstArticleId: string | null;
  readonly answered: boolean;
  /** Whether the first sentence that is shown holds an expected answer, and whether any does. */
  readonly first: boolean;
  readonly shown: boolean;
  /** How sure it was that a sentence answers, 0..1, also where it abstained. */
  readonly sureness: number;
  /** The answer is said to be unsure. */
  readonly unsure: boolean;
  readonly tookMs: number;
}

/** Null where nothing is wrong that the set can tell. */
export function failureKind(
  { asked, rank, firstArticleId, answered, shown }: Outcome,
  articleOf: ReadonlyMap<string, Article>,
): FailureKind | null {
  if (rank === 0) return "not-found";
  if (rank > 1) {
    const own = asked.relevant.some((id) => articleOf.get(id)?.id === firstArticleId);
    return own ? "same-article" : "other-article";
  }
  if (!answered) return "abstained";
  return asked.answers.length > 0 && !shown ? "sentence" : null;
}

/** A section with its place in the ranking: from 1, or 0 where it was not among those read closely. */
export interface RankedPlace extends Pick<ExplainedSection, "title" | "headingPath" | "parts"> {
  readonly sectionId: string;
  readonly rank: number;
  /** Null with rank 0. */
  readonly score: number | null;
}

/** A miss with what is needed to see why. */
export interface Failure {
  readonly question: string;
  readonly answers: readonly string[];
  /** The best of the relevant sections. */
  readonly expected: RankedPlace;
  /** The section that came first; null where none did. */
  readonly found: RankedPlace | null;
  /** The first of the best sentences that holds an expected answer. */
  readonly expectedSentence: ExplainedSentence | null;
  /** The first that is shown, else the best one. */
  readonly foundSentence: ExplainedSentence | null;
  readonly decision: Explanation["decision"];
}

export interface FailureGroup {
  readonly kind: FailureKind;
  /** How many there are; only some of them are listed. */
  readonly count: number;
  readonly listed: readonly Failure[];
}

export function toFailure(
  { question, relevant, answers }: EvaluationQuestion,
  { sections, sentences, decision }: Explanation,
  articleOf: ReadonlyMap<string, Article>,
): Failure {
  const ranked = sections.map((section, at) => ({ ...toPlace(section), rank: at + 1, score: section.score }));
  const expected = ranked.find(({ sectionId }) => relevant.includes(sectionId));
  return {
    question,
    answers,
    expected: expected ?? unranked(relevant[0] ?? "", articleOf),
    found: ranked[0] ?? null,
    expectedSentence: sentences.find(({ text }) => answerHolds([text], answers)) ?? null,
    foundSentence: sentences.find(({ shown }) => shown) ?? sentences[0] ?? null,
    decision,
  };
}

function toPlace({ sectionId, title, headingPath, parts }: ExplainedSection) {
  return { sectionId, title, headingPath, parts };
}

function unranked(sectionId: string, articleOf: ReadonlyMap<string, Article>): RankedPlace {
  const article = articleOf.get(sectionId);
  const headingPath = article?.sections.find(({ id }) => id === sectionId)?.headingPath ?? [];
  return { sectionId, title: article?.title ?? "", headingPath, parts: {}, rank: 0, score: null };
}
