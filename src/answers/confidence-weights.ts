import type { FittedFeatures } from "./confidence-feature-names.ts";

// Made by src/cli/fit-confidence.ts; do not edit. Numbers fitted on questions of KorQuAD 1.0 dev (CC BY-ND 2.0 KR, articles at
// even places) and of a set on welfare services; no text of either is here.

/** What the sum begins with. */
export const CONFIDENCE_BASE = -4.914;

/** What each feature adds to the sum. */
export const CONFIDENCE_WEIGHTS: FittedFeatures = {
  "share of terms": 2.015,
  "terms in heading": 1.665,
  lead: 3.117,
  "words around": 1.392,
  "rare words near": 3.502,
  "common run": 2.522,
  "numbers missing": -0.877,
  "happenings missing": -1.973,
  "rarity of words": -4.692,
  "number of words": 0.681,
};
