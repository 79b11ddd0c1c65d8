import type { SentenceFeatures } from "./sentence-feature-names.ts";

// Made by src/cli/fit-sentences.ts; do not edit. Numbers fitted on questions of KorQuAD 1.0 dev (CC BY-ND 2.0 KR, articles
// at even places); no text of it is here.

/** What each feature adds to a sentence's score. */
export const SENTENCE_WEIGHTS: SentenceFeatures = {
  "rare terms": 1.217,
  "terms beside heading": 1.223,
  "last words": 1.076,
  "longest run": 0.099,
  "words around": 3.411,
  "words under heading": 1.934,
  "what is wanted": 3.632,
  person: 0.984,
  date: 1.864,
  title: 3.355,
  "kind of concept": 2.153,
  "new number": 2.307,
  unit: 4.043,
  "section score": 0.269,
  "share of best section": 3.553,
  brevity: 0.592,
  "early place": 0.251,
  gloss: 0.442,
};
