import type { FittedFeatures } from "./confidence-feature-names.ts";

// Made by src/cli/fit-confidence.ts; do not edit. Numbers fitted on questions of KorQuAD 1.0 dev (CC BY-ND 2.0 KR, articles at
// even places) and of a set on welfare services; no text of either is here.

/** What the sum begins with. */
export const CONFIDENCE_BASE = -5.086;

/** What each feature adds to the sum. */
export const CONFIDENCE_WEIGHTS: FittedFeatures = {
  "share of terms": 2.032,
  "terms in heading": 1.814,
  lead: 3.037,
  "words around": 1.676,
  "rare words near": 2.833,
  "common run": 2.401,
  "numbers missing": -1.001,
  "happenings missing": -2.143,
  "rarity of words": -3.455,
  "number of words": 0.692,
};
