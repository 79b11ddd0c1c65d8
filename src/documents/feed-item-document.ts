import { composeDocument } from "./compose-document.ts";
import type { FeedItem } from "./feed-item.ts";
import { oneLine } from "./feed-text.ts";

/** The bytes of a document that `parseDocument` reads into the item's article; the feed's title becomes its source. */
export function itemDocument(item: FeedItem, feedTitle: string | null): Uint8Array {
  const title = oneLine(item.title) ?? "(no title)";
  const source = oneLine(feedTitle);
  const date = item.publishedAt ?? item.updatedAt;
  const categories = item.categories.map((category) => oneLine(category)).filter((category) => category !== null);
  // A whole page, so that the text is read as HTML whatever it begins with.
  const page = `<!doctype html>\n<html><head><title>${escaped(title)}</title></head><body>\n${body(item)}\n</body></html>`;
  // An address of many items leads to none of them, and must not make them one story.
  const url = item.linkIsShared ? null : item.link;
  return composeDocument({ title, source, publishedAt: date, url, categories, body: page });
}

function body({ text }: FeedItem): string {
  if (text === null) return "";
  if (text.format === "html") return text.value.toWellFormed();
  return text.value
    .toWellFormed()
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escaped(paragraph.trim()).replaceAll("\n", "<br>\n")}</p>`)
    .join("\n");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
