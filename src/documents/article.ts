/** A note that stands apart from the running text; `mark` is what the text calls it, without brackets ("2"). */
export interface Footnote {
  readonly mark: string;
  readonly text: string;
}

/**
 * Where a section's words come from. `excerpt` and `feature` are front-matter fields that say something the body
 * does not; `lead` is the text before the first heading.
 */
export type SectionRole = "section" | "lead" | "excerpt" | "feature";

export interface Section {
  /** Stable while the article and the heading stay: inserting another section does not change it. */
  readonly id: string;
  readonly role: SectionRole;
  /** The outline number without a trailing dot ("3.1.1"), or null. */
  readonly number: string | null;
  /** Without its number; empty for lead, excerpt and feature. */
  readonly heading: string;
  /** Every heading from the top down to and with this one, numbers kept ("3.6. 대만"). */
  readonly headingPath: readonly string[];
  /** Plain text; each line is one block (a paragraph, a list item, a table row). Empty where nothing stands. */
  readonly body: string;
  /** One per line of `body`: equal for blocks that differ only in digits, links and words of the title. */
  readonly fingerprints: readonly string[];
  readonly footnotes: readonly Footnote[];
}

/** "und" where the text has too few letters to tell. */
export type Language = "ko" | "en" | "und";

export interface Article {
  /** Stable over revisions: where the article comes from and its path or guid there. */
  readonly id: string;
  /** The publication's or folder's name. */
  readonly source: string;
  readonly title: string;
  readonly url: string | null;
  readonly categories: readonly string[];
  /** ISO 8601 with an offset, or null where the document does not say. */
  readonly publishedAt: string | null;
  readonly lang: Language;
  /** In reading order. */
  readonly sections: readonly Section[];
}
