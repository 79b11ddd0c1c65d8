/** Where articles come from. */
export interface OriginsTable {
  name: string;
  location: string;
}

/**
 * One row per article ever seen. A removed article keeps its row, emptied, so that its revision still tells readers
 * to drop it.
 */
export interface ArticlesTable {
  id: string;
  origin: string;
  content_hash: string;
  /** Unique, and larger than that of every earlier change. */
  revision: number;
  /** 0 or 1: the two dialects share no boolean. */
  removed: number;
  source: string;
  section_count: number;
  block_count: number;
  title: string;
  url: string | null;
  published_at: string | null;
  lang: string;
  /** JSON array of strings. */
  categories: string;
  /** JSON array of sections. */
  sections: string;
}

/** How often a block stands in the articles of a source that are not removed. No row where it no longer stands. */
export interface BlockCountsTable {
  source: string;
  fingerprint: string;
  /** Articles that hold the block at least once. */
  articles: number;
  /** How often it stands in them altogether. */
  occurrences: number;
}

/** One row. Not a sequence: sequence numbers may commit out of order, and a reader would then miss one for ever. */
export interface RevisionCounterTable {
  id: number;
  revision: number;
  /** Random; tells this database from one that took its place. */
  store_id: string;
}

/** What people thought of answers. */
export interface FeedbackTable {
  /** Made by the sender, once for an answer. */
  key: string;
  /** ISO 8601, UTC. */
  given_at: string;
  /** 0 or 1. */
  helpful: number;
  question: string;
  answer: string;
  reason: string | null;
}

export interface Tables {
  origins: OriginsTable;
  articles: ArticlesTable;
  block_counts: BlockCountsTable;
  revision_counter: RevisionCounterTable;
  feedback: FeedbackTable;
}
