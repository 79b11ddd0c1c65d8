import type { Article } from "./article.ts";

/** Of all of them together. */
export function countSections(articles: readonly Pick<Article, "sections">[]): number {
  return articles.reduce((count, { sections }) => count + sections.length, 0);
}
