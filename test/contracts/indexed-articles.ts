import type { Article } from "../../src/documents/article.ts";
import type { SectionIndex } from "../../src/search/section-index.ts";

/** Every article of an index, by id. */
export function indexedArticles(index: SectionIndex): Article[] {
  const articles = index.cards().flatMap(({ id }) => index.article(id) ?? []);
  return articles.sort((one, other) => (one.id < other.id ? -1 : 1));
}
