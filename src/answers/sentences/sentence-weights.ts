import type { SentenceFeatures } from "./sentence-feature-names.ts";

// Made by src/cli/fit-sentences.ts; do not edit. Numbers fitted on questions of KorQuAD 1.0 dev (CC BY-ND 2.0 KR, articles
// at even places); no text of it is here.

/** What each feature adds to a sentence's score. */
export const SENTENCE_WEIGHTS: SentenceFeatures = {
  "rare terms": 2.254,
  "last words": 1.184,
  "longest run": 0.095,
  "words around": 3.265,
  "words under heading": 1.722,
  "what is wanted": 3.731,
  person: 0.996,
  date: 2.038,
  title: 3.42,
  "kind of concept": 2.231,
  "new number": 2.228,
  unit: 3.725,
  "section score": 0.254,
  "share of best section": 3.678,
  brevity: 0.575,
  "early place": 0.299,
  gloss: 0.409,
};
