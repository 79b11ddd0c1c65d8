import type { Judge } from "../confidence/judge.ts";
import { logOdds } from "../confidence/log-odds.ts";
import type { Candidate } from "../sentences/rank-sentences.ts";

const MOST_PLACES = 3;
/** Of the best section's score. */
const SCORE_SHARE = 0.92;
/** Of the best sentence's likelihood. */
const LIKELIHOOD_SHARE = 0.15;
/** Between the log odds of two sentences. */
const NEARLY_AS_SURE = 0.4;

/**
 * The sentences that answer nearly as well as the best one in sections found nearly as well, one of each section, up to
 * two; sections under one heading of one article are one place. None where the best one stands out.
 */
export function sideBySide(best: Candidate, candidates: readonly Candidate[], judge: Judge): Candidate[] {
  const least = logOdds(judge(best).confidence) - NEARLY_AS_SURE;
  const taken = new Set([placeOf(best)]);
  const beside: Candidate[] = [];
  for (const candidate of candidates) {
    if (beside.length === MOST_PLACES - 1) break;
    if (candidate.likelihood < LIKELIHOOD_SHARE * best.likelihood) break;
    if (candidate.hit.score < SCORE_SHARE * best.hit.score || taken.has(placeOf(candidate))) continue;
    if (logOdds(judge(candidate).confidence) < least) continue;
    taken.add(placeOf(candidate));
    beside.push(candidate);
  }
  return beside;
}

function placeOf({ hit: { article, section } }: Candidate): string {
  return [article.id, ...section.headingPath].join("\n");
}
