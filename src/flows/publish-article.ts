import { contentHash } from "../documents/content-hash.ts";
import type { DocumentReader } from "../ports/document-reader.ts";
import type { WaitingDocument } from "../ports/inbox-store.ts";
import type { Logger } from "../ports/runtime.ts";
import type { Store } from "../ports/store.ts";

export const PUBLISH_ARTICLE = "publish-article";

export interface PublishServices {
  readonly store: Store;
  readonly reader: DocumentReader;
  readonly log: Logger;
}

/** A document that is no article however often it is read. */
export class UnreadableDocument extends Error {
  override readonly name = "UnreadableDocument";
}

/**
 * Makes an article of a document that was accepted: read, committed, then out of the inbox. Safe to run twice: what
 * was committed already is left alone. Throws UnreadableDocument where there is nothing to read.
 */
export async function publishArticle(id: string, { store, reader, log }: PublishServices): Promise<void> {
  const document = await store.inboxDocument(id);
  if (document === null) return;
  // Of two versions of an article the one that came later stands.
  const earlier = await store.earlierInbox(id);
  if (earlier !== null) await publishArticle(earlier, { store, reader, log }).catch(passOver);
  await publish(document, { store, reader, log });
  await store.settle(id);
}

async function publish(
  { origin, articleId, path, bytes }: WaitingDocument,
  { store, reader, log }: PublishServices,
): Promise<void> {
  if (bytes === null) {
    await store.commit(origin, [], [articleId]);
    return;
  }
  const about = { articleId, source: origin.name, path };
  const { article, warnings } = await reader.document(bytes, about);
  if (article === null) throw new UnreadableDocument(warnings.join(" "));
  for (const warning of warnings) log.warn(warning);
  await store.commit(origin, [{ article, contentHash: contentHash(bytes, about) }], []);
}

/** It has a job of its own, which reports what is wrong with it. */
function passOver(error: unknown): void {
  if (!(error instanceof UnreadableDocument)) throw error;
}
