import { answerQuestion, type Knowledge } from "../answers/engine.ts";
import type { Article } from "../documents/article.ts";
import { type Abstention, type Sureness, separate, shareAnswered, surenessOf } from "../evaluation/abstention.ts";
import type { EvaluationQuestion, QuestionSet } from "../evaluation/question-set.ts";
import type { IndexChange } from "../search/section-index.ts";

/**
 * Asks every question again without the sections that answer it, and without their articles; then those of another
 * set. `asked`: the same questions, in their order, with everything in place. The index is as before when it returns.
 */
export function measureAbstention(
  { articles, questions }: QuestionSet,
  asked: readonly Sureness[],
  offDomain: QuestionSet | null,
  knowledge: Knowledge,
): Abstention {
  const articleOf = new Map(articles.flatMap((article) => article.sections.map(({ id }) => [id, article] as const)));
  const ask = ({ question }: EvaluationQuestion) => surenessOf(answerQuestion(question, null, knowledge).answer);
  const articlesOf = ({ relevant }: EvaluationQuestion) =>
    [...new Set(relevant.flatMap((id) => articleOf.get(id) ?? []))].sort((a, b) => (a.id < b.id ? -1 : 1));

  const askWithout = (without: (article: Article, question: EvaluationQuestion) => IndexChange, keyOf: KeyOf) =>
    [...Map.groupBy(questions, keyOf).values()].flatMap((group) => {
      const touched = articlesOf(group[0] as EvaluationQuestion);
      apply(touched.map((article) => without(article, group[0] as EvaluationQuestion)));
      const answers = group.map(ask);
      apply(touched.map((article) => ({ kind: "put", article })));
      return answers;
    });
  const apply = (changes: readonly IndexChange[]) => knowledge.index.apply(changes, knowledge.index.revision() + 1);

  const paragraphRemoved = askWithout(
    (article, { relevant }) => withoutSections(article, relevant),
    // Sections of one article follow each other, so that it changes a little at a time.
    ({ relevant }) => [...relevant].sort().join("\n"),
  );
  const hasParts = articles.some(({ sections }) => sections.length > 1);
  return {
    keptAsSet: shareAnswered(asked),
    paragraphRemoved: separate(asked, paragraphRemoved),
    articleRemoved: hasParts
      ? separate(
          asked,
          askWithout(removal, (question) =>
            articlesOf(question)
              .map(({ id }) => id)
              .join("\n"),
          ),
        )
      : null,
    offDomain: offDomain && separate(asked, offDomain.questions.map(ask)),
  };
}

type KeyOf = (question: EvaluationQuestion) => string;

function removal({ id }: Article): IndexChange {
  return { kind: "remove", articleId: id };
}

function withoutSections(article: Article, removed: readonly string[]): IndexChange {
  const sections = article.sections.filter(({ id }) => !removed.includes(id));
  return sections.length === 0 ? removal(article) : { kind: "put", article: { ...article, sections } };
}
