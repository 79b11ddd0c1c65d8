import type { RankedSection } from "../search/rank-sections.ts";
import type { Candidate } from "./rank-sentences.ts";

/** How far sections follow their sentences: set where both sets of docs/quality.md gain. */
const BY_SENTENCES = 0.6;
/** A section says at least so much, in the logarithm of its share. */
const LEAST = -12;

/**
 * Sections in the order of their score and the logarithm of what their sentences' scores make of the best one's (log-sum-exp):
 * which paragraph answers shows in the sentence that does. A section that was not read for sentences counts as the least of
 * those that were.
 */
export function orderSections(ranked: readonly RankedSection[], candidates: readonly Candidate[]): RankedSection[] {
  const best = candidates[0]?.score;
  if (best === undefined) return [...ranked];
  const said = new Map<string, number>();
  for (const { hit, score } of candidates) {
    said.set(hit.section.id, (said.get(hit.section.id) ?? 0) + Math.exp(score - best));
  }
  const least = Math.min(1, ...said.values());
  return ranked
    .map((hit) => {
      const sentences = BY_SENTENCES * Math.max(LEAST, Math.log(said.get(hit.section.id) ?? least));
      return { ...hit, parts: { ...hit.parts, sentences }, score: hit.score + sentences };
    })
    .sort((a, b) => b.score - a.score);
}
