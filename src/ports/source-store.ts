/** A place articles come from by themselves. */
export interface Source {
  /** The origin's name; unique. */
  readonly name: string;
  readonly kind: "feed" | "folder";
  /** A URL or an absolute path. */
  readonly location: string;
  readonly paused: boolean;
  /** Whether the linked page is read where a feed gives a summary only. */
  readonly fullText: boolean;
  /** ISO 8601, UTC. */
  readonly addedAt: string;
}

/** How reading a feed went last. Times are ISO 8601, UTC; null where it never happened. */
export interface FeedState {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Not before. */
  readonly nextAt: string | null;
  /** In a row. */
  readonly failures: number;
  readonly lastError: string | null;
  readonly readAt: string | null;
  /** Items of the first reading are old news. */
  readonly firstReadAt: string | null;
  /** The first of the failures in a row, or when somebody asked to keep trying since. */
  readonly failingSince: string | null;
  /** When channels were told that it fails; null where it does not, or they were not. */
  readonly warnedAt: string | null;
}

/** Which article an item of a feed became. Every key that names the item leads to it. */
export interface FeedItemKey {
  readonly source: string;
  /** "guid:…", "link:…" or "text:…". */
  readonly key: string;
  readonly articleId: string;
}

export interface SourceStore {
  /** Committed when it returns; replaces the source of this name and keeps its state. */
  putSource(source: Source): Promise<void>;
  /** In order of name. */
  sources(): Promise<readonly Source[]>;
  /** Removes the source with its state and keys; its articles are removed with revisions of their own, so that every index drops them. */
  removeSource(name: string): Promise<void>;
  /** What the articles of this origin are published by, each name once. */
  publicationsOf(name: string): Promise<readonly string[]>;
  feedState(name: string): Promise<FeedState | null>;
  putFeedState(name: string, state: FeedState): Promise<void>;
  /** The article that any of these keys leads to, or null. */
  articleOfItem(source: string, keys: readonly string[]): Promise<string | null>;
  /** Safe to run twice; a key that leads somewhere already is left alone. */
  putItemKeys(keys: readonly FeedItemKey[]): Promise<void>;
}
