import type { Element, Nodes, Root } from "hast";
import type { Footnote } from "./article.ts";
import { type Block, CELL_BORDER, collapseSpace, type HeadingBlock, LINK_MASK } from "./block.ts";
import { endsLikeSentence } from "./ends-like-sentence.ts";
import { isHidden, isLinkFarm, textLength } from "./html-clutter.ts";
import { findHtmlNotes, type HtmlNotes } from "./html-notes.ts";
import { tableRows } from "./html-table.ts";

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const BLOCKS = setOf(
  "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer " +
    "form header hgroup hr html legend li main menu ol optgroup p pre section summary tbody td tfoot th thead tr ul",
);
const LISTS = setOf("ul ol menu dir");
/** A form with this much text is a page whose maker wrapped all of it into one. */
const PAGE_IN_FORM_CHARS = 500;
/** A heading longer than this is a paragraph in the wrong tag. */
const HEADING_MAX_CHARS = 200;
const BOLD_HEADING_MAX_CHARS = 60;

interface Context {
  /** What stands around a line: only in the flow can a bold line be a heading. */
  readonly place: "flow" | "item" | "quote" | "cell" | "pre";
  readonly bold: boolean;
  /** A number per link, so that its pieces are masked as one; 0 outside links. */
  readonly link: number;
  readonly listDepth: number;
  readonly code: boolean;
}

interface Line {
  readonly kind: "line";
  readonly text: string;
  readonly masked: string;
  readonly marks: readonly string[];
  readonly bold: boolean;
  readonly linked: boolean;
  readonly place: Context["place"];
  /** Lines of one paragraph share their number. */
  readonly paragraph: number;
}

interface Output {
  readonly lines: (Line | HeadingBlock)[];
  pieces: { readonly text: string; readonly bold: boolean; readonly link: number }[];
  marks: string[];
  prefix: string;
  paragraph: number;
  links: number;
}

/** Reads the clean text out of a tree: no scripts, images, hidden elements or link farms. */
export function readHast(root: Root): { readonly blocks: Block[]; readonly notes: readonly Footnote[] } {
  const notes = findHtmlNotes(root);
  const out: Output = { lines: [], pieces: [], marks: [], prefix: "", paragraph: 0, links: 0 };
  const top: Context = { place: "flow", bold: false, link: 0, listDepth: 0, code: false };
  walk(root, top, out, notes);
  endLine(top, out);
  return { blocks: promoteBoldLines(out.lines), notes: notes.notes };
}

function walk(node: Nodes, context: Context, out: Output, notes: HtmlNotes): void {
  if (node.type === "text") {
    addText(node.value, context, out);
  } else if (node.type === "root") {
    for (const child of node.children) walk(child, context, out, notes);
  } else if (node.type === "element") {
    walkElement(node, context, out, notes);
  }
}

function walkElement(element: Element, context: Context, out: Output, notes: HtmlNotes): void {
  const name = element.tagName;
  const mark = notes.references.get(element);
  if (mark !== undefined) {
    out.marks.push(mark);
  } else if (isHidden(element) || notes.skipped.has(element) || isLinkFarm(element)) {
    // An icon or a hidden word must not glue its neighbours together, but a block must still end the line.
    if (BLOCKS.has(name)) endLine(context, out);
  } else if (name === "form" && textLength(element) < PAGE_IN_FORM_CHARS) {
    endLine(context, out);
  } else if (name === "br") {
    endLine(context, out, true);
  } else if (/^h[1-6]$/.test(name) && context.place !== "cell") {
    readHeading(element, context, out, notes);
  } else if (name === "table") {
    readTable(element, context, out, notes);
  } else if (LISTS.has(name)) {
    readList(element, context, out, notes);
  } else if (BLOCKS.has(name)) {
    const place = name === "blockquote" ? "quote" : name === "pre" ? "pre" : context.place;
    const inner: Context = { ...context, place: context.place === "cell" ? "cell" : place };
    endLine(context, out);
    walkChildren(element, inner, out, notes);
    endLine(inner, out);
  } else {
    const isLink = name === "a" && element.properties["href"] !== undefined;
    const bold = context.bold || name === "b" || name === "strong";
    if (isLink) out.links += 1;
    const code = context.code || name === "code" || name === "kbd" || name === "samp";
    walkChildren(element, { ...context, bold, code, link: isLink ? out.links : context.link }, out, notes);
  }
}

function walkChildren(element: Element, context: Context, out: Output, notes: HtmlNotes): void {
  for (const child of element.children) walk(child, context, out, notes);
}

function addText(text: string, context: Context, out: Output): void {
  if (context.place !== "pre") {
    if (context.code) out.pieces.push({ text, bold: context.bold, link: context.link });
    else addMarkedText(text, context, out);
    return;
  }
  for (const [i, line] of text.split("\n").entries()) {
    if (i > 0) endLine(context, out, true);
    out.pieces.push({ text: line, bold: context.bold, link: context.link });
  }
}

/** Authors write **bold** and [links](…) inside HTML too, where no Markdown parser looks for them. */
function addMarkedText(text: string, context: Context, out: Output): void {
  let at = 0;
  const push = (part: string, bold: boolean, link: number) => {
    if (part !== "") out.pieces.push({ text: part, bold: bold || context.bold, link });
  };
  if (text.includes("**") || text.includes("](")) {
    for (const found of text.matchAll(
      /\*\*(?=[^\s*])([^*\n]{1,300})(?<=\S)\*\*|!?\[([^[\]\n]{0,300})\]\([^()\s]{1,2000}\)/g,
    )) {
      push(text.slice(at, found.index), false, context.link);
      if (found[2] !== undefined) out.links += 1;
      if (!found[0].startsWith("!"))
        push(found[1] ?? found[2] ?? "", found[1] !== undefined, found[2] === undefined ? context.link : out.links);
      at = found.index + found[0].length;
    }
  }
  push(text.slice(at), false, context.link);
}

/** Puts the collected words out as one line; a soft end (<br>) stays in the same paragraph. */
function endLine(context: Context, out: Output, soft = false): void {
  const text = collapseSpace(out.pieces.map((piece) => piece.text).join(""));
  if (text !== "" || out.marks.length > 0) {
    const tidy = out.marks.length > 0 ? collapseSpace(text.replace(/\[[\s,]*\]|\([\s,]*\)/g, "")) : text;
    const spoken = out.pieces.filter((piece) => piece.text.trim() !== "");
    out.lines.push({
      kind: "line",
      text: tidy === "" ? "" : out.prefix + tidy,
      masked: out.prefix + maskLinks(out.pieces),
      marks: out.marks,
      bold: spoken.every((piece) => piece.bold),
      linked: spoken.some((piece) => piece.link !== 0),
      place: context.place,
      paragraph: out.paragraph,
    });
    out.prefix = "";
    out.marks = [];
  }
  out.pieces = [];
  if (!soft) out.paragraph += 1;
}

function maskLinks(pieces: Output["pieces"]): string {
  let masked = "";
  let link = 0;
  for (const piece of pieces) {
    if (piece.link === 0) masked += piece.text;
    else if (piece.link !== link) masked += LINK_MASK;
    link = piece.link;
  }
  return collapseSpace(masked);
}

function readHeading(element: Element, context: Context, out: Output, notes: HtmlNotes): void {
  endLine(context, out);
  const inside = readInside(element, { ...context, place: "cell" }, notes);
  const text = inside.map((line) => line.text).join(" ");
  const marks = inside.flatMap((line) => line.marks);
  if (text === "") return;
  if (text.length > HEADING_MAX_CHARS) {
    out.pieces.push({ text, bold: false, link: 0 });
    endLine(context, out);
    return;
  }
  out.prefix = "";
  out.lines.push({ kind: "heading", level: Number(element.tagName[1]), number: null, text, marks });
}

function readInside(element: Element, context: Context, notes: HtmlNotes): (Line | HeadingBlock)[] {
  const out: Output = { lines: [], pieces: [], marks: [], prefix: "", paragraph: 0, links: 0 };
  walkChildren(element, context, out, notes);
  endLine(context, out);
  return out.lines;
}

function readList(list: Element, context: Context, out: Output, notes: HtmlNotes): void {
  // A list that begins its item ("2024. 6. 12." is three lists in Markdown) goes on in the item's own line.
  const outer = context.listDepth > 0 && out.pieces.every((piece) => piece.text.trim() === "") ? out.prefix : "";
  if (outer === "") endLine(context, out);
  const indent = "  ".repeat(outer === "" ? context.listDepth : 0);
  const place = context.place === "cell" ? "cell" : "item";
  const inner: Context = { ...context, place, listDepth: context.listDepth + 1 };
  let number = Number(list.properties["start"] ?? 1);
  let first = true;
  for (const child of list.children) {
    if (child.type !== "element" || child.tagName !== "li") {
      walk(child, inner, out, notes);
      continue;
    }
    if (Number.isInteger(Number(child.properties["value"] ?? Number.NaN))) number = Number(child.properties["value"]);
    const marker = list.tagName === "ol" ? `${number}. ` : "- ";
    if (!first || outer === "") endLine(inner, out);
    out.prefix = (first ? outer : "") + indent + marker;
    if (!isHidden(child) && !notes.skipped.has(child)) walkChildren(child, inner, out, notes);
    endLine(inner, out);
    out.prefix = "";
    first = false;
    number += 1;
  }
}

function readTable(table: Element, context: Context, out: Output, notes: HtmlNotes): void {
  endLine(context, out);
  const rows = tableRows(table);
  if (rows === null) {
    // A table that lays out a page: its cells are blocks.
    const from = out.lines.length;
    walkChildren(table, context, out, notes);
    endLine(context, out);
    readAlikeAsItems(out.lines, from);
    return;
  }
  const cellContext: Context = { ...context, place: "cell" };
  const read = new Map<Element, readonly (Line | HeadingBlock)[]>();
  for (const row of rows) {
    const marks: string[] = [];
    const cells = row.map((cell) => {
      const known = read.get(cell);
      const lines = known ?? readInside(cell, cellContext, notes);
      read.set(cell, lines);
      if (known === undefined) for (const line of lines) for (const mark of line.marks) marks.push(mark);
      return {
        text: lines.map((line) => line.text).join(" "),
        masked: lines.map((line) => (line.kind === "line" ? line.masked : line.text)).join(" "),
      };
    });
    const isEmpty = cells.every((cell) => cell.text === "");
    if (isEmpty && marks.length === 0) continue;
    out.lines.push({
      kind: "line",
      text: isEmpty ? "" : out.prefix + collapseSpace(cells.map((cell) => cell.text).join(CELL_BORDER)),
      masked: out.prefix + collapseSpace(cells.map((cell) => cell.masked).join(CELL_BORDER)),
      marks,
      bold: false,
      linked: false,
      place: "cell",
      paragraph: out.paragraph,
    });
    out.prefix = "";
  }
  out.paragraph += 1;
}

/** Where each line of a table is bold, none of them heads the others. */
function readAlikeAsItems(lines: Output["lines"], from: number): void {
  const ofTable = lines.slice(from).filter((line) => line.kind === "line");
  if (ofTable.length < 2 || ofTable.length < lines.length - from || !ofTable.every(({ bold }) => bold)) return;
  // One by one: there may be more of them than a call may have arguments.
  for (const [at, line] of ofTable.entries()) lines[from + at] = { ...line, place: "item" };
}

/**
 * A paragraph (or its first line) that is bold altogether, short, no sentence, and stands above text of its own is a
 * heading. Links alone below it are no text: the last bold words of a post often stand above "read more".
 */
function promoteBoldLines(lines: readonly (Line | HeadingBlock)[]): Block[] {
  const isHeading = lines.map(() => false);
  let hasText = false;
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    const line = lines[i];
    const next = lines[i + 1];
    if (line === undefined || line.kind === "heading") {
      hasText = false;
      continue;
    }
    const isFirst = !(lines[i - 1]?.kind === "line" && (lines[i - 1] as Line).paragraph === line.paragraph);
    const standsAlone = !(next?.kind === "line" && next.paragraph === line.paragraph && next.bold);
    const followsHeading = next === undefined || next.kind === "heading" || isHeading[i + 1];
    isHeading[i] = isFirst && standsAlone && !followsHeading && hasText && looksLikeHeading(line);
    hasText = !isHeading[i] && (hasText || !line.linked);
  }
  let above = 1;
  return lines.map((line, i): Block => {
    if (line.kind === "heading") {
      above = line.level;
      return line;
    }
    if (isHeading[i]) return { kind: "heading", level: above + 1, number: null, text: line.text, marks: line.marks };
    return { kind: "line", text: line.text, masked: line.masked, marks: line.marks };
  });
}

function looksLikeHeading(line: Line): boolean {
  return (
    line.bold &&
    line.place === "flow" &&
    !line.linked &&
    line.text.length <= BOLD_HEADING_MAX_CHARS &&
    /\p{L}/u.test(line.text) &&
    !endsLikeSentence(line.text) &&
    !/https?:|www\.|@|\d{2,4}-\d{3,4}-\d{4}/.test(line.text)
  );
}
