import type { SectionReference } from "../answers/answer.ts";
import type { Language, Section } from "../documents/article.ts";

export interface SectionSummary {
  readonly id: string;
  readonly headingPath: readonly string[];
  /** No text here and in no section under it. */
  readonly empty: boolean;
}

export interface ArticleSummary {
  readonly id: string;
  /** 16 characters that stand for the id where there is little room, such as in a button. */
  readonly key: string;
  readonly title: string;
  readonly source: string;
  readonly url: string | null;
  readonly publishedAt: string | null;
  readonly lang: Language;
  readonly sections: readonly SectionSummary[];
}

export interface LibraryStatus {
  readonly articles: number;
  readonly sections: number;
  /** Grows with every change. */
  readonly revision: number;
  /** By date of publication; null where no article has one. */
  readonly newest: ArticleSummary | null;
  /** ISO 8601, UTC: when this process began to answer; null before. */
  readonly readySince: string | null;
}

/** What the bot has read, for people to look at. */
export interface Library {
  /** All of them, by title: with many articles that takes a while. */
  articles(): Promise<readonly ArticleSummary[]>;
  /** Some of them by date of publication, the newest first and undated ones last, and how many there are. */
  newest(
    first: number,
    count: number,
  ): Promise<{ readonly articles: readonly ArticleSummary[]; readonly total: number }>;
  /** By its key; null where it is gone. */
  article(key: string): Promise<ArticleSummary | null>;
  /** Articles whose titles fit what somebody has typed so far, also with a syllable half typed. Best first. */
  suggest(typed: string, limit: number): Promise<readonly ArticleSummary[]>;
  status(): Promise<LibraryStatus>;
  /**
   * What can be asked about: a section with text of each of some of the newest articles, those in this language first. No
   * two have one title and heading.
   */
  examples(lang: Language, most: number): Promise<readonly SectionReference[]>;
  /** One section with its article, as it is indexed now; null where it is gone. */
  section(
    articleId: string,
    sectionId: string,
  ): Promise<{ readonly article: ArticleSummary; readonly section: Section } | null>;
}
