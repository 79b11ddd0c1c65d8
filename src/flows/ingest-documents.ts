import { contentHash } from "../documents/content-hash.ts";
import type { ArticleSource, SourceChange } from "../ports/article-source.ts";
import type { ArticleStore, IncomingArticle } from "../ports/article-store.ts";
import type { Telling } from "../ports/audience.ts";
import type { DocumentReader } from "../ports/document-reader.ts";
import { messageOf } from "../text/thrown.ts";

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
  /** Absent where nobody is told of anything. */
  readonly telling?: Telling | undefined;
  /** Called after each document. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Small enough for one short transaction, large enough to share the cost of one commit. */
const COMMIT_SIZE = 100;

interface Target {
  readonly store: ArticleStore;
  readonly reader: DocumentReader;
}

/**
 * Reads a source into the store: new and changed documents get revisions, vanished ones are removed, unchanged ones
 * are left alone. Nothing is removed where some part could not be listed, or where there is no document at all. What
 * was committed stays when a later document fails. Safe to run twice.
 */
export async function ingestDocuments(
  source: ArticleSource,
  target: Target,
  options: IngestOptions,
): Promise<IngestReport> {
  const { origin } = source;
  const { paths, unlisted } = await source.list();
  const known = await target.store.contentHashes(origin.name);
  if (source.complete && paths.length === 0 && known.size > 0) {
    const warnings = unlisted.length === 0 ? [emptiedWarning(origin.location, known.size)] : unlisted;
    return { ...NOTHING, warnings };
  }
  const isWhole = source.complete && unlisted.length === 0;
  const seen = new Set(paths.map(options.articleId));
  const removedIds = isWhole ? [...known.keys()].filter((id) => !seen.has(id)) : [];
  const report = await ingest(source, target, options, { paths, removedIds, known, unlisted });
  const holdsNone = !source.oneDocument && known.size === 0 && report.added === 0;
  return holdsNone ? { ...report, warnings: [...report.warnings, nothingReadable(origin.location)] } : report;
}

/** Reads what may have changed in a source, and removes what is really gone. Safe to run twice. */
export async function ingestChange(
  source: ArticleSource,
  target: Target,
  options: IngestOptions,
  { changed, removed }: SourceChange,
): Promise<IngestReport> {
  const known = await target.store.contentHashes(source.origin.name);
  const gone = new Set(removed);
  const unlisted: string[] = [];
  if (removed.length > 0) {
    const listing = await source.list();
    if (listing.unlisted.length > 0 || listing.paths.length === 0) gone.clear();
    if (listing.paths.length === 0) unlisted.push(emptiedWarning(source.origin.location, known.size));
    for (const path of listing.paths) gone.delete(path);
  }
  const removedIds = [...gone].map(options.articleId).filter((id) => known.has(id));
  return ingest(source, target, options, { paths: changed, removedIds, known, unlisted });
}

const NOTHING: IngestReport = {
  added: 0,
  changed: 0,
  unchanged: 0,
  removed: 0,
  failed: 0,
  sections: 0,
  warnings: [],
};

function nothingReadable(location: string): string {
  return `"${location}" has no documents that can be read. These can: Markdown, HTML and text, in UTF-8, UTF-16 or CP949.`;
}

/** More often a disk that is not there than a folder that was emptied. */
function emptiedWarning(location: string, articles: number): string {
  return `"${location}" holds no files; ${articles} articles stay. Is a disk missing?`;
}

interface Work {
  readonly paths: readonly string[];
  readonly removedIds: readonly string[];
  /** Content hash by article id. */
  readonly known: ReadonlyMap<string, string>;
  readonly unlisted: readonly string[];
}

async function ingest(
  source: ArticleSource,
  { store, reader }: Target,
  { articleId, telling, onProgress }: IngestOptions,
  { paths, removedIds, known, unlisted }: Work,
): Promise<IngestReport> {
  const { origin } = source;
  const warnings = new Set(unlisted);
  const counts = { added: 0, changed: 0, unchanged: 0, failed: 0, sections: 0 };
  let batch: IncomingArticle[] = [];
  for (const [index, path] of paths.entries()) {
    const id = articleId(path);
    const incoming = await readArticle(source, reader, { path, id, knownHash: known.get(id) }, warnings);
    if (incoming === "failed") counts.failed++;
    else if (incoming === "unchanged") counts.unchanged++;
    else {
      if (known.has(id)) counts.changed++;
      else counts.added++;
      counts.sections += incoming.article.sections.length;
      batch.push(incoming);
    }
    if (batch.length === COMMIT_SIZE) {
      await store.commit(origin, batch, [], telling);
      batch = [];
    }
    onProgress?.(index + 1, paths.length);
  }
  await store.commit(origin, batch, removedIds, telling);
  return { ...counts, removed: removedIds.length, warnings: [...warnings] };
}

interface Wanted {
  readonly path: string;
  /** The article's. */
  readonly id: string;
  readonly knownHash: string | undefined;
}

async function readArticle(
  source: ArticleSource,
  reader: DocumentReader,
  { path, id, knownHash }: Wanted,
  warnings: Set<string>,
): Promise<IncomingArticle | "failed" | "unchanged"> {
  let bytes: Uint8Array;
  try {
    bytes = await source.read(path);
  } catch (error) {
    warnings.add(messageOf(error));
    return "failed";
  }
  const document = { articleId: id, source: source.origin.name, path };
  const hash = contentHash(bytes, document);
  if (hash === knownHash) return "unchanged";
  const read = await reader.document(bytes, document);
  for (const warning of read.warnings) warnings.add(warning);
  return read.article ? { article: read.article, contentHash: hash } : "failed";
}
