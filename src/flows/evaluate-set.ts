import { answerQuestion } from "../answers/engine.ts";
import { answerHolds, meanReciprocalRank, recallAt } from "../evaluation/metrics.ts";
import type { QuestionSet } from "../evaluation/question-set.ts";
import type { Clock } from "../ports/runtime.ts";
import { createMiniSearchIndex } from "../search/mini-search-index.ts";
import { createSpeller } from "../search/spelling.ts";
import type { Lexicon } from "../text/lexicon.ts";

/** Shares are in 0..1. */
export interface Evaluation {
  readonly sections: number;
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
}

/** Asks every question of an index of the set's sections and of nothing else. */
export function evaluateSet(set: QuestionSet, lexicon: Lexicon, clock: Clock): Evaluation {
  const index = createMiniSearchIndex(lexicon);
  index.apply(
    set.articles.map((article) => ({ kind: "put", article })),
    1,
  );
  const knowledge = { index, lexicon, speller: createSpeller(index, lexicon) };

  const startedMs = clock.now();
  const outcomes = set.questions.map((asked) => {
    const { answer } = answerQuestion(asked.question, null, knowledge);
    const shown = answer.sentences.map((sentence) => sentence.text);
    const found = answer.hits.map((hit) => hit.sectionId);
    return {
      rank: found.findIndex((id) => asked.relevant.includes(id)) + 1,
      first: answerHolds(shown.slice(0, 1), asked.answers),
      shown: answerHolds(shown, asked.answers),
      answered: answer.status === "answered",
    };
  });
  const elapsedMs = Math.max(1, clock.now() - startedMs);

  const count = outcomes.length;
  const share = (of: (outcome: (typeof outcomes)[number]) => boolean) =>
    outcomes.filter(of).length / Math.max(1, count);
  const ranks = outcomes.map((outcome) => outcome.rank);
  const hasAnswers = set.questions.some((question) => question.answers.length > 0);
  return {
    sections: set.articles.reduce((sum, article) => sum + article.sections.length, 0),
    questions: count,
    recallAt1: recallAt(1, ranks),
    recallAt5: recallAt(5, ranks),
    mrrAt10: meanReciprocalRank(10, ranks),
    answerInFirst: hasAnswers ? share((outcome) => outcome.first) : null,
    answerInShown: hasAnswers ? share((outcome) => outcome.shown) : null,
    answered: share((outcome) => outcome.answered),
    questionsPerSecond: (1000 * count) / elapsedMs,
  };
}
