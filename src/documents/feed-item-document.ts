import type { FeedItem } from "./feed-item.ts";
import { oneLine } from "./feed-text.ts";

/** The bytes of a document that `parseDocument` reads into the item's article; the feed's title becomes its source. */
export function itemDocument(item: FeedItem, feedTitle: string | null): Uint8Array {
  const title = oneLine(item.title) ?? "(no title)";
  const source = oneLine(feedTitle);
  const date = item.publishedAt ?? item.updatedAt;
  const categories = item.categories.map((category) => oneLine(category)).filter((category) => category !== null);
  const lines = [
    `title: ${quoted(title)}`,
    ...(source === null ? [] : [`source: ${quoted(source)}`]),
    ...(date === null ? [] : [`date: ${quoted(date)}`]),
    ...(item.link === null ? [] : [`url: ${quoted(item.link)}`]),
    ...(categories.length === 0 ? [] : [`categories: [${categories.map(quoted).join(", ")}]`]),
  ];
  // A whole page, so that the text is read as HTML whatever it begins with.
  const page = `<!doctype html>\n<html><head><title>${escaped(title)}</title></head><body>\n${body(item)}\n</body></html>`;
  return new TextEncoder().encode(`---\n${lines.join("\n")}\n---\n${page}\n`);
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

/** YAML reads JSON's strings; the marks of its own that a line could begin or end with are inside the quotes. */
function quoted(text: string): string {
  return JSON.stringify(text.toWellFormed());
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
