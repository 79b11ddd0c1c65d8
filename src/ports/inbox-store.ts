import type { Origin } from "./article-store.ts";

/** A document that was accepted and is not an article yet. */
export interface InboxDocument {
  /** Random, made by who accepted it. */
  readonly id: string;
  readonly origin: Origin;
  /** The id the article gets. */
  readonly articleId: string;
  /** File name or address: gives a title and a date where the content has none. */
  readonly path: string;
  /** Null: the article is to be removed. */
  readonly bytes: Uint8Array | null;
  /** True where it counts as old news: it is indexed, and nobody is told. */
  readonly old: boolean;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
}

export interface WaitingDocument extends InboxDocument {
  readonly attempts: number;
}

/** Documents between being accepted and being articles. What is accepted here survives everything. */
export interface InboxStore {
  /** All committed when it returns. Safe to run twice: an id that is known is left alone. */
  accept(documents: readonly InboxDocument[]): Promise<void>;
  inboxDocument(id: string): Promise<WaitingDocument | null>;
  /** Ids of what waits and was not set aside, oldest first; not before their time. */
  waitingIds(nowIso: string, limit: number): Promise<readonly string[]>;
  /** An earlier document of the same article that still waits must be published first; null where there is none. */
  earlierInbox(id: string): Promise<string | null>;
  /** Published, or of no use. Safe to run twice. */
  settle(id: string): Promise<void>;
}
