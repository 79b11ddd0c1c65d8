import type { Candidate } from "../sentences/rank-sentences.ts";
import type { Judge, Judgement } from "./judge.ts";
import { SURE_FROM } from "./threshold.ts";

/** How many of the likeliest sentences are judged. */
const JUDGED = 5;

export interface Judged extends Judgement {
  readonly candidate: Candidate;
}

/**
 * The likeliest sentences, best first by what was fitted and what is judged: either alone trusts some that say nothing. Where the
 * best one lacks what is wanted and is unsure for that, one of the same article that states it and is sure comes first; and so does
 * one whose heading or column calls what is asked for, however surely the best one is of the matter.
 */
export function judgeBest(candidates: readonly Candidate[], judge: Judge): Judged[] {
  const judged = candidates.slice(0, JUDGED).map((candidate) => ({ ...judge(candidate), candidate }));
  judged.sort((a, b) => worth(b) - worth(a));
  const [best] = judged;
  if (best === undefined || best.candidate.statesWanted !== 0) return judged;
  const { article } = best.candidate.hit;
  const sure = judged.find(
    ({ candidate, confidence }) =>
      candidate.statesWanted === 1 &&
      confidence >= SURE_FROM &&
      candidate.hit.article === article &&
      (best.confidence < SURE_FROM || candidate.isCalled),
  );
  return sure === undefined ? judged : [sure, ...judged.filter((each) => each !== sure)];
}

/** Larger where a sentence more likely answers; of the likeliest ones together, its share is about how likely. */
export function worth({ candidate, confidence }: Judged): number {
  return candidate.likelihood * confidence;
}
