import type { Article } from "../documents/article.ts";
import type { Telling } from "./audience.ts";

/** A place articles come from, such as a folder. Names are unique: they begin the ids of the articles. */
export interface Origin {
  /** The name readers see as an article's source. */
  readonly name: string;
  /** Where it is: an absolute path or a URL. */
  readonly location: string;
}

/** An article as it was read, with what is needed to tell whether it changed. */
export interface IncomingArticle {
  readonly article: Article;
  /** Hash of everything the article was made from, and of the reader's version. */
  readonly contentHash: string;
}

/** What happened in the store after some revision. */
export interface StoreChanges {
  /** Newest state only, ordered by revision. */
  readonly articles: readonly Article[];
  readonly removedIds: readonly string[];
  /** Pass this to the next call. */
  readonly revision: number;
  /** True when `limit` cut the list: call again. */
  readonly more: boolean;
}

/** Blocks that stand in more than 5% of a source's articles, and in at least 5. */
export interface Boilerplate {
  readonly source: string;
  readonly fingerprints: readonly string[];
}

export interface StoreStatus {
  readonly articles: number;
  readonly sections: number;
  readonly revision: number;
  /** How many blocks all articles hold, and how many of them are boilerplate. */
  readonly blocks: number;
  readonly boilerplateBlocks: number;
}

/** The ground truth. Everything else (the index, its snapshot) can be made from it again. */
export interface ArticleStore {
  /** Random, made with the store: what is derived from one store must not be used with another. */
  id(): Promise<string>;
  /** Every origin known, in order of name. */
  origins(): Promise<readonly Origin[]>;
  /** Content hash by article id of the articles of one origin that are not removed. */
  contentHashes(originName: string): Promise<ReadonlyMap<string, string>>;
  /**
   * Commits articles and removals of one origin as one transaction, and makes the origin known or moves it to a new
   * location. Each article gets a revision of its own, larger than any before; so does each removal. Safe to run
   * twice: an article whose hash is stored already is left alone. The last of several articles with one id stands;
   * removals apply after changes, and only to articles of this origin. With `telling`, alerts of articles that are new
   * to the store are put into the outbox in the same transaction, once for each channel and story.
   * Returns the newest revision in the store.
   */
  commit(
    origin: Origin,
    changed: readonly IncomingArticle[],
    removedIds: readonly string[],
    telling?: Telling,
  ): Promise<number>;
  /** As it was committed last; null where it is gone. */
  article(id: string): Promise<Article | null>;
  /** Oldest first; at most `limit` articles and removals together, at least 1. */
  changedSince(revision: number, limit: number): Promise<StoreChanges>;
  /** Names the state the store is in: drawn at random by each commit that changes articles, in its transaction. */
  mark(): Promise<string>;
  /**
   * Whether the store was in that state within its last 100,000 revisions. One that was restored to an older state does
   * not know what came after it, also once it has grown to the same revision.
   */
  remembers(mark: string): Promise<boolean>;
  boilerplate(): Promise<readonly Boilerplate[]>;
  status(): Promise<StoreStatus>;
  /** Waits for what is under way. May be called twice. */
  close(): Promise<void>;
}
