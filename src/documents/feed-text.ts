import type { Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { clip } from "../text/clip.ts";
import type { FeedText } from "./feed-item.ts";
import { rescuePseudoTags } from "./html.ts";
import { stripControls } from "./strip-controls.ts";

const LONGEST_LINE = 500;
const TAG =
  /<\/?(?:a|abbr|article|aside|b|big|blockquote|br|center|cite|code|dd|del|div|dl|dt|em|figure|font|h[1-6]|hr|i|iframe|img|ins|li|main|mark|ol|p|pre|q|s|script|section|small|span|strike|strong|style|sub|sup|table|tbody|td|th|thead|tr|u|ul|video)(?=[\s/>])[^<>]*>/i;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i;

/** One line without control characters; null where nothing is left. */
export function oneLine(text: string | null | undefined, most: number = LONGEST_LINE): string | null {
  if (text === null || text === undefined) return null;
  const line = stripControls(
    text
      .slice(0, most * 20)
      .toWellFormed()
      .normalize("NFC"),
  )
    .replace(/\s+/g, " ")
    .trim();
  return line === "" ? null : clip(line, most);
}

/** A title as its reader sees it: many feeds put escaped HTML where the format wants plain text. */
export function plainTitle(title: string | null | undefined): string | null {
  if (title === null || title === undefined) return null;
  const short = title.slice(0, 10_000);
  return oneLine(TAG.test(short) || ENTITY.test(short) ? htmlWords(short) : short);
}

/** The words of a fragment of HTML; block ends become spaces. */
export function htmlWords(html: string): string {
  const parts: string[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === "text") parts.push(node.value);
    if (node.type !== "root" && node.type !== "element") return;
    if (node.type === "element" && /^(?:script|style|template|noscript)$/.test(node.tagName)) return;
    for (const child of node.children) walk(child);
    if (node.type === "element" && /^(?:p|div|li|br|tr|td|h[1-6])$/.test(node.tagName)) parts.push(" ");
  };
  walk(fromHtml(rescuePseudoTags(html), { fragment: true }));
  return parts.join("");
}

/** A text whose format the feed does not say. */
export function guessedText(kind: FeedText["kind"], value: string | null | undefined): FeedText | null {
  return feedText(kind, TAG.test(value ?? "") || ENTITY.test(value ?? "") ? "html" : "text", value);
}

export function feedText(
  kind: FeedText["kind"],
  format: FeedText["format"],
  value: string | null | undefined,
): FeedText | null {
  const text = stripControls((value ?? "").toWellFormed().replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")).trim();
  return text === "" ? null : { kind, format, value: text };
}

/** A title for what has none: the beginning of its words. */
export function beginning(text: FeedText | null): string | null {
  if (text === null) return null;
  const start = text.value.slice(0, 2000);
  return oneLine(text.format === "html" ? htmlWords(start) : start, 80);
}

/** An absolute http or https address, or null. */
export function absoluteLink(written: string | null | undefined, base: string | null): string | null {
  const address = (written ?? "").trim();
  if (address === "" || address.length > 4000) return null;
  const url = URL.parse(address, base ?? undefined);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "" ? url.href : null;
}
