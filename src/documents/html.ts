import type { Element, Nodes, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import type { Footnote } from "./article.ts";
import { type Block, collapseSpace, lineOf } from "./block.ts";
import { readHast } from "./read-hast.ts";

/** A document's blocks in reading order, with what its head says of it. */
export interface ReadDocument {
  readonly blocks: readonly Block[];
  readonly notes: readonly Footnote[];
  readonly title: string | null;
  readonly url: string | null;
  readonly warnings: readonly string[];
}

/** Reads a whole page or a fragment of HTML. Too deep a nesting is read as text without its structure. */
export function readHtml(source: string, path: string): ReadDocument {
  if (isTooDeep(source)) return readTagSoup(source, path);
  const root: Root = fromHtml(rescuePseudoTags(source));
  return { ...readHast(root), ...readHead(root), warnings: [] };
}

/** The text between the tags of a document that no tree can be built of. */
export function readTagSoup(source: string, path: string, reason = "is nested too deeply"): ReadDocument {
  const text = source
    .replace(/<(script|style|template|noscript)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi, "\n")
    .replace(/<\/?(?:p|div|h[1-6]|li|ul|ol|tr|table|br|blockquote|section|article|dt|dd|pre|hr)\b[^<>]*>/gi, "\n")
    .replace(/<\/?[a-z][^<>]*>/gi, "")
    .replace(/&nbsp;|&#160;/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
  const lines = text.split("\n").map(collapseSpace);
  return {
    blocks: lines.filter((line) => line !== "").map((line) => lineOf(line)),
    notes: [],
    title: null,
    url: null,
    warnings: [`${path} ${reason} to be read as HTML or Markdown: it was read as plain text.`],
  };
}

const PROSE_TAGS =
  "a|abbr|b|big|center|cite|code|del|div|em|font|h[1-6]|i|ins|li|mark|p|small|span|strong|sub|sup|td|th|u";
const KNOWN_TAG = new RegExp(`^(?:${PROSE_TAGS})(?:\\s|/|$)`, "i");

/** Korean texts set titles of works in angle brackets: <AI 기본법> is text, and so is what follows in "</b고". */
export function rescuePseudoTags(source: string): string {
  return source
    .replace(/<([A-Za-z][^<>\n="/]{0,80})>/g, (tag, inside: string) =>
      /[\p{Script=Hangul}\p{Script=Han}]/u.test(inside) && !KNOWN_TAG.test(inside) ? `&lt;${inside}&gt;` : tag,
    )
    .replace(new RegExp(`</(${PROSE_TAGS})(?=\\p{Script=Hangul})`, "giu"), "</$1>");
}

/** Tags whose end may be left out (or that have none) never nest in themselves. */
const UNNESTED = new Set(
  "area base br col embed hr img input link meta source track wbr p li dt dd option tr td th thead tbody tfoot colgroup".split(
    " ",
  ),
);
const FORMATTING = new Set("a b big code em font i nobr s small strike strong tt u".split(" "));

/**
 * Whether the tags nest deeper than the recursive tree builders stand, or leave so many formatting elements open that
 * the parser would repeat them in every paragraph. Counts tags only, so it is linear.
 */
export function isTooDeep(source: string): boolean {
  const open = new Map<string, number>();
  let depth = 0;
  let formatting = 0;
  for (const [, slash, tag = ""] of source.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    const name = tag.toLowerCase();
    if (UNNESTED.has(name)) continue;
    const count = open.get(name) ?? 0;
    if (slash === "/" && count === 0) continue;
    const step = slash === "/" ? -1 : 1;
    open.set(name, count + step);
    depth += step;
    if (FORMATTING.has(name)) formatting += step;
    if (depth > 300 || formatting > 60) return true;
  }
  return false;
}

function readHead(root: Root): { title: string | null; url: string | null } {
  let title: string | null = null;
  let url: string | null = null;
  const walk = (node: Nodes, inSvg: boolean): void => {
    if (node.type !== "root" && node.type !== "element") return;
    if (node.type === "element") {
      if (node.tagName === "title" && !inSvg) title ??= collapseSpace(plainText(node)) || null;
      if (node.tagName === "link" && relations(node).includes("canonical"))
        url ??= String(node.properties["href"] ?? "") || null;
    }
    for (const child of node.children) walk(child, inSvg || (node.type === "element" && node.tagName === "svg"));
  };
  walk(root, false);
  return { title, url };
}

function relations(link: Element): readonly (string | number)[] {
  const rel = link.properties["rel"];
  return Array.isArray(rel) ? rel : [];
}

function plainText(node: Element): string {
  return node.children.map((child) => (child.type === "text" ? child.value : "")).join("");
}
