import type { Selectable } from "kysely";
import type { IncomingArticle } from "../../src/ports/article-store.ts";
import type { ArticlesTable } from "./tables.ts";
import { wellFormedJson } from "./well-formed-json.ts";

export type Article = IncomingArticle["article"];
export type ArticleRow = Selectable<ArticlesTable>;

/** The row of an article as it stands; text that is not valid Unicode is repaired (U+FFFD), as no database keeps it. */
export function rowOfArticle(origin: string, incoming: IncomingArticle, revision: number): ArticleRow {
  const { article, contentHash } = incoming;
  return {
    id: article.id.toWellFormed(),
    origin,
    content_hash: contentHash,
    revision,
    removed: 0,
    source: article.source.toWellFormed(),
    section_count: article.sections.length,
    block_count: article.sections.reduce((count, section) => count + section.fingerprints.length, 0),
    title: article.title.toWellFormed(),
    url: article.url?.toWellFormed() ?? null,
    published_at: article.publishedAt,
    lang: article.lang,
    categories: wellFormedJson(article.categories),
    sections: wellFormedJson(article.sections),
  };
}

/** Beside its id, origin and source nothing stays of a removed article; the caller adds the revision. */
export const emptied = {
  content_hash: "",
  removed: 1,
  section_count: 0,
  block_count: 0,
  title: "",
  url: null,
  published_at: null,
  lang: "und",
  categories: "[]",
  sections: "[]",
} satisfies Partial<ArticleRow>;

export function articleOfRow(row: ArticleRow): Article {
  return {
    id: row.id,
    source: row.source,
    title: row.title,
    url: row.url,
    categories: JSON.parse(row.categories),
    publishedAt: row.published_at,
    lang: row.lang as Article["lang"],
    sections: sectionsOfRow(row),
  };
}

export function sectionsOfRow(row: Pick<ArticleRow, "sections">): Article["sections"] {
  return JSON.parse(row.sections);
}
