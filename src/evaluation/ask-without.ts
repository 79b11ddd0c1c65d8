import type { Article } from "../documents/article.ts";
import type { IndexChange, SectionIndex } from "../search/section-index.ts";
import type { EvaluationQuestion, QuestionSet } from "./question-set.ts";

/** What the index lacks while a question is asked: the sections that answer it, or their whole articles. */
export type Removed = "sections" | "articles";

/** Asks every question of a set while what answers it is gone. The index is as before when it returns. */
export function askWithout<Question extends EvaluationQuestion, Result>(
  removed: Removed,
  { articles, questions }: Pick<QuestionSet, "articles"> & { readonly questions: readonly Question[] },
  index: SectionIndex,
  ask: (question: Question) => Result,
): Result[] {
  const articleOf = new Map(articles.flatMap((article) => article.sections.map(({ id }) => [id, article] as const)));
  const articlesOf = ({ relevant }: EvaluationQuestion) =>
    [...new Set(relevant.flatMap((id) => articleOf.get(id) ?? []))].sort((a, b) => (a.id < b.id ? -1 : 1));
  const apply = (changes: readonly IndexChange[]) => index.apply(changes, index.revision() + 1);

  const keyOf = (question: EvaluationQuestion) =>
    removed === "sections" ? [...question.relevant].sort() : articlesOf(question).map(({ id }) => id);
  // Sections of one article follow each other, so that it changes a little at a time.
  return [...Map.groupBy(questions, (question) => keyOf(question).join("\n")).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const touched = articlesOf(first);
    apply(touched.map((article) => (removed === "sections" ? without(article, first.relevant) : removal(article))));
    const results = group.map(ask);
    apply(touched.map((article) => ({ kind: "put", article })));
    return results;
  });
}

function removal({ id }: Article): IndexChange {
  return { kind: "remove", articleId: id };
}

function without(article: Article, removed: readonly string[]): IndexChange {
  const sections = article.sections.filter(({ id }) => !removed.includes(id));
  return sections.length === 0 ? removal(article) : { kind: "put", article: { ...article, sections } };
}
