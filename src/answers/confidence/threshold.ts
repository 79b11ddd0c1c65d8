/** How sure a sentence must be to be answered with. */
export interface Threshold {
  /** A confidence, 0..1. */
  readonly confidence: number;
  /** Whether it was found from the index's own articles, or is the one for any index. */
  readonly of: "this-index" | "any-index";
}

/** An answer below it is more likely wrong than right. */
export const SURE_FROM = 0.5;

/** Chosen where about nine of ten answerable questions are answered, on sets of several kinds (docs/quality.md). */
export const DEFAULT_THRESHOLD: Threshold = { confidence: 0.075, of: "any-index" };
