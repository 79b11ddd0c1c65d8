import type { Language, Section } from "../documents/article.ts";

export interface SectionSummary {
  readonly id: string;
  readonly headingPath: readonly string[];
  /** No text here and in no section under it. */
  readonly empty: boolean;
}

export interface ArticleSummary {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly url: string | null;
  readonly publishedAt: string | null;
  readonly lang: Language;
  readonly sections: readonly SectionSummary[];
}

/** What the bot has read, for people to look at. */
export interface Library {
  /** By title. */
  articles(): Promise<readonly ArticleSummary[]>;
  /** One section with its article, as it is indexed now; null where it is gone. */
  section(
    articleId: string,
    sectionId: string,
  ): Promise<{ readonly article: ArticleSummary; readonly section: Section } | null>;
}
