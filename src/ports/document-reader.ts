import type { Article } from "../documents/article.ts";
import type { DocumentOrigin } from "../documents/parse-document.ts";

export interface DocumentRead {
  /** Null where it is no text document; `warnings` then says what it is and what to do. */
  readonly article: Article | null;
  readonly warnings: readonly string[];
}

/** Reads documents away from the thread that answers questions. What takes too long is given up. */
export interface DocumentReader {
  /** Rejects only where it is closed meanwhile. */
  document(bytes: Uint8Array, origin: DocumentOrigin): Promise<DocumentRead>;
  /** Ends what is under way, which then rejects. */
  close(): Promise<void>;
}
