import { isOutline } from "./outline.ts";

export type Format = "html" | "outline" | "markdown" | "plain";

const PAGE = /^(?:<\?xml[^>]*>\s*)?(?:<!doctype\s+html|<html|<head|<body)\b/i;
const FRAGMENT = /^<(?:h[1-6]|p|div|article|section|main|table|ul|ol|meta|title|header|blockquote)\b[^<>]*>/i;
const BLOCK_END = /<\/(?:p|div|h[1-6]|ul|ol|table|article|section|body)\s*>/i;
const MARKDOWN_LINE = /^ {0,3}(?:#{1,6}[ \t]+\S|```|~~~|\|?[ \t]*:?-{2,}:?[ \t]*\|)/m;
const MARKDOWN_INLINE = /\]\([^()\s]+\)|\*\*[^*\n]+\*\*|^ {0,3}\[[^\]\n]+\]:[ \t]*\S|<\/[a-z][a-z0-9]*>/im;

/** Decides from the text alone. A body behind front matter that is no outline is Markdown. */
export function detectFormat(text: string, hasFrontMatter: boolean): Format {
  const start = text.slice(endOfComments(text));
  if (PAGE.test(start)) return "html";
  const hasBlockTags = BLOCK_END.test(text);
  const headings = text.match(/^ {0,3}#{1,6}[ \t]+\S/gm)?.length ?? 0;
  if (!hasBlockTags && headings < 3 && !MARKDOWN_INLINE.test(text) && isOutline(text)) return "outline";
  if (hasFrontMatter) return "markdown";
  if (FRAGMENT.test(start) && hasBlockTags && !MARKDOWN_LINE.test(text)) return "html";
  return MARKDOWN_LINE.test(text) || MARKDOWN_INLINE.test(text) ? "markdown" : "plain";
}

function endOfComments(text: string): number {
  let at = 0;
  for (;;) {
    while (/\s/.test(text[at] ?? "")) at += 1;
    const end = text.startsWith("<!--", at) ? text.indexOf("-->", at) : -1;
    if (end < 0) return at;
    at = end + 3;
  }
}
