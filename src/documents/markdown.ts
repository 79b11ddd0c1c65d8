import type { Root } from "hast";
import { raw } from "hast-util-raw";
import type { Root as MarkdownRoot } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { toHast } from "mdast-util-to-hast";
import { cjkFriendlyExtension } from "micromark-extension-cjk-friendly";
import { gfm } from "micromark-extension-gfm";
import { type Block, lineOf } from "./block.ts";
import { isTooDeep, type ReadDocument, readTagSoup, rescuePseudoTags } from "./html.ts";
import { endPastedLines } from "./pasted-lines.ts";
import { readHast } from "./read-hast.ts";

/** Reads Markdown, HTML or both mixed, as posts are written. */
export function readMarkdown(source: string, path: string): ReadDocument {
  if (isTooDeep(source)) return readTagSoup(source, path);
  const text = (source.match(COMMENT_START)?.length ?? 0) > 200 ? stripComments(source) : source;
  if (isTooLong(text)) return readLines(text, path);
  const parsed = parse(rescuePseudoTags(text));
  endPastedLines(parsed);
  const tree = toHast(parsed, { allowDangerousHtml: true });
  const root: Root = tree.type === "root" ? tree : { type: "root", children: [] };
  return { ...readHast(raw(root) as Root), title: null, url: null, warnings: [] };
}

/** What stands open to the end of the text makes the parser look there each time. */
const COMMENT_START = /<!--|<!\[CDATA\[|<[!?](?=[A-Za-z])/g;

function stripComments(source: string): string {
  const parts: string[] = [];
  let at = 0;
  for (let start = source.indexOf("<!--"); start >= 0; start = source.indexOf("<!--", at)) {
    const end = source.indexOf("-->", start + 4);
    if (end < 0) break;
    parts.push(source.slice(at, start));
    at = end + 3;
  }
  return (parts.join("") + source.slice(at)).replace(COMMENT_START, "");
}

const MAX_LINES = 15_000;
const MAX_MARKED_LINES = 3000;
const MAX_HEADINGS = 2000;

/** Many short blocks take the parser time with the square of their number. */
function isTooLong(text: string): boolean {
  let lines = 0;
  let marked = 0;
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    lines += 1;
    if (/^[ \t]*(?:[-*+_>#=[]|\d{1,9}[.)]|```|~~~)/.test(line)) marked += 1;
  }
  return lines > MAX_LINES || marked > MAX_MARKED_LINES;
}

/** Line by line, with the headings where they are not too many either. */
function readLines(text: string, path: string): ReadDocument {
  const read = readTagSoup(text, path, "has too many lines");
  const headings = (line: string) => /^(#{1,6}) (.*[\p{L}\p{N}].*)$/u.exec(line);
  if (read.blocks.filter((block) => headings(block.text) !== null).length > MAX_HEADINGS) return read;
  const blocks = read.blocks.map((block): Block => {
    const [, marks = "", words = ""] = headings(block.text) ?? [];
    if (words === "") return lineOf(block.text);
    return { kind: "heading", level: marks.length, number: null, text: words.replace(/ #+$/, ""), marks: [] };
  });
  return { ...read, blocks };
}

/** The parser takes time with the square of some texts' length: what is longer is read piece by piece. */
const PIECE_CHARS = 16_000;

function parse(source: string): MarkdownRoot {
  if (source.length <= PIECE_CHARS) return parsePiece(source);
  const text = source.replace(/<(script|style)\b[^<>]*>[\s\S]*?<\/\1\s*>/gi, "").replace(/<!--[\s\S]*?-->/g, "");
  const definitions = findDefinitions(text);
  const root: MarkdownRoot = { type: "root", children: [] };
  for (const piece of cut(text)) {
    for (const child of parsePiece(piece + definitionsFor(piece, definitions)).children) {
      const isStandIn = child.type === "footnoteDefinition" && JSON.stringify(child.children).includes(STAND_IN);
      if (!isStandIn) root.children.push(child);
    }
  }
  return root;
}

function parsePiece(piece: string): MarkdownRoot {
  return fromMarkdown(piece, {
    extensions: [
      // One tilde is a range in Korean: 10~20명.
      gfm({ singleTilde: false }),
      cjkFriendlyExtension(),
      { disable: { null: ["codeIndented", ...costlyConstructs(piece)] } },
    ],
    mdastExtensions: [gfmFromMarkdown()],
  });
}

/** Syntax so dense that no author means it would take minutes: it stays text. A run is of one character: _* is two. */
function costlyConstructs(piece: string): string[] {
  const off: string[] = [];
  if ((piece.match(/`+/g)?.length ?? 0) > 1500) off.push("codeText");
  if ((piece.match(/([*_~])\1*/g)?.length ?? 0) > 1500) off.push("attention", "strikethrough");
  if ((piece.match(/\[/g)?.length ?? 0) > 1500 || (piece.match(/\]/g)?.length ?? 0) > 1500) {
    off.push("labelStartLink", "labelStartImage", "labelEnd", "gfmFootnoteCall", "gfmPotentialFootnoteCall");
  }
  if (/(?:^|\n)(?:[ \t]{0,3}(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){30}/.test(piece)) off.push("blockQuote", "list");
  const borders = piece.match(/\|/g)?.length ?? 0;
  // Cells of a character each hold nothing that is read as a table.
  const isAllBorders = borders > 1500 && borders * 3 > piece.length;
  if (isAllBorders || /(?:\|[^|\n]{0,40}){300}/.test(piece)) off.push("table");
  return off;
}

/** Pieces of about PIECE_CHARS, cut at an empty line outside code where there is one, else at a line end or a space. */
function* cut(text: string): Generator<string> {
  let start = 0;
  let fence = "";
  let at = 0;
  while (at < text.length) {
    const newline = text.indexOf("\n", at);
    const end = newline < 0 ? text.length : newline + 1;
    const line = text.slice(at, Math.min(end, at + 200));
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
    if (mark !== "" && (fence === "" || mark.startsWith(fence))) fence = fence === "" ? mark : "";
    const length = end - start;
    const isEmpty = line.trim() === "" && fence === "" && !/^[ \t]/.test(text.slice(end, end + 1));
    if (
      (isEmpty && length > PIECE_CHARS / 2) ||
      (length > PIECE_CHARS && !/^[ \t]*\|/.test(line)) ||
      length > 4 * PIECE_CHARS
    ) {
      yield* cutLong(text.slice(start, end));
      start = end;
      fence = "";
    }
    at = end;
  }
  yield* cutLong(text.slice(start));
}

function* cutLong(piece: string): Generator<string> {
  let start = 0;
  while (piece.length - start > 4 * PIECE_CHARS) {
    const window = piece.slice(start, start + PIECE_CHARS);
    const end =
      Math.max(window.lastIndexOf(">"), window.lastIndexOf(". "), window.lastIndexOf("\n")) + 1 ||
      window.lastIndexOf(" ") + 1;
    yield window.slice(0, end > 0 ? end : PIECE_CHARS);
    start += end > 0 ? end : PIECE_CHARS;
  }
  yield piece.slice(start);
}

const STAND_IN = "\ue002";

/** Link and footnote definitions by label: a piece that uses one must know that it exists. */
function findDefinitions(text: string): ReadonlyMap<string, string> {
  const definitions = new Map<string, string>();
  for (const [line, label = ""] of text.matchAll(/^ {0,3}\[([^\]\n]{1,100})\]:[^\n]{0,500}/gm)) {
    definitions.set(label.toLowerCase(), label.startsWith("^") ? `[${label}]: ${STAND_IN}` : line);
  }
  return definitions;
}

function definitionsFor(piece: string, definitions: ReadonlyMap<string, string>): string {
  if (definitions.size === 0) return "";
  const needed = new Set<string>();
  for (const [, label = ""] of piece.matchAll(/\[([^[\]\n]{1,100})\](?!:)/g)) {
    const definition = definitions.get(label.toLowerCase());
    if (definition !== undefined) needed.add(definition);
  }
  const own = [...needed].filter((definition) => !piece.includes(`${definition.slice(0, definition.indexOf("]:"))}]:`));
  return own.length === 0 ? "" : `\n\n${own.join("\n\n")}`;
}
