import type { Article, Section } from "../documents/article.ts";
import type { SectionQuery } from "./query.ts";
import type { ArticleCard } from "./storeys/article-card.ts";
import type { MergeJob } from "./storeys/run-merge.ts";
import type { Segment, SegmentFile } from "./storeys/segment.ts";
import type { CountedWord } from "./storeys/word-counts.ts";

/** What changed in the store; safe to apply twice. */
export type IndexChange =
  /** Adds an article or replaces the one with its id. */
  | { readonly kind: "put"; readonly article: Article }
  | { readonly kind: "remove"; readonly articleId: string }
  /** Replaces all that is known of blocks which repeat through a source. */
  | { readonly kind: "boilerplate"; readonly sources: readonly RepeatedBlocks[] };

export interface RepeatedBlocks {
  readonly source: string;
  readonly fingerprints: readonly string[];
}

export interface SectionHit {
  readonly article: Article;
  readonly section: Section;
  /** Larger is better; comparable within one answer of `find` only. */
  readonly score: number;
}

export interface FoundSections {
  /** Best first. */
  readonly hits: readonly SectionHit[];
  /** The best of those without text of their own, whether they are among the hits or not: some. */
  readonly withoutText: readonly SectionHit[];
  /** How rare each term of the query is: 0 where every section holds it, 1 where one or none does. */
  readonly rarity: ReadonlyMap<string, number>;
  /** Terms of the query that no section holds. */
  readonly unknown: ReadonlySet<string>;
}

export interface FindOptions {
  readonly limit: number;
  /**
   * Beyond the first so many, only sections that have this share of the best score or more, 0..1, and those of
   * `withoutText`, which take no time to read.
   */
  readonly tail?: { readonly from: number; readonly leastShare: number };
  /** Only sections of these articles. */
  readonly articleIds?: ReadonlySet<string>;
}

/** The sections of all articles, found by terms. Derived from the store; can be rebuilt from it at any time. */
export interface SectionIndex {
  /** All of them take effect together; `revision` is the store's after the last one. */
  apply(changes: readonly IndexChange[], revision: number): void;
  find(query: SectionQuery, options: FindOptions): FoundSections;
  /** True where the line of the section's body repeats through its source. Lines count from 0. */
  isBoilerplate(article: Article, section: Section, line: number): boolean;
  article(id: string): Article | null;
  /** One for each article, in no order; the same objects as long as nothing is packed anew. */
  cards(): readonly ArticleCard[];
  /** Words of texts, titles and headings that are heard so (heard.ts), with how often they stand there. */
  heardAs(heard: string): readonly CountedWord[];
  /** The store's revision that this index shows; 0 for an empty one. */
  revision(): number;
}

/** One whose segments are packed elsewhere, such as on another thread, and are kept between runs. */
export interface KeptIndex extends SectionIndex {
  /** Takes in articles that were packed, in place of those with their ids. Effects and revision are those of `apply`. */
  takeIn(packed: readonly Segment[], removedIds: readonly string[], revision: number): void;
  /** Reads an article that is to be removed or replaced, a little in each step: `apply` or `takeIn` then need not. */
  prepareRemoval(articleId: string): Iterable<void>;
  /** Sections that were not packed yet: the more, the more each question takes. */
  unpacked(): number;
  /** How many segments there are. */
  segments(): number;
  /**
   * What should be packed into one segment now, everything that was not yet included if `all`; null where nothing
   * should, or where it is under way. `unwritten`: also what lies in segments without a file.
   */
  beginMerge(all: boolean, unwritten?: boolean): MergeJob | null;
  /** Either of the two ends a merge; questions and changes may come before. */
  endMerge(packed: Segment): void;
  giveUpMerge(): void;
  /** Why the index cannot be read whole any more, once a segment could not; null before. Only `clear` helps. */
  damage(): string | null;
  /** Holds nothing from now on, at revision 0. Not between `beginMerge` and what ends it. */
  clear(): void;
  /**
   * All that lies in segments, as a manifest of their files; null where some of it has no file. `mark`: of the store, as it
   * was read after everything that the index holds.
   */
  save(mark: string): SavedIndex | null;
  /**
   * Replaces everything, or, where the manifest does not fit, the store does not remember its mark or a file cannot be
   * opened, leaves everything as it is and says why.
   */
  load(manifest: Uint8Array, from: IndexOrigin): Promise<IndexLoad>;
}

export interface IndexOrigin {
  remembers(mark: string): Promise<boolean>;
  open(file: SegmentFile): Promise<Segment>;
}

export interface SavedIndex {
  readonly manifest: Uint8Array;
  readonly files: readonly SegmentFile[];
}

export type IndexLoad =
  | { readonly loaded: true; readonly revision: number }
  | { readonly loaded: false; readonly reason: string };
