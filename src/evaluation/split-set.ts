import type { QuestionSet } from "./question-set.ts";

/** train: articles at even positions, counted from 0; test: those at odd ones. */
export type Split = "train" | "test";

/** The questions that articles of one half answer. All sections stay, so that finding is as hard as in the whole set. */
export function splitSet({ articles, questions }: QuestionSet, split: Split): QuestionSet {
  const remainder = split === "test" ? 1 : 0;
  const half = articles.filter((_, position) => position % 2 === remainder);
  const inHalf = new Set(half.flatMap((article) => article.sections.map((section) => section.id)));
  return { articles, questions: questions.filter(({ relevant }) => relevant.some((id) => inHalf.has(id))) };
}
