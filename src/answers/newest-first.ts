import type { Candidate } from "./rank-sentences.ts";

/** One of a newer article that is this likely, compared with the first, is read before it. */
const AS_LIKELY = 0.5;

/** Where articles of different days say it nearly as well as the first, the newest is read first. */
export function newestFirst(candidates: readonly Candidate[]): Candidate[] {
  const likely = AS_LIKELY * (candidates[0]?.likelihood ?? 0);
  const comesFirst = (a: Candidate, b: Candidate) => isNewer(a, b) && a.likelihood >= likely;
  return [...candidates].sort((a, b) => (comesFirst(b, a) ? 1 : comesFirst(a, b) ? -1 : 0));
}

/** Both articles say when they were published, and the first one later. */
function isNewer({ hit: { article } }: Candidate, { hit: { article: other } }: Candidate): boolean {
  if (article.publishedAt === null || other.publishedAt === null) return false;
  return Date.parse(article.publishedAt) > Date.parse(other.publishedAt);
}
