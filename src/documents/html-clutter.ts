import type { Element, Nodes } from "hast";

const DROPPED = new Set(
  (
    "script style noscript template iframe svg head nav button img picture video audio canvas object embed map select " +
    "textarea input datalist progress meter dialog rt rp title link meta base frame frameset noframes"
  ).split(" "),
);

/** Whether nothing of the element is ever text for a reader. */
export function isHidden(element: Element): boolean {
  if (DROPPED.has(element.tagName)) return true;
  if (element.properties["hidden"] !== undefined && element.properties["hidden"] !== false) return true;
  const style = element.properties["style"];
  return typeof style === "string" && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

interface Counts {
  readonly chars: number;
  readonly linkChars: number;
  readonly links: number;
}

const NOTHING: Counts = { chars: 0, linkChars: 0, links: 0 };
const BLOCK_CHILD =
  /^(?:address|article|aside|blockquote|center|div|dl|fieldset|figure|footer|form|h[1-6]|header|main|ol|p|pre|section|table|ul)$/;

/** Three or more links that make up most of a list, table or paragraph: navigation, not words of the author. */
export function isLinkFarm(element: Element): boolean {
  if (!/^(?:ul|ol|dl|table|p|div)$/.test(element.tagName)) return false;
  if (
    element.tagName === "div" &&
    element.children.some((child) => child.type === "element" && BLOCK_CHILD.test(child.tagName))
  ) {
    return false;
  }
  const { chars, linkChars, links } = countLinks(element);
  return links >= 3 && linkChars > chars * 0.6;
}

/** Characters without white space that a reader sees. */
export function textLength(element: Element): number {
  return countLinks(element).chars;
}

/** Every element is counted once, however many ancestors ask. */
const counted = new WeakMap<Element, Counts>();

function countLinks(node: Nodes): Counts {
  if (node.type === "text") return { ...NOTHING, chars: node.value.replace(/\s+/g, "").length };
  if (node.type !== "element" || isHidden(node)) return NOTHING;
  const known = counted.get(node);
  if (known !== undefined) return known;
  let chars = 0;
  let linkChars = 0;
  let links = 0;
  for (const child of node.children) {
    const inside = countLinks(child);
    chars += inside.chars;
    linkChars += inside.linkChars;
    links += inside.links;
  }
  const href = node.tagName === "a" ? node.properties["href"] : undefined;
  // A link within the page is a footnote or a table of contents.
  if (typeof href === "string" && !href.startsWith("#") && chars > 0) {
    linkChars = chars;
    links += 1;
  }
  const counts = { chars, linkChars, links };
  counted.set(node, counts);
  return counts;
}
