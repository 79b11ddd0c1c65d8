import type { SentenceFeatures } from "./sentence-feature-names.ts";

// Made by src/cli/fit-sentences.ts; do not edit. Numbers fitted on questions of KorQuAD 1.0 dev (CC BY-ND 2.0 KR, articles
// at even places); no text of it is here.

/** What each feature adds to a sentence's score. */
export const SENTENCE_WEIGHTS: SentenceFeatures = {
  "rare terms": 1.222,
  "terms beside heading": 1.222,
  "last words": 1.088,
  "longest run": 0.097,
  "words around": 3.6,
  "words under heading": 1.801,
  "what is wanted": 3.703,
  person: 0.961,
  date: 1.889,
  title: 3.282,
  "kind of concept": 2.18,
  "new number": 2.347,
  unit: 4.027,
  "section score": 0.267,
  "share of best section": 3.633,
  brevity: 0.584,
  "early place": 0.255,
  gloss: 0.433,
};
