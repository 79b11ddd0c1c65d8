/** Whether more of a feature speaks for an answer, against one, or either way. */
export type Direction = "for" | "against" | "either";

/**
 * What confidence is the weighted sum of, by name (confidence-features.ts). Shares of what the question asks and counts
 * of its words: none of them grows with the corpus. What speaks for an answer is never fitted to speak against one.
 */
export const FITTED = {
  "share of terms": "for",
  "terms in heading": "for",
  lead: "for",
  "words around": "for",
  "rare words near": "for",
  "common run": "for",
  "numbers missing": "against",
  "happenings missing": "against",
  "rarity of words": "against",
  "number of words": "either",
} as const satisfies Readonly<Record<string, Direction>>;

/** What a sentence must not lack, however well all else fits; their weights are set by hand (confidence-gates.ts). */
export const GATES = [
  "too little said",
  "wanted missing",
  "name missing",
  "attribute missing",
  "case missing",
  "subject missing",
  "own noun missing",
  "english word missing",
  "time missing",
  "of another",
] as const;

export type FittedFeature = keyof typeof FITTED;
export type Gate = (typeof GATES)[number];
export type FittedFeatures = Readonly<Record<FittedFeature, number>>;
export type Gates = Readonly<Record<Gate, number>>;

export const FITTED_FEATURES = Object.keys(FITTED) as readonly FittedFeature[];
