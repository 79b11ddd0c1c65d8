import { type ReadQuestion, readQuestion } from "../answers/asked/read-question.ts";
import type { Section } from "../documents/article.ts";
import { createInMemoryIndex } from "../search/in-memory-index.ts";
import type { SectionHit, SectionIndex } from "../search/section-index.ts";
import type { Lexicon } from "../text/lexicon.ts";
import type { QuestionSet } from "./question-set.ts";

/** A question as it is learned from. */
export interface AskedOne {
  readonly question: ReadQuestion;
  readonly relevant: readonly string[];
  readonly answers: readonly string[];
  /** The article that answers, by set and id; questions of one article are learned from together or not at all. */
  readonly about: string;
  readonly index: SectionIndex;
  /** Where the sections that answer stand. */
  readonly answering: readonly Omit<SectionHit, "score">[];
}

/** Every `every`-th question of a set, asked of an index of its own. `titles: false` leaves the titles away. */
export function askSet(
  name: string,
  set: QuestionSet,
  lexicon: Lexicon,
  { every = 1, titles = true }: { readonly every?: number; readonly titles?: boolean } = {},
): AskedOne[] {
  const articles = titles ? set.articles : set.articles.map(withoutTitle);
  const index = createInMemoryIndex(lexicon, articles);
  const places = new Map(
    articles.flatMap((article) => article.sections.map((section) => [section.id, { article, section }] as const)),
  );
  return set.questions.flatMap(({ question: text, relevant, answers }, number) => {
    const answering = relevant.flatMap((id) => places.get(id) ?? []);
    const about = answering[0]?.article.id;
    if (number % every !== 0 || about === undefined) return [];
    const question = readQuestion(text, lexicon);
    return [{ question, relevant, answers, about: `${name} ${about}`, index, answering }];
  });
}

function withoutTitle<Titled extends { readonly title: string; readonly sections: readonly Section[] }>(
  article: Titled,
) {
  // Sections are copied, since what was read of one is kept by identity.
  return { ...article, title: "", sections: article.sections.map((section) => ({ ...section })) };
}
