import { composeDocument } from "../documents/compose-document.ts";
import { decodeBytes } from "../documents/decode-bytes.ts";
import { mayHoldText } from "../documents/may-hold-text.ts";
import type { ArticleIntake, Delivery } from "../ports/article-intake.ts";
import type { InboxDocument } from "../ports/inbox-store.ts";
import type { JobQueue } from "../ports/job-queue.ts";
import type { Clock } from "../ports/runtime.ts";
import type { Store } from "../ports/store.ts";
import { shortHash } from "../text/short-hash.ts";
import { PUBLISH_ARTICLE } from "./publish-article.ts";

const ORIGIN = { name: "webhook", location: "webhook" };

/** Decoding a long document would hold up questions. */
const SEEN_AT_ONCE_BYTES = 100_000;
const LINE_FEED = 0x0a;

/** Takes articles in that others deliver. */
export function createArticleIntake(store: Store, queue: JobQueue, clock: Clock): ArticleIntake {
  return {
    async take(deliveryId, delivery) {
      if (!mayBeRead(delivery)) return "no-text";
      const document = toDocument(shortHash(deliveryId), delivery, clock);
      if (!(await store.accept([document], `delivery:${deliveryId}`))) return "repeated";
      // Accepted it is already; a queue that is away must not keep the sender waiting.
      void queue.add(PUBLISH_ARTICLE, document.id);
      return "taken";
    },
  };
}

function mayBeRead(delivery: Delivery): boolean {
  switch (delivery.kind) {
    case "removal":
      return true;
    case "document": {
      const start = beginningOf(delivery.bytes);
      const { text } = decodeBytes(start, delivery.id);
      return text !== null && (start.length < delivery.bytes.length || mayHoldText(text));
    }
    case "article":
      return mayHoldText(delivery.body);
  }
}

/** Whole lines, where there are any: half a letter at the end makes a table of digits look like no text. */
function beginningOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SEEN_AT_ONCE_BYTES) return bytes;
  const start = bytes.subarray(0, SEEN_AT_ONCE_BYTES);
  return start.subarray(0, start.lastIndexOf(LINE_FEED) + 1 || start.length);
}

function toDocument(id: string, delivery: Delivery, clock: Clock): InboxDocument {
  const receivedAt = new Date(clock.now()).toISOString();
  const name = nameOf(delivery);
  const articleId = `${ORIGIN.name}/${name}`;
  return { id, origin: ORIGIN, articleId, path: name, bytes: bytesOf(delivery), old: false, receivedAt };
}

function nameOf(delivery: Delivery): string {
  if (delivery.kind !== "article" || delivery.id !== null) return delivery.id ?? "";
  return shortHash(delivery.url ?? delivery.title);
}

function bytesOf(delivery: Delivery): Uint8Array | null {
  switch (delivery.kind) {
    case "removal":
      return null;
    case "document":
      return delivery.bytes;
    case "article":
      return composeDocument({ ...delivery, source: delivery.source ?? ORIGIN.name });
  }
}
