import { ITEM_LETTERS } from "../text/item-letters.ts";
import { isRow } from "./block.ts";
import { endsLikeSentence } from "./ends-like-sentence.ts";
import { beginsPartOfLaw } from "./law-headings.ts";

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

/** How a text was broken into lines; null where lines are not broken for want of room. */
export type RightEdge = {
  /** Where a broken line ends at the latest. */
  readonly columns: number;
  /** Lines that begin like an item of a list and are none: "다. 그러나 …", where the line before ends in "한". */
  readonly torn: ReadonlySet<string>;
} | null;

/**
 * The edge at which running text was broken into lines, as in pages of a PDF: of the lines that end within a sentence many
 * end where the next word had no room. Lists, and paragraphs of one line each, end elsewhere.
 */
export function rightEdgeOf(lines: readonly string[]): RightEdge {
  const widths = lines.filter((line) => line.trim() !== "").map(columnsOf);
  widths.sort((a, b) => a - b);
  const columns = widths[Math.ceil(WITHIN_EDGE * widths.length) - 1] ?? 0;
  if (columns < NARROWEST || columns > WIDEST) return null;
  const edge = { columns, torn: tornLines(lines) };
  const pairs = lines.map((line, at) => ({ line, next: lines[at + 1] ?? "" }));
  const open = pairs.filter(({ line, next }) => goesOn(line, next, edge));
  const broken = open.filter(({ line, next }) => isBroken(line, next, edge));
  const ended = broken.filter(({ next }) => endsSentence(next) && columnsOf(next) <= columns);
  const areMany = broken.length >= FEWEST_BROKEN && broken.length >= SHARE_BROKEN * open.length;
  return areMany && ended.length >= FEWEST_ENDED ? edge : null;
}

/** Whether the sentence of a line goes on in the next one, whose first word had no room in it. */
export function isBroken(line: string, next: string, edge: RightEdge): boolean {
  if (edge === null || !goesOn(line, next, edge)) return false;
  const [word = ""] = next.trimStart().split(/\s/, 1);
  return columnsOf(line) + 1 + columnsOf(word) + RAGGED > edge.columns;
}

/** What stands between a broken line and the one that it goes on in: nothing where it broke within a word. */
export function gapBetween(line: string, next: string): "" | " " {
  return ENDING.test(next.trimStart()) && /[\p{L}\p{N}"'”’」』)\]%]$/u.test(line.trimEnd()) ? "" : " ";
}

/** Particles and endings that are no words of their own, as 이 문제, 도 관계자, 만 19세 and 은 10돈 may begin with. */
const ENDING =
  /^(?:[을를는의에]|에서[는도의]?|에게[는도]?|에[는도]|으로(?:서|써|는|도)?|까지[는도의]?|부터[는도의]?|이며|이고|이다[.]|다[.]|니다[.]|습니다[.]|었다[.]|았다[.]|야(?=\s(?:하|한|할|합|해|했)))(?=[\s,.]|$)/u;

const LETTERED = new RegExp(String.raw`^\s*([${ITEM_LETTERS}])([.)])\s`, "u");

/** An item's letter follows that of the item before; and a page may break 한다 before its last syllable. */
function tornLines(lines: readonly string[]): ReadonlySet<string> {
  const torn = new Set<string>();
  const last = new Map<string, number>();
  for (const [i, line] of lines.entries()) {
    const [, letter = "", close = ""] = LETTERED.exec(line) ?? [];
    if (letter === "") continue;
    const at = ITEM_LETTERS.indexOf(letter);
    const above = last.get(close);
    const follows = at === 0 || above === undefined || above === at - 1;
    const endsWord = letter === "다" && endsLikeSentence(`${lines[i - 1]?.trimEnd()}다`);
    if (follows && !endsWord) last.set(close, at);
    else torn.add(line);
  }
  return torn;
}

/** Whether a sentence ends in a line, or within it. */
function endsSentence(line: string): boolean {
  return ENDS_WITHIN.test(line) || endsLikeSentence(line.trimEnd());
}

const ENDS_WITHIN = /\p{L}{2}[.?!]["'”’)\]]*\s+\p{L}/u;
/** An item of a list, the number of a page; "-0.1%" is none. */
const BEGINS_ANEW = new RegExp(
  String.raw`^(?!-\d)(?:\d{1,3}[.)]\s|[${ITEM_LETTERS}A-Za-z][.)]\s|[^\p{L}\p{N}"'“‘「『《〈(])`,
  "u",
);

function goesOn(line: string, next: string, { torn }: NonNullable<RightEdge>): boolean {
  if (!/\p{L}/u.test(line) || !/\p{L}/u.test(next) || isRow(line) || isRow(next)) return false;
  const begin = next.trimStart();
  if (beginsPartOfLaw(begin) || (BEGINS_ANEW.test(begin) && !torn.has(next))) return false;
  const end = line.trimEnd();
  // What announces a list, and a cell of a table.
  return !/[:：;|]$/u.test(end) && (end.endsWith(",") || !endsLikeSentence(end));
}

/** As in a face of fixed width: letters of Korean and Chinese take two columns. */
function columnsOf(line: string): number {
  const text = line.trimEnd();
  let columns = text.length;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= 0x1100) columns++;
  return columns;
}
