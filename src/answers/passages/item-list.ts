import type { SectionSentence } from "../../search/section-reading.ts";
import { columnsNamedBy } from "./table-columns.ts";

/** A list or a table in a section's body. */
export interface ItemList {
  readonly kind: "list" | "table";
  /** The places of each item's sentences among the section's, in reading order. The row that heads a table is none. */
  readonly items: readonly (readonly number[])[];
  /** The names of a table's columns; null where they are not known. */
  readonly columns: readonly string[] | null;
}

/** A sentence as a part of a list: of one of its items, or of what announces them. */
export interface ListPart {
  readonly list: ItemList;
  /** Which item, from 0; null where the sentence announces the list. */
  readonly item: number | null;
}

/** "…는 다음과 같다", "다음 서류를 낸다", "다음은 내지 않는다", "as follows:" */
const ANNOUNCES =
  /[:：]$|^(?:다음|아래)[은는]\s|(?:다음|아래)[과와]?\s?같|(?:다음|아래)의?\s(?:각\s?)?[가-힣]{1,6}(?:[을를은는]|이다|이며|에서|으로|로)?(?:\s|\.)|아래\s?(?:표|목록)|\b(?:following|follows|below)\b/iu;

/** A marked line alone may be a dash; a row stands under the one that heads it. */
const LEAST_ITEMS: Readonly<Record<ItemList["kind"], number>> = { list: 2, table: 1 };

/** A line of a body that may be an item of a list. */
interface ItemLine {
  readonly kind: ItemList["kind"];
  /** Items of one list have the same; of a table, the place of the row that heads it. */
  readonly mark: string;
  /** Whether its mark is the first of an order, as 가., 1) and ① are; null where it stands in none. */
  readonly begins: boolean | null;
  /** How far it is set in. Characters. */
  readonly indent: number;
  readonly places: number[];
  /** The place of the sentence that stands before it and what heads it. */
  readonly before: number;
}

/** What each sentence of a section is a part of, by its place; `headerRowOf` tells the first row of a row's table. */
export function listPartsOf(
  body: string,
  sentences: readonly SectionSentence[],
  headerRowOf: (place: number) => number | null,
): ReadonlyMap<number, ListPart> {
  const parts = new Map<number, ListPart>();
  const announces = (place: number) => {
    const sentence = sentences[place];
    return sentence !== undefined && sentence.footnote === null && ANNOUNCES.test(sentence.text);
  };
  for (const { lines, within } of runsOf(itemLines(body, sentences, headerRowOf), announces)) {
    const [first] = lines;
    if (first === undefined || lines.length < LEAST_ITEMS[first.kind]) continue;
    const items = lines.map(({ places }) => places);
    const list: ItemList = { kind: first.kind, items, columns: columnsOf(first, items, sentences) };
    for (const [item, places] of list.items.entries()) for (const place of places) parts.set(place, { list, item });
    const isFree = within !== null || !parts.has(first.before);
    if (isFree && announces(first.before)) parts.set(first.before, { list, item: null });
  }
  return parts;
}

function columnsOf(
  { kind, mark }: ItemLine,
  items: ItemList["items"],
  sentences: readonly SectionSentence[],
): readonly string[] | null {
  if (kind === "list") return null;
  const textOf = (place: number | undefined) => sentences[place ?? -1]?.text ?? "";
  return columnsNamedBy(
    textOf(Number(mark)),
    items.map(([row]) => textOf(row)),
  );
}

/** Items that follow each other, in an item of another list or in none. */
interface Run {
  readonly lines: ItemLine[];
  readonly within: { readonly run: Run; readonly item: ItemLine } | null;
}

/**
 * The lists of a body. What is set in deeper belongs to the item above it, and so does what is numbered anew in another way
 * (가. under 2.), up to where the outer list goes on; unless that item announces it: then it is a list of its own.
 */
function runsOf(lines: readonly (ItemLine | null)[], announces: (place: number) => boolean): Run[] {
  const runs: Run[] = [];
  let open: Run[] = [];
  for (const line of lines) {
    const top = open.at(-1);
    const item = top?.lines.at(-1);
    const goesOn = open.findLastIndex(({ lines: [first] }) => first?.mark === line?.mark);
    if (line === null) {
      open = [];
    } else if (top && item && goesOn === -1 && isDeeper(line, top) && !announces(line.before)) {
      for (const place of line.places) item.places.push(place);
    } else if (goesOn !== -1) {
      open = open.slice(0, goesOn + 1);
      open.at(-1)?.lines.push(line);
    } else {
      const isBelow = top !== undefined && isDeeper(line, top);
      const isWithin = item !== undefined && (isBelow || (line.begins && item.begins !== null));
      const run: Run = { lines: [line], within: isWithin && top ? { run: top, item } : null };
      open = isWithin ? [...open, run] : [run];
      runs.push(run);
    }
  }
  // The innermost first, so that an item takes along what its own items took.
  for (const { lines: items, within } of runs.toReversed()) {
    if (within === null || within.run.lines.length < LEAST_ITEMS.list || announces(items[0]?.before ?? -1)) continue;
    for (const place of items.splice(0).flatMap(({ places }) => places)) within.item.places.push(place);
    within.item.places.sort((one, other) => one - other);
  }
  return runs;
}

function isDeeper(line: ItemLine, { lines: [first] }: Run): boolean {
  return first !== undefined && line.kind === "list" && line.indent > first.indent;
}

/** The body's lines in reading order; null for one that is no item. */
function itemLines(
  body: string,
  sentences: readonly SectionSentence[],
  headerRowOf: (place: number) => number | null,
): (ItemLine | null)[] {
  const placesByLine = new Map<number, number[]>();
  let lineStart = 0;
  let read = 0;
  for (const [place, { footnote, start, end }] of sentences.entries()) {
    if (footnote !== null) break;
    const newline = body.slice(read, start).lastIndexOf("\n");
    if (newline !== -1) lineStart = read + newline + 1;
    read = end;
    const places = placesByLine.get(lineStart);
    if (places) places.push(place);
    else placesByLine.set(lineStart, [place]);
  }
  return [...placesByLine].flatMap(([lineStart, places]): (ItemLine | null)[] => {
    const [first = 0] = places;
    const header = headerRowOf(first);
    if (header === first) return [];
    if (header !== null)
      return [{ kind: "table", mark: String(header), begins: null, indent: 0, places, before: header - 1 }];
    // Before a line's first sentence stand its indentation and the mark of an item.
    const lead = body.slice(lineStart, sentences[first]?.start);
    if (lead.trim() === "") return [null];
    const indent = lead.length - lead.trimStart().length;
    return [{ kind: "list", ...markOf(lead), indent, places, before: first - 1 }];
  });
}

/** The first of an order: "1.", "가)", "(1)", "①". */
const FIRST = /^[^\p{L}\p{N}]*(?:1|가|①)[^\p{L}\p{N}]*$/u;

/** Numbers, letters and circled numbers mark different lists. */
function markOf(lead: string): Pick<ItemLine, "mark" | "begins"> {
  const mark = lead
    .replace(/\p{Nd}+/gu, "1")
    .replace(/\p{No}/gu, "①")
    .replace(/\p{L}+/gu, "가");
  return { mark, begins: /[1가①]/u.test(mark) ? FIRST.test(lead) : null };
}
