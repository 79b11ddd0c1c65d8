/** Two syllables or more of Hangul, Hanja or Kana, also as a part of a compound. */
export interface SyllableNeedle {
  readonly kind: "syllables";
  readonly text: string;
  /** The name of something: what follows another word as a particle is not the end of it (외국인도 is no 인도). */
  readonly isName: boolean;
  /** Longer names that begin alike and mean something else: 인도네시아 for 인도. */
  readonly others: readonly string[];
}

/** A whole word. */
export interface WordNeedle {
  readonly kind: "word";
  readonly stem: string;
  readonly capitalsOnly: boolean;
}

/** Words of several scripts that follow each other: F-35, 한미FTA. */
export interface RunNeedle {
  readonly kind: "run";
  readonly first: SyllableNeedle | WordNeedle;
  readonly rest: readonly string[];
}

/** What stands in a text where a word is said. */
export type Needle = SyllableNeedle | WordNeedle | RunNeedle;

/** A word of a phrase. Its concept or one of its needles is enough. */
export interface Part {
  /** Equal for parts that stand in the same places. */
  readonly key: string;
  readonly concept: string | null;
  readonly needles: readonly Needle[];
}

/** What somebody typed, read. Said where all its parts are; nothing can be looked for where it has none. */
export interface Phrase {
  readonly text: string;
  readonly parts: readonly Part[];
}
