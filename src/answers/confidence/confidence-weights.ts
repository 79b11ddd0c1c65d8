import type { FittedFeatures } from "./confidence-feature-names.ts";

// Made by src/cli/fit-confidence.ts; do not edit. Numbers fitted on questions of KorQuAD 1.0 dev (CC BY-ND 2.0 KR, articles at
// even places) and of a set on welfare services; no text of either is here.

/** What the sum begins with. */
export const CONFIDENCE_BASE = -5.277;

/** What each feature adds to the sum. */
export const CONFIDENCE_WEIGHTS: FittedFeatures = {
  "share of terms": 2.119,
  "terms in heading": 1.697,
  lead: 3.12,
  "words around": 1.251,
  "rare words near": 3.924,
  "common run": 2.735,
  "numbers missing": -0.857,
  "happenings missing": -1.932,
  "rarity of words": -4.822,
  "number of words": 0.724,
};
