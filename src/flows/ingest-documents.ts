import { contentHash } from "../documents/content-hash.ts";
import { parseDocument } from "../documents/parse-document.ts";
import type { ArticleSource } from "../ports/article-source.ts";
import type { ArticleStore, IncomingArticle } from "../ports/article-store.ts";

export interface IngestReport {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
  /** Documents that could not be read; an article of theirs that was read before stays. */
  readonly failed: number;
  readonly sections: number;
  /** Each once, in the order met. */
  readonly warnings: readonly string[];
}

export interface IngestOptions {
  /** The id of the article at a path within the origin. */
  readonly articleId: (path: string) => string;
  /** Called after each document. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Small enough for one short transaction, large enough to share the cost of one commit. */
const COMMIT_SIZE = 100;

/**
 * Reads a source into the store: new and changed documents get revisions, vanished ones are removed, unchanged ones
 * are left alone. Nothing is removed where some part could not be listed, or where there is no document at all. What
 * was committed stays when a later document fails. Safe to run twice.
 */
export async function ingestDocuments(
  source: ArticleSource,
  store: ArticleStore,
  { articleId, onProgress }: IngestOptions,
): Promise<IngestReport> {
  const { origin } = source;
  const { paths, unlisted } = await source.list();
  const known = await store.contentHashes(origin.name);
  const warnings = new Set(unlisted);
  const seen = new Set<string>();
  const counts = { added: 0, changed: 0, unchanged: 0, failed: 0, sections: 0 };
  let batch: IncomingArticle[] = [];

  for (const [index, path] of paths.entries()) {
    const id = articleId(path);
    seen.add(id);
    const incoming = await readArticle(source, path, id, known.get(id), warnings);
    if (incoming === "failed") counts.failed++;
    else if (incoming === "unchanged") counts.unchanged++;
    else {
      if (known.has(id)) counts.changed++;
      else counts.added++;
      counts.sections += incoming.article.sections.length;
      batch.push(incoming);
    }
    if (batch.length === COMMIT_SIZE) {
      await store.commit(origin, batch, []);
      batch = [];
    }
    onProgress?.(index + 1, paths.length);
  }
  if (source.complete && paths.length === 0 && known.size > 0) {
    // More often a disk that is not there than a folder that was emptied.
    if (unlisted.length === 0)
      warnings.add(`"${origin.location}" holds no files; ${known.size} articles stay. Is a disk missing?`);
    return { ...counts, removed: 0, warnings: [...warnings] };
  }
  const isWhole = source.complete && unlisted.length === 0;
  const removed = isWhole ? [...known.keys()].filter((id) => !seen.has(id)) : [];
  await store.commit(origin, batch, removed);
  return { ...counts, removed: removed.length, warnings: [...warnings] };
}

async function readArticle(
  source: ArticleSource,
  path: string,
  articleId: string,
  knownHash: string | undefined,
  warnings: Set<string>,
): Promise<IncomingArticle | "failed" | "unchanged"> {
  let bytes: Uint8Array;
  try {
    bytes = await source.read(path);
  } catch (error) {
    warnings.add(error instanceof Error ? error.message : String(error));
    return "failed";
  }
  const document = { articleId, source: source.origin.name, path };
  const hash = contentHash(bytes, document);
  if (hash === knownHash) return "unchanged";
  const parsed = parseDocument(bytes, document);
  for (const warning of parsed.warnings) warnings.add(warning);
  return parsed.article ? { article: parsed.article, contentHash: hash } : "failed";
}
