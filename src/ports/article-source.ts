import type { Origin } from "./article-store.ts";

export interface Listing {
  /** Paths within the origin, with "/" between parts, in a stable order. */
  readonly paths: readonly string[];
  /** A sentence for each part that could not be listed; documents there are not gone. */
  readonly unlisted: readonly string[];
}

export interface SourceChange {
  /** New or rewritten, and whole. */
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

export interface SourceWatch {
  /** Waits for what is under way. */
  stop(): Promise<void>;
}

/** A place documents are read from. */
export interface ArticleSource {
  readonly origin: Origin;
  /** False where the source is a part of its origin, so that documents not listed are not gone. */
  readonly complete: boolean;
  /** The source is one document, and no folder. */
  readonly oneDocument: boolean;
  /** Throws with a sentence that names the place where nothing of it can be listed. */
  list(): Promise<Listing>;
  /** Throws with a sentence that names the file where it cannot be read. */
  read(path: string): Promise<Uint8Array>;
  /** Null where changes are not noticed. Calls `onChange` with paths that may have changed or gone, some at a time. */
  readonly watch: ((onChange: (change: SourceChange) => Promise<void>) => Promise<SourceWatch>) | null;
}
