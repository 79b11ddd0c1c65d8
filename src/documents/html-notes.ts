import type { Element, Nodes, Root } from "hast";
import type { Footnote } from "./article.ts";
import { collapseSpace } from "./block.ts";
import { isHidden } from "./html-clutter.ts";

export interface HtmlNotes {
  readonly notes: readonly Footnote[];
  /** The elements that refer to a note, with its mark. */
  readonly references: ReadonlyMap<Element, string>;
  /** The elements that hold the notes: no part of the running text. */
  readonly skipped: ReadonlySet<Element>;
}

const MARK = /^[[(]?\s*(?:주\s*)?([0-9]{1,3}|[a-z]|\*{1,3}|†|‡)\s*[\])]?$/iu;
const NOTE_MAX_CHARS = 5000;

/**
 * Finds footnotes as GFM and most HTML editors write them: a short mark that links down to an element with that id,
 * which stands in a list item or paragraph of its own.
 */
export function findHtmlNotes(root: Root): HtmlNotes {
  const parents = new Map<Element, Element>();
  const order = new Map<Element, number>();
  const targets = new Map<string, Element>();
  const links: Element[] = [];
  const skipped = new Set<Element>();
  visit(root, (element, parent) => {
    if (parent !== null) parents.set(element, parent);
    order.set(element, order.size);
    for (const id of [element.properties["id"], element.properties["name"]]) {
      if (typeof id === "string" && !targets.has(id)) targets.set(id, element);
    }
    if (element.tagName === "a" && String(element.properties["href"] ?? "").startsWith("#")) links.push(element);
    if (element.tagName === "section" && element.properties["dataFootnotes"] !== undefined) skipped.add(element);
  });

  const references = new Map<Element, string>();
  const found = new Map<Element, Footnote>();
  for (const link of links) {
    const href = String(link.properties["href"]).slice(1);
    const target = targets.get(href) ?? targets.get(decoded(href));
    const mark = MARK.exec(collapseSpace(textOf(link)))?.[1];
    if (target === undefined || mark === undefined || (order.get(target) ?? 0) < (order.get(link) ?? 0)) continue;
    const note = holderOf(target, parents);
    if (note === null || isInside(link, note, parents)) continue;
    const known = found.get(note);
    const gfm = /^user-content-fn-(.+)$/.exec(href)?.[1];
    const name = known?.mark ?? (gfm === undefined ? mark : decoded(gfm));
    const text = known?.text ?? collapseSpace(textOf(note, true)).replace(/^(?:\[[^\]]{1,4}\]|\^)\s*/, "");
    if (text === "" || text.length > NOTE_MAX_CHARS) continue;
    found.set(note, { mark: name, text });
    skipped.add(note);
    references.set(wholeMark(link, parents), name);
  }
  return { notes: [...found.values()], references, skipped };
}

/** "<sup>[<a>1</a>]</sup>": the brackets belong to the mark. */
function wholeMark(link: Element, parents: ReadonlyMap<Element, Element>): Element {
  const parent = parents.get(link);
  return parent !== undefined && /^(?:sup|span)$/.test(parent.tagName) && MARK.test(collapseSpace(textOf(parent)))
    ? parent
    : link;
}

/** The list item or paragraph that the target is or stands in. */
function holderOf(target: Element, parents: ReadonlyMap<Element, Element>): Element | null {
  for (let element: Element | undefined = target; element !== undefined; element = parents.get(element)) {
    if (/^(?:li|p|div|dd|tr|aside)$/.test(element.tagName)) return element;
    if (!/^(?:a|sup|span|b|strong|em|i|small)$/.test(element.tagName)) return null;
  }
  return null;
}

function isInside(element: Element, ancestor: Element, parents: ReadonlyMap<Element, Element>): boolean {
  for (let at: Element | undefined = element; at !== undefined; at = parents.get(at)) {
    if (at === ancestor) return true;
  }
  return false;
}

function textOf(node: Nodes, withoutBackLinks = false): string {
  if (node.type === "text") return node.value;
  if (node.type !== "element" || isHidden(node)) return "";
  if (withoutBackLinks && node.tagName === "a" && String(node.properties["href"] ?? "").startsWith("#")) return "";
  const inside = node.children.map((child) => textOf(child, withoutBackLinks)).join("");
  return /^(?:p|div|li|br)$/.test(node.tagName) ? ` ${inside} ` : inside;
}

function visit(
  node: Nodes,
  see: (element: Element, parent: Element | null) => void,
  parent: Element | null = null,
): void {
  if (node.type !== "element" && node.type !== "root") return;
  if (node.type === "element") see(node, parent);
  for (const child of node.children) visit(child, see, node.type === "element" ? node : null);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
