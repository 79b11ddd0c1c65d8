import type { Section } from "../documents/article.ts";
import type { ChatWording } from "../wording/chat-wording.ts";
import type { Line, Piece } from "./chat-message.ts";
import { line } from "./chat-message.ts";

/** A section's words line by line; the quotes that stand in it are strong. `footnote`: only that note is shown. */
export function sectionLines(
  section: Section,
  footnote: string | null,
  quotes: readonly string[],
  wording: ChatWording,
): Line[] {
  if (footnote !== null) {
    const note = section.footnotes.find(({ mark }) => mark === footnote);
    if (note) return [line("small", wording.note(note.mark)), ...quotedLines(note.text, quotes)];
  }
  const body = section.body.trim() === "" ? [line("own", wording.stillEmpty())] : quotedLines(section.body, quotes);
  const notes = section.footnotes.map(({ mark, text }) => line("small", `[${mark}] ${text}`));
  return [...body, ...notes];
}

function quotedLines(text: string, quotes: readonly string[]): Line[] {
  const strong = strongRanges(text, quotes);
  const lines: Line[] = [];
  let start = 0;
  for (const row of text.split("\n")) {
    if (row.trim() !== "") {
      lines.push({ kind: "quoted", pieces: piecesOf(row, start, strong), number: null, url: null });
    }
    start += row.length + 1;
  }
  return lines;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function strongRanges(text: string, quotes: readonly string[]): Range[] {
  const ranges = quotes.flatMap((quote) => {
    const start = text.indexOf(quote);
    return start === -1 || quote === "" ? [] : [{ start, end: start + quote.length }];
  });
  return ranges.sort((a, b) => a.start - b.start);
}

function piecesOf(row: string, offset: number, strong: readonly Range[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const range of strong) {
    const start = Math.max(at, range.start - offset);
    const end = Math.min(row.length, range.end - offset);
    if (end <= start) continue;
    if (start > at) pieces.push({ text: row.slice(at, start), strong: false });
    pieces.push({ text: row.slice(start, end), strong: true });
    at = end;
  }
  if (at < row.length) pieces.push({ text: row.slice(at), strong: false });
  return pieces;
}
