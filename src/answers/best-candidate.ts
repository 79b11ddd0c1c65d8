import type { Judge, Judgement } from "./judge.ts";
import type { Candidate } from "./rank-sentences.ts";

/** How many of the likeliest sentences are judged. */
const JUDGED = 5;

export interface Judged extends Judgement {
  readonly candidate: Candidate;
}

/** The likeliest sentences, best first by what was fitted and what is judged: either alone trusts some that say nothing. */
export function judgeBest(candidates: readonly Candidate[], judge: Judge): Judged[] {
  const judged = candidates.slice(0, JUDGED).map((candidate) => ({ ...judge(candidate), candidate }));
  return judged.sort((a, b) => worth(b) - worth(a));
}

/** Larger where a sentence more likely answers; of the likeliest ones together, its share is about how likely. */
export function worth({ candidate, confidence }: Judged): number {
  return candidate.likelihood * confidence;
}
