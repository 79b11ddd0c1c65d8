import type { Lexicon } from "../text/lexicon.ts";
import { FEATURES, type SectionFeatures } from "./feature-names.ts";
import type { SectionQuery } from "./query.ts";
import { FEATURE_WEIGHTS } from "./ranking-weights.ts";
import { readSaid, type SaidWords } from "./said-words.ts";
import { featuresOf, meanLengths, readAsked } from "./section-features.ts";
import type { FoundSections, SectionHit } from "./section-index.ts";
import { readSection } from "./section-reading.ts";

/** A section with what it was ranked by. */
export interface RankedSection extends SectionHit {
  /** Both are null where the section was not read closely. */
  readonly features: SectionFeatures | null;
  /** Of the words of the question. */
  readonly said: SaidWords | null;
}

/** How many sections are read closely; further down the index's own order stays. */
export const DEPTH = 20;

/**
 * Sections in the order of a weighted sum of what they say of the question (section-features.ts), its weights fitted on
 * question sets (docs/quality.md).
 */
export function rankSections(query: SectionQuery, found: FoundSections, lexicon: Lexicon): RankedSection[] {
  const near = found.hits.slice(0, DEPTH);
  const bestInIndex = near[0]?.score || 1;
  const readings = near.map(({ article, section }) => readSection(article.title, section, lexicon));
  const asked = readAsked(query, found.rarity);
  const mean = meanLengths(readings);

  const ranked = near.flatMap((hit, place): RankedSection[] => {
    const reading = readings[place];
    if (!reading) return [];
    const said = readSaid(query.words, reading);
    const features = featuresOf(asked, reading, said, hit.score / bestInIndex, mean);
    let score = 0;
    for (const name of FEATURES) score += FEATURE_WEIGHTS[name] * features[name];
    return [{ ...hit, features, said, score }];
  });
  ranked.sort((a, b) => b.score - a.score);

  const least = ranked.at(-1)?.score ?? 1;
  const lastInIndex = near.at(-1)?.score || 1;
  const rest = found.hits.slice(DEPTH);
  return [
    ...ranked,
    ...rest.map((hit) => ({ ...hit, features: null, said: null, score: (least * hit.score) / lastInIndex })),
  ];
}

/** What a section's score is the sum of, by name; empty where it was not read closely. */
export function partsOf({ features }: RankedSection): Readonly<Record<string, number>> {
  if (features === null) return {};
  return Object.fromEntries(FEATURES.map((name) => [name, FEATURE_WEIGHTS[name] * features[name]]));
}
