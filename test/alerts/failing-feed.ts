import type { FeedState } from "../../src/ports/source-store.ts";

/** A feed that nobody could read since then, and of which channels were told. Times are ISO 8601, UTC. */
export function failingFeed(failingSince: string, warnedAt: string): FeedState {
  const unread = { etag: null, lastModified: null, nextAt: null, readAt: null, firstReadAt: null };
  return { ...unread, failures: 9, lastError: "404", failingSince, warnedAt };
}
