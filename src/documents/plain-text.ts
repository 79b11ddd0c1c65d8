import { type Block, collapseSpace, isRow, lineOf } from "./block.ts";
import { splitNotes, takeMarks } from "./footnotes.ts";
import type { ReadDocument } from "./html.ts";
import { withSpacedRows } from "./spaced-rows.ts";
import { TITLE_MAX_CHARS, titleLine } from "./title-line.ts";
import { gapBetween, isBroken, type RightEdge, rightEdgeOf } from "./wrapped-lines.ts";

/** Reads text without markup: every line is a block, but lines that were broken for want of room are joined. */
export function readPlainText(source: string): ReadDocument {
  const { text, notes } = splitNotes(source);
  const known = new Set(notes.map((note) => note.mark));
  const lines = withSpacedRows(text.split("\n"));
  const titleAt = titleLine(lines);
  const title = titleAt === null ? null : collapseSpace(lines[titleAt] ?? "");
  const paragraphs = lines
    .map((line, at) => (at === titleAt ? "" : line))
    .join("\n")
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.split("\n").filter((line) => line.trim() !== ""));
  const edge = rightEdgeOf(lines);
  const blocks: Block[] = [];
  for (const paragraph of paragraphs) {
    for (const line of unwrap(paragraph, edge)) {
      if ("level" in line) {
        blocks.push({
          kind: "heading",
          level: line.level,
          number: null,
          ...takeMarks(collapseSpace(line.text), known),
        });
        continue;
      }
      const { text: clean, marks } = takeMarks(line.text, known);
      const indent = /^\s{2,8}(?=[-*•·])/.exec(clean)?.[0] ?? "";
      const body = collapseSpace(clean);
      if (body !== "" || marks.length > 0) blocks.push(lineOf(indent + body, marks));
    }
  }
  return { blocks, notes, title, url: null, warnings: [] };
}

type TextLine = { readonly text: string } | { readonly text: string; readonly level: number };

function unwrap(paragraph: readonly string[], edge: RightEdge): TextLine[] {
  const lines: TextLine[] = [];
  let open = "";
  for (const [i, line] of paragraph.entries()) {
    const next = paragraph[i + 1] ?? "";
    if (/^\s*(?:={3,}|-{3,})\s*$/.test(line)) continue;
    if (open === "" && line.length <= TITLE_MAX_CHARS && /^\s*(?:={3,}|-{3,})\s*$/.test(next)) {
      lines.push({ text: line, level: next.includes("=") ? 1 : 2 });
      continue;
    }
    open = open === "" ? line.trimEnd() : open + gapBetween(paragraph[i - 1] ?? "", line) + line.trim();
    if (isBroken(line, next, edge) || (isWrapped(line) && /^\s*[\p{L}"'“(]/u.test(next))) continue;
    lines.push({ text: open });
    open = "";
  }
  if (open !== "") lines.push({ text: open });
  return lines;
}

function isWrapped(line: string): boolean {
  const width = line.trimEnd().length;
  const latin = line.match(/[A-Za-z]/g)?.length ?? 0;
  return !isRow(line) && width >= 50 && width <= 100 && latin * 2 > width && !/[.!?:;]["'”’)\]]*\s*$/.test(line);
}
