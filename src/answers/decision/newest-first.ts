import type { Judged } from "../confidence/best-candidate.ts";
import type { Candidate } from "../sentences/rank-sentences.ts";

/** One of a newer article that is this likely, compared with the first, is read before it. */
const AS_LIKELY = 0.5;

/** The same where it is asked how things are now. */
const AS_LIKELY_NOW = 0.1;

/**
 * Where articles of different days say it nearly as well as the first, the newest is read first. `isNow`: it is asked how things
 * are now.
 */
export function newestFirst(candidates: readonly Candidate[], isNow: boolean): Candidate[] {
  const likely = (isNow ? AS_LIKELY_NOW : AS_LIKELY) * (candidates[0]?.likelihood ?? 0);
  const comesFirst = (a: Candidate, b: Candidate) => isNewer(a, b) && a.likelihood >= likely;
  return [...candidates].sort((a, b) => (comesFirst(b, a) ? 1 : comesFirst(a, b) ? -1 : 0));
}

/** How sure, compared with the best one, what is newer must be. */
const AS_SURE = 0.9;

/** With the newest of those that are about as sure as the first and no less of what is wanted: how things are now it knows best. */
export function withNewest(
  chosen: readonly Candidate[],
  judged: readonly Judged[],
  most: number,
): readonly Candidate[] {
  const [best] = judged;
  if (best === undefined) return chosen;
  const { candidate: first } = best;
  const newer = judged
    .filter(
      ({ candidate, confidence }) =>
        confidence >= AS_SURE * best.confidence &&
        candidate.likelihood >= AS_LIKELY_NOW * first.likelihood &&
        (candidate.statesWanted ?? 0) >= (first.statesWanted ?? 0) &&
        !candidate.ofAnother,
    )
    .map(({ candidate }) => candidate);
  const dated = newer.filter(({ hit: { article } }) => article.publishedAt !== null);
  const newest = dated.reduce((one, other) => (isNewer(other, one) ? other : one), dated[0] ?? first);
  return chosen.includes(newest) ? chosen : [...chosen.slice(0, most - 1), newest];
}

/** Both articles say when they were published, and the first one later. */
function isNewer({ hit: { article } }: Candidate, { hit: { article: other } }: Candidate): boolean {
  if (article.publishedAt === null || other.publishedAt === null) return false;
  return Date.parse(article.publishedAt) > Date.parse(other.publishedAt);
}
