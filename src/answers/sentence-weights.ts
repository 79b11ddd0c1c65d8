import type { SentenceFeatures } from "./sentence-feature-names.ts";

// Made by src/cli/fit-sentences.ts; do not edit. Numbers fitted on questions of KorQuAD 1.0 dev (CC BY-ND 2.0 KR, articles
// at even places); no text of it is here.

/** What each feature adds to a sentence's score. */
export const SENTENCE_WEIGHTS: SentenceFeatures = {
  "rare terms": 2.317,
  "last words": 1.188,
  "longest run": 0.093,
  "words around": 3.247,
  "words under heading": 1.666,
  "what is wanted": 3.667,
  person: 0.958,
  date: 2.089,
  title: 3.416,
  "kind of concept": 2.238,
  "new number": 2.218,
  unit: 3.741,
  "section score": 0.254,
  "share of best section": 3.653,
  brevity: 0.568,
  "early place": 0.3,
  gloss: 0.425,
};
