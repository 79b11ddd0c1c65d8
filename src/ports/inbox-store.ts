import type { IncomingArticle, Origin } from "./article-store.ts";
import type { Telling } from "./audience.ts";

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
  /**
   * All committed when it returns. Safe to run twice: an id that is known is left alone. `deliveryKey`: claimed as an
   * event in the same transaction; false, and nothing accepted, where it was claimed before.
   */
  accept(documents: readonly InboxDocument[], deliveryKey?: string): Promise<boolean>;
  inboxDocument(id: string): Promise<WaitingDocument | null>;
  /** Ids of what waits and was not set aside, oldest first; not before their time. */
  waitingIds(nowIso: string, limit: number): Promise<readonly string[]>;
  /**
   * In one transaction: commits what the document became (null: a removal), and settles it with all earlier documents
   * of the same article, which it replaces. False, and nothing committed, where it waits no more: somebody else
   * published it, or a later one. `telling`: see the article store.
   */
  publish(id: string, article: IncomingArticle | null, telling?: Telling): Promise<boolean>;
  /** It is of no use. Safe to run twice. */
  settle(id: string): Promise<void>;
}
