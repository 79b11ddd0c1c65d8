import type { RankedSection } from "../../search/rank-sections.ts";
import type { Candidate } from "../sentences/rank-sentences.ts";

/** A section where its sentences have had their say. */
export interface OrderedSection extends RankedSection {
  /** What they add to its score. */
  readonly bySentences: number;
}

/** How far sections follow their sentences: set where both sets of docs/quality.md gain. */
const BY_SENTENCES = 0.5;
/** That logarithm counts as no less. */
const LEAST = -12;

/**
 * Sections in the order of their score and the logarithm of their sentences' likelihood, as many times that of the best one:
 * which paragraph answers shows in the sentence that does. A section that was not read for sentences counts as the least of
 * those that were.
 */
export function orderSections(ranked: readonly RankedSection[], candidates: readonly Candidate[]): OrderedSection[] {
  const best = candidates[0]?.likelihood;
  if (best === undefined) return ranked.map((hit) => ({ ...hit, bySentences: 0 }));
  const said = new Map<string, number>();
  for (const { hit, likelihood } of candidates) {
    said.set(hit.section.id, (said.get(hit.section.id) ?? 0) + likelihood / best);
  }
  const least = Math.min(1, ...said.values());
  return ranked
    .map((hit) => {
      const bySentences = BY_SENTENCES * Math.max(LEAST, Math.log(said.get(hit.section.id) ?? least));
      return { ...hit, bySentences, score: hit.score + bySentences };
    })
    .sort((a, b) => b.score - a.score);
}
