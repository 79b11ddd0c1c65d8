import { sectionsWithText } from "../answers/named-sections.ts";
import type { Article } from "../documents/article.ts";
import type { ArticleSummary, Library } from "../ports/library.ts";
import type { SectionIndex } from "../search/section-index.ts";

/** Shows what is indexed, as it is indexed. */
export function createLibrary(index: SectionIndex): Library {
  let revision = -1;
  let byId: ReadonlyMap<string, Article> = new Map();
  // The index sorts its articles whenever it is asked: once per revision is enough.
  const articles = () => {
    if (revision !== index.revision()) {
      byId = new Map(index.articles().map((article) => [article.id, article]));
      revision = index.revision();
    }
    return byId;
  };
  return {
    articles: async () => [...articles().values()].map(summaryOf),
    async section(articleId, sectionId) {
      const article = articles().get(articleId);
      const section = article?.sections.find(({ id }) => id === sectionId);
      return article && section ? { article: summaryOf(article), section } : null;
    },
  };
}

function summaryOf(article: Article): ArticleSummary {
  const { id, title, source, url, publishedAt, lang } = article;
  const sections = article.sections.map((section) => ({
    id: section.id,
    headingPath: section.headingPath,
    empty: sectionsWithText(article, section).length === 0,
  }));
  return { id, title, source, url, publishedAt, lang, sections };
}
