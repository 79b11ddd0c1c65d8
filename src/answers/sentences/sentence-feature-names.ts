/**
 * What the order of sentences is computed from, each under the part of the score that it belongs to. Each is larger
 * where a sentence more likely answers.
 */
export const SENTENCE_FEATURES = {
  "rare terms": "sentence",
  "last words": "sentence",
  "longest run": "sentence",
  "words around": "context",
  "words under heading": "context",
  "what is wanted": "wanted",
  person: "wanted",
  date: "wanted",
  title: "wanted",
  "kind of concept": "wanted",
  "new number": "wanted",
  unit: "wanted",
  "section score": "section",
  "share of best section": "section",
  brevity: "form",
  "early place": "form",
  gloss: "form",
} as const;

export type SentenceFeature = keyof typeof SENTENCE_FEATURES;

export type SentenceFeatures = Readonly<Record<SentenceFeature, number>>;

/** Parts of a sentence's score. */
export type SentencePart = (typeof SENTENCE_FEATURES)[SentenceFeature];

export const SENTENCE_FEATURE_NAMES = Object.keys(SENTENCE_FEATURES) as SentenceFeature[];
