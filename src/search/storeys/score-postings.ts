import { FIELDS } from "../index-options.ts";
import {
  DISTANCE_FOLLOWS,
  DISTANCE_SHIFT,
  FIELD_MASK,
  FREQUENCY_BITS,
  FREQUENCY_FOLLOWS,
  FREQUENCY_MASK,
} from "./postings.ts";
import type { Scoring } from "./scoring.ts";
import type { Segment } from "./segment.ts";
import type { Sums } from "./sums.ts";

/**
 * Adds what one term is worth to each section that holds it; `place`: the term's among those asked for. Most of a
 * question's time goes by here, so it reads the postings itself: `readPostings` and its calls take a fifth longer.
 */
export function addScores(
  segment: Segment,
  term: number,
  { weights, saturation }: Scoring,
  place: number,
  sums: Sums,
): void {
  const { starts, postings, lengths, sections } = segment;
  const { scores, matchedTerms } = sums;
  const firstWeight = place * FIELDS.length;
  const to = starts[term + 1] as number;
  let section = -1;
  for (let at = starts[term] as number; at < to; ) {
    const entry = postings[at++] as number;
    let distance = entry >>> DISTANCE_SHIFT;
    if (distance === DISTANCE_FOLLOWS) {
      distance = (postings[at] as number) + (postings[at + 1] as number) * 0x10000;
      at += 2;
    }
    let frequency = entry & FREQUENCY_MASK;
    if (frequency === FREQUENCY_FOLLOWS) frequency = postings[at++] as number;
    if (distance > 0) {
      section += distance;
      matchedTerms[section] = (matchedTerms[section] as number) + 1;
    }
    const field = (entry >>> FREQUENCY_BITS) & FIELD_MASK;
    const length = lengths[field * sections + section] as number;
    const worth = (weights[firstWeight + field] as number) * saturation.of(field, frequency, length);
    scores[section] = (scores[section] as number) + worth;
  }
}
