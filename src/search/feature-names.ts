/**
 * What the order of sections is computed from, by name. Words and terms count by pull times rarity; "share" is of all that
 * the question asks. Each is 0 where the section says nothing of it.
 */
export const FEATURES = [
  "index",
  "terms in body",
  "terms in heading",
  "terms by coverage",
  "share of terms",
  "terms of heading asked",
  "terms in one sentence",
  "share of terms in two sentences",
  "words in heading",
  "share of words",
  "words in one sentence",
  "share of words in two sentences",
  "words at the start",
  "neighbours in body",
  "neighbours in heading",
  "neighbours joined",
  "share of heading",
  "synonym in body",
  "synonym in heading",
  "brevity",
] as const;

export type SectionFeatures = Readonly<Record<(typeof FEATURES)[number], number>>;
