/** What somebody wants to hear of. */
export interface Topic {
  /** Words or phrases; one of them is enough. Empty: every article. */
  readonly include: readonly string[];
  /** Words or phrases; none of them may stand in the article. */
  readonly exclude: readonly string[];
  /** Names of publications as readers see them; empty: all. */
  readonly sources: readonly string[];
  /** Categories of articles; empty: all, also those without one. */
  readonly categories: readonly string[];
}

export const EVERYTHING: Topic = { include: [], exclude: [], sources: [], categories: [] };
