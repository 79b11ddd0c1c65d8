import type { InboxDocument } from "../../src/ports/inbox-store.ts";

/** A document as it is accepted. */
export function accepted(id: string, fields: Partial<InboxDocument> = {}): InboxDocument {
  return {
    id,
    origin: { name: "뉴스", location: "https://example.com/feed" },
    articleId: `뉴스/${id}`,
    path: "https://example.com/1.html",
    bytes: new TextEncoder().encode(`글 ${id}`),
    old: false,
    receivedAt: "2026-11-22T12:00:00.000Z",
    ...fields,
  };
}
