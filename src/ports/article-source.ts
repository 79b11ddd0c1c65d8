import type { Origin } from "./article-store.ts";

/** A place documents are read from. */
export interface ArticleSource {
  readonly origin: Origin;
  /** False where the source is one document of its origin, so that documents not listed are not gone. */
  readonly complete: boolean;
  /** Paths within the origin, with "/" between parts, in a stable order. */
  list(): Promise<readonly string[]>;
  /** Throws with a sentence that names the file where it cannot be read. */
  read(path: string): Promise<Uint8Array>;
}
