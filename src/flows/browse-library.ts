import { sectionsWithText } from "../answers/named-sections.ts";
import type { Article } from "../documents/article.ts";
import type { ArticleSummary, Library } from "../ports/library.ts";
import type { SectionIndex } from "../search/section-index.ts";
import { shortHash } from "../text/short-hash.ts";
import { bestFitting, readTyped, type Typed } from "../text/typed.ts";
import { perRevision } from "./per-revision.ts";

/** What is read out of the articles once for each revision. */
interface Shelf {
  readonly articles: readonly Article[];
  readonly byKey: ReadonlyMap<string, Article>;
  readonly titles: readonly { readonly article: Article; readonly typed: Typed }[];
  readonly newest: Article | null;
  readonly sections: number;
}

/** Shows what is indexed, as it is indexed. `readySinceMs`: when the index was whole first; null before. */
export function createLibrary(index: SectionIndex, readySinceMs: () => number | null): Library {
  const shelf = perRevision(index, arrange);
  return {
    articles: async () => shelf().articles.map(summaryOf),
    async article(key) {
      const article = shelf().byKey.get(key);
      return article ? summaryOf(article) : null;
    },
    async suggest(typed, limit) {
      return bestFitting(shelf().titles, typed, limit).map(({ article }) => summaryOf(article));
    },
    async section(articleId, sectionId) {
      const article = index.article(articleId);
      const section = article?.sections.find(({ id }) => id === sectionId);
      return article && section ? { article: summaryOf(article), section } : null;
    },
    async status() {
      const { articles, sections, newest } = shelf();
      const readyMs = readySinceMs();
      return {
        articles: articles.length,
        sections,
        revision: index.revision(),
        newest: newest && summaryOf(newest),
        readySince: readyMs === null ? null : new Date(readyMs).toISOString(),
      };
    },
  };
}

function arrange(articles: readonly Article[]): Shelf {
  let newest: Article | null = null;
  let sections = 0;
  for (const article of articles) {
    sections += article.sections.length;
    if (article.publishedAt === null) continue;
    if (newest === null || Date.parse(article.publishedAt) > Date.parse(newest.publishedAt ?? "")) newest = article;
  }
  return {
    articles,
    byKey: new Map(articles.map((article) => [shortHash(article.id), article])),
    titles: articles.map((article) => ({ article, typed: readTyped(article.title) })),
    newest,
    sections,
  };
}

function summaryOf(article: Article): ArticleSummary {
  const { id, title, source, url, publishedAt, lang } = article;
  const sections = article.sections.map((section) => ({
    id: section.id,
    headingPath: section.headingPath,
    empty: sectionsWithText(article, section).length === 0,
  }));
  return { id, key: shortHash(id), title, source, url, publishedAt, lang, sections };
}
