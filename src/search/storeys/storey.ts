import type { Article, Section } from "../../documents/article.ts";
import type { BestSections } from "./best-sections.ts";
import type { Scoring } from "./scoring.ts";
import type { Extent } from "./term-counts.ts";

export interface FoundSection {
  readonly article: Article;
  readonly section: Section;
}

/** A part of the index: its sections are numbered from 0, and those that were removed count nowhere. */
export interface Storey {
  readonly extent: Extent;
  /** Scoring comes before any other change or question. */
  match(terms: readonly string[]): Matches;
  sectionId(number: number): string;
  section(number: number): FoundSection;
}

/** What sections are offered to. */
export interface Offered {
  readonly all: BestSections<Storey>;
  /** Those without text by themselves: hardly one comes among the best of all where many articles are. */
  readonly withoutText: BestSections<Storey>;
}

/** The sections of one storey that hold some of the terms asked for. */
export interface Matches {
  /** COUNTS_PER_TERM for each term, in their order. */
  readonly counts: Uint32Array;
  /** Offers every section, or every section of these articles, with its score. Call it once. */
  score(scoring: Scoring, best: Offered, articleIds: ReadonlySet<string> | undefined): void;
}
