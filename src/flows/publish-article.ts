import { contentHash } from "../documents/content-hash.ts";
import type { Audience } from "../ports/audience.ts";
import type { DocumentReader } from "../ports/document-reader.ts";
import type { Logger } from "../ports/runtime.ts";
import type { Store } from "../ports/store.ts";

export const PUBLISH_ARTICLE = "publish-article";

export interface PublishServices {
  readonly store: Store;
  readonly reader: DocumentReader;
  readonly log: Logger;
  /** Absent where nobody is told of anything. */
  readonly audience?: Audience;
}

/** A document that is no article however often it is read. */
export class UnreadableDocument extends Error {
  override readonly name = "UnreadableDocument";
}

/**
 * Makes an article of a document that was accepted: read, then committed and out of the inbox at once. Safe to run
 * twice, and in several processes. Throws UnreadableDocument where there is nothing to read.
 */
export async function publishArticle(id: string, { store, reader, log, audience }: PublishServices): Promise<void> {
  const document = await store.inboxDocument(id);
  if (document === null) return;
  const { origin, articleId, path, bytes, old } = document;
  if (bytes === null) {
    await store.publish(id, null);
    return;
  }
  const about = { articleId, source: origin.name, path };
  const { article, warnings } = await reader.document(bytes, about);
  if (article === null) throw new UnreadableDocument(warnings.join(" "));
  for (const warning of warnings) log.warn(warning);
  const telling = audience && { audience, isNews: !old };
  await store.publish(id, { article, contentHash: contentHash(bytes, about) }, telling);
}
