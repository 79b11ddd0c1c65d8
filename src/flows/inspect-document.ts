import { type ParsedDocument, parseDocument } from "../documents/parse-document.ts";
import type { ArticleSource } from "../ports/article-source.ts";

/** Reads the first document of a source as an ingest would, and stores nothing. */
export async function inspectDocument(source: ArticleSource): Promise<ParsedDocument> {
  const [path] = source.oneDocument ? (await source.list()).paths : [];
  if (path === undefined) {
    return { article: null, warnings: [`"${source.origin.location}" is a folder. Name one file.`] };
  }
  return parseDocument(await source.read(path), { articleId: path, source: source.origin.name, path });
}
