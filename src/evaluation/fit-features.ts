import { FEATURES, type SectionFeatures } from "../search/feature-names.ts";
import { withPull } from "../search/query.ts";
import { READ_CLOSELY } from "../search/rank-sections.ts";
import { readSaid } from "../search/said-words.ts";
import { featuresOf, meanLengths, readAsked } from "../search/section-features.ts";
import { readSection } from "../search/section-reading.ts";
import type { Lexicon } from "../text/lexicon.ts";
import type { AskedOne } from "./asked-set.ts";
import { type FeatureList, fitListwise, orderBy } from "./fit-listwise.ts";
import type { Pulls } from "./fit-pull.ts";

/** The candidates of a question as the ranking sees them, in the index's order. */
export function featureListOf(
  { question: { query }, relevant, index }: AskedOne,
  pulls: Pulls,
  lexicon: Lexicon,
): FeatureList {
  const pulled = withPull(query, (mark) => pulls.get(mark) ?? 0);
  const found = index.find(pulled, READ_CLOSELY);
  const best = found.hits[0]?.score || 1;
  const readings = found.hits.map(({ article, section }) => readSection(article, section, lexicon));
  const asked = readAsked(pulled, found.rarity);
  const mean = meanLengths(readings);
  return {
    relevant: found.hits.map(({ section }) => relevant.includes(section.id)),
    features: readings.map((reading, place) => {
      const features = featuresOf(
        asked,
        reading,
        readSaid(pulled.words, reading),
        (found.hits[place]?.score ?? 0) / best,
        mean,
      );
      return FEATURES.map((name) => features[name]);
    }),
  };
}

/** Weights, none below 0, that bring relevant sections forward. */
export function fitFeatures(lists: readonly FeatureList[]): SectionFeatures {
  const weights = fitListwise(lists, FEATURES.length);
  return Object.fromEntries(FEATURES.map((name, each) => [name, weights[each] ?? 0])) as SectionFeatures;
}

/** The place of the first relevant section from 1, or 0 where none was found. */
export function rankBy(list: FeatureList, weights: SectionFeatures): number {
  const order = orderBy(
    list,
    FEATURES.map((name) => weights[name]),
  );
  return order.findIndex((place) => list.relevant[place]) + 1;
}
