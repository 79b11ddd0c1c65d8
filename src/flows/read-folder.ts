import type { Article } from "../documents/article.ts";
import { parseDocument } from "../documents/parse-document.ts";
import type { ArticleSource } from "../ports/article-source.ts";

/** Every article of a source, without storing any; what is no document is left out. */
export async function readFolder(source: ArticleSource): Promise<Article[]> {
  const articles: Article[] = [];
  for (const path of (await source.list()).paths) {
    const read = parseDocument(await source.read(path), { articleId: path, source: source.origin.name, path });
    if (read.article) articles.push(read.article);
  }
  return articles;
}
