import { endsLikeSentence } from "./ends-like-sentence.ts";

/** Columns. A narrower text is a list or verse; where lines are longer, each is a paragraph. */
const NARROWEST = 40;
const WIDEST = 130;
/** So much of the lines is no wider than the text: a row or an address may run over its edge. */
const WITHIN_EDGE = 0.9;
/** So many lines must end for want of room, and so large a share of those that end within a sentence. */
const FEWEST_BROKEN = 3;
const SHARE_BROKEN = 1 / 3;
/** So many of the sentences must end in the next line: rows of one width, which no page broke, are no sentences. */
const FEWEST_ENDED = 2;
/** Letters are not all as wide as they are counted. Columns. */
const RAGGED = 4;

/** Where a line that is broken for want of room ends at the latest, in columns; null where lines are not broken so. */
export type RightEdge = number | null;

/**
 * The edge at which running text was broken into lines, as in pages of a PDF: of the lines that end within a sentence many
 * end where the next word had no room. Lists, and paragraphs of one line each, end elsewhere.
 */
export function rightEdgeOf(lines: readonly string[]): RightEdge {
  const widths = lines.filter((line) => line.trim() !== "").map(columnsOf);
  widths.sort((a, b) => a - b);
  const edge = widths[Math.ceil(WITHIN_EDGE * widths.length) - 1] ?? 0;
  if (edge < NARROWEST || edge > WIDEST) return null;
  const pairs = lines.map((line, at) => ({ line, next: lines[at + 1] ?? "" }));
  const open = pairs.filter(({ line, next }) => goesOn(line, next));
  const broken = open.filter(({ line, next }) => isBroken(line, next, edge));
  const ended = broken.filter(({ next }) => endsSentence(next) && columnsOf(next) <= edge);
  const areMany = broken.length >= FEWEST_BROKEN && broken.length >= SHARE_BROKEN * open.length;
  return areMany && ended.length >= FEWEST_ENDED ? edge : null;
}

/** Whether the sentence of a line goes on in the next one, whose first word had no room in it. */
export function isBroken(line: string, next: string, edge: RightEdge): boolean {
  if (edge === null || !goesOn(line, next)) return false;
  const [word = ""] = next.trimStart().split(/\s/, 1);
  return columnsOf(line) + 1 + columnsOf(word) + RAGGED > edge;
}

/** Whether a sentence ends in a line, or within it. */
function endsSentence(line: string): boolean {
  return ENDS_WITHIN.test(line) || endsLikeSentence(line.trimEnd());
}

const ENDS_WITHIN = /\p{L}{2}[.?!]["'”’)\]]*\s+\p{L}/u;
/** An item of a list, an article of a law, the number of a page; "-0.1%" is none. */
const BEGINS_ANEW =
  /^(?!-\d)(?:\d{1,3}[.)]\s|[가-하A-Za-z][.)]\s|제\s?\d{1,3}(?:조|장|절|항)|[^\p{L}\p{N}"'“‘「『《〈(])/u;

function goesOn(line: string, next: string): boolean {
  if (!/\p{L}/u.test(line) || !/\p{L}/u.test(next) || BEGINS_ANEW.test(next.trimStart())) return false;
  const end = line.trimEnd();
  // What announces a list, and the cells of a table.
  return !/[:：;|]$/u.test(end) && (end.endsWith(",") || !endsLikeSentence(end));
}

/** As in a face of fixed width: letters of Korean and Chinese take two columns. */
function columnsOf(line: string): number {
  const text = line.trimEnd();
  let columns = text.length;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= 0x1100) columns++;
  return columns;
}
