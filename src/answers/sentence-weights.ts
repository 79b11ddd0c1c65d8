import type { SentenceFeatures } from "./sentence-feature-names.ts";

// Made by src/cli/fit-sentences.ts; do not edit. Numbers fitted on questions of KorQuAD 1.0 dev (CC BY-ND 2.0 KR, articles
// at even places); no text of it is here.

/** What each feature adds to a sentence's score. */
export const SENTENCE_WEIGHTS: SentenceFeatures = {
  "rare terms": 1.327,
  "terms beside heading": 1.144,
  "last words": 1.07,
  "longest run": 0.093,
  "words around": 3.307,
  "words under heading": 1.907,
  "what is wanted": 3.689,
  person: 0.908,
  date: 1.885,
  title: 3.293,
  "kind of concept": 2.129,
  "new number": 2.318,
  unit: 3.807,
  "section score": 0.24,
  "share of best section": 3.686,
  brevity: 0.597,
  "early place": 0.253,
  gloss: 0.439,
};
