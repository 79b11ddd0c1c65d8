import type { Lexicon } from "../text/lexicon.ts";
import { FEATURES, type SectionFeatures } from "./feature-names.ts";
import type { SectionQuery } from "./query.ts";
import { FEATURE_WEIGHTS } from "./ranking-weights.ts";
import { readSaid, type SaidWords } from "./said-words.ts";
import { featuresOf, meanLengths, readAsked } from "./section-features.ts";
import type { FindOptions, FoundSections, SectionHit } from "./section-index.ts";
import { readSection } from "./section-reading.ts";

/** A section with what it was ranked by. */
export interface RankedSection extends SectionHit {
  readonly features: SectionFeatures;
  /** Of the words of the question. */
  readonly said: SaidWords;
}

/**
 * The sections that are read closely. Further down, or with less of the index's score, hardly one answers, and reading takes
 * most of a question's time (docs/quality.md).
 */
export const READ_CLOSELY: FindOptions = { limit: 20, tail: { from: 6, leastShare: 0.45 } };

/**
 * Sections in the order of a weighted sum of what they say of the question (section-features.ts), its weights fitted on
 * question sets (docs/quality.md).
 */
export function rankSections(query: SectionQuery, found: FoundSections, lexicon: Lexicon): RankedSection[] {
  const bestInIndex = found.hits[0]?.score || 1;
  const readings = found.hits.map(({ article, section }) => readSection(article, section, lexicon));
  const asked = readAsked(query, found.rarity);
  const mean = meanLengths(readings);

  const ranked = found.hits.flatMap((hit, place): RankedSection[] => {
    const reading = readings[place];
    if (!reading) return [];
    const said = readSaid(query.words, reading);
    const features = featuresOf(asked, reading, said, hit.score / bestInIndex, mean);
    let score = 0;
    for (const name of FEATURES) score += FEATURE_WEIGHTS[name] * features[name];
    return [{ ...hit, features, said, score }];
  });
  return ranked.sort((a, b) => b.score - a.score);
}

/** What a section's score is the sum of, by name. */
export function partsOf({ features }: RankedSection): Readonly<Record<string, number>> {
  return Object.fromEntries(FEATURES.map((name) => [name, FEATURE_WEIGHTS[name] * features[name]]));
}
