import type { Footnote } from "./article.ts";

export interface SplitNotes {
  /** The document's text before the notes. */
  readonly text: string;
  readonly notes: readonly Footnote[];
}

/**
 * Cuts the block of notes ("[1] … [2] …") off the end of a flattened text. Notes may be glued to each other; only the
 * next mark in sequence begins a new one. A text that refers to no [1] before the block has no notes.
 */
export function splitNotes(text: string): SplitNotes {
  const start = findNotes(text);
  if (start < 0) return { text, notes: [] };
  const notes: Footnote[] = [];
  let rest = text.slice(start);
  for (let number = 1; rest !== ""; number += 1) {
    const content = rest.slice(`[${number}]`.length);
    const next = findNextMark(content, `[${number + 1}]`);
    const end = next < 0 ? content.length : next;
    const note = content.slice(0, end).replace(/\s+/g, " ").trim();
    if (note !== "") notes.push({ mark: String(number), text: note });
    rest = content.slice(end);
  }
  return { text: text.slice(0, start), notes };
}

function findNotes(text: string): number {
  const first = text.indexOf("[1]");
  const atLineStart = text.lastIndexOf("\n[1]");
  if (first < 0) return -1;
  if (atLineStart >= first)
    return /^\n\[1\][ \t]*\S/.test(text.slice(atLineStart, atLineStart + 200)) ? atLineStart + 1 : -1;
  // Glued to the end of the last line: then every mark used before it must have its note behind it.
  const last = text.lastIndexOf("[1]");
  if (last === first || !/^\[1\][ \t]+\S/.test(text.slice(last, last + 200))) return -1;
  let highest = 1;
  for (const found of text.slice(0, last).matchAll(/\[(\d{1,3})\]/g)) highest = Math.max(highest, Number(found[1]));
  let position = last;
  for (let number = 2; number <= highest; number += 1) {
    position = text.indexOf(`[${number}]`, position);
    if (position < 0) return -1;
  }
  return last;
}

/** The first place where the mark begins a line or follows the end of a sentence. */
function findNextMark(text: string, mark: string): number {
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    const before = text.slice(Math.max(0, at - 4), at).trimEnd();
    if (before === "" || text[at - 1] === "\n" || /[.!?。…)"'”’\]#]$/.test(before)) return at;
  }
  return -1;
}

/** Takes the marks of known notes out of a text. Other bracketed numbers stay as they are. */
export function takeMarks(
  text: string,
  notes: ReadonlySet<string>,
): { readonly text: string; readonly marks: string[] } {
  const marks: string[] = [];
  if (notes.size === 0 || !text.includes("[")) return { text, marks };
  const cleaned = text.replace(
    /(?<![ \t])[ \t]*\[(\d{1,3})\](?=([\p{L}\p{N}"'“‘])?)/gu,
    (whole, mark: string, next?: string) => {
      if (!notes.has(mark)) return whole;
      marks.push(mark);
      return next === undefined ? "" : " ";
    },
  );
  return { text: marks.length === 0 ? text : cleaned, marks };
}

/** The bracketed numbers that no note explains, in reading order and only where the document has a block of notes. */
export function unexplainedMarks(text: string, notes: readonly Footnote[]): string[] {
  if (notes.length === 0) return [];
  const known = new Set(notes.map((note) => note.mark));
  const found = [...text.matchAll(/\[(\d{1,2})\]/g)].map((match) => match[1] ?? "");
  return [...new Set(found.filter((mark) => !known.has(mark)))];
}
