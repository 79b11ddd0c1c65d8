import { answerQuestion, type Knowledge } from "../answers/engine.ts";
import {
  type Abstention,
  type Sureness,
  separate,
  shareAnswered,
  shareAnsweredSurely,
  surenessOf,
} from "../evaluation/abstention.ts";
import { askWithout } from "../evaluation/ask-without.ts";
import type { EvaluationQuestion, QuestionSet } from "../evaluation/question-set.ts";

/**
 * Asks every question again without the sections that answer it, and without their articles; then those of another
 * set. `asked`: the same questions, in their order, with everything in place. The index is as before when it returns.
 */
export function measureAbstention(
  set: QuestionSet,
  asked: readonly Sureness[],
  offDomain: QuestionSet | null,
  knowledge: Knowledge,
): Abstention {
  const ask = ({ question }: EvaluationQuestion) => surenessOf(answerQuestion(question, null, knowledge).answer);
  const hasParts = set.articles.some(({ sections }) => sections.length > 1);
  return {
    keptAsSet: shareAnswered(asked),
    keptAndSure: shareAnsweredSurely(asked),
    paragraphRemoved: separate(asked, askWithout("sections", set, knowledge.index, ask)),
    articleRemoved: hasParts ? separate(asked, askWithout("articles", set, knowledge.index, ask)) : null,
    offDomain: offDomain && separate(asked, offDomain.questions.map(ask)),
  };
}
