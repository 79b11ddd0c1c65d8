import type { SectionSentence } from "../search/section-reading.ts";
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
  for (const run of runsOf(itemLines(body, sentences, headerRowOf))) {
    const [first] = run;
    if (first === undefined || run.length < LEAST_ITEMS[first.kind]) continue;
    const items = run.map(({ places }) => places);
    const list: ItemList = { kind: first.kind, items, columns: columnsOf(first, items, sentences) };
    for (const [item, places] of list.items.entries()) for (const place of places) parts.set(place, { list, item });
    const announcing = sentences[first.before];
    if (announcing === undefined || parts.has(first.before)) continue;
    if (announcing.footnote === null && ANNOUNCES.test(announcing.text)) parts.set(first.before, { list, item: null });
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

/** Items that follow each other; what is set in deeper belongs to the item above it. */
function runsOf(lines: readonly (ItemLine | null)[]): ItemLine[][] {
  const runs: ItemLine[][] = [];
  let run: ItemLine[] = [];
  for (const line of lines) {
    const [first] = run;
    const last = run.at(-1);
    if (line === null) {
      run = [];
    } else if (first && last && line.mark !== first.mark && line.kind === "list" && line.indent > first.indent) {
      for (const place of line.places) last.places.push(place);
    } else if (first?.mark === line.mark) {
      run.push(line);
    } else {
      run = [line];
      runs.push(run);
    }
  }
  return runs;
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
    if (header !== null) return [{ kind: "table", mark: String(header), indent: 0, places, before: header - 1 }];
    // Before a line's first sentence stand its indentation and the mark of an item.
    const lead = body.slice(lineStart, sentences[first]?.start);
    if (lead.trim() === "") return [null];
    const mark = lead.replace(/[\p{L}\p{N}]+/gu, "1");
    return [{ kind: "list", mark, indent: lead.length - lead.trimStart().length, places, before: first - 1 }];
  });
}
