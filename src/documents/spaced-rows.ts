import { CELL_BORDER, collapseSpace } from "./block.ts";

/** A tab, or spaces so many that a column begins behind them. */
const GAP = /[\t \u00a0\u3000]{2,}|\t/u;
/** Two lines may be alike by chance. */
const FEWEST_ROWS = 3;
/** Of a cell that others stand behind. Characters. */
const LONGEST_CELL = 40;
/** Items of a list are no rows, nor are the words of speakers in minutes, whose names bear the mark. */
const MARK = /^(?:[^\p{L}\p{N}("'“‘「『《〈[]|[①-⑳Ⅰ-Ⅻ]|\(?[\p{L}\p{N}]{1,3}[.)]$)/u;
/** What a line tells is named before it ("일시:"); a sentence may have two spaces in it or behind it. */
const NO_CELL = /[:：]$|\p{L}[.?!。]$/u;

/**
 * Lines of a text without markup, those of tables that were set with spaces as rows of other tables are: "북문 | 120 | 벌어짐".
 * Three neighbouring lines at least must have the same number of gaps.
 */
export function withSpacedRows(lines: readonly string[]): string[] {
  const rows = lines.map(cellsOf);
  const read = [...lines];
  let from = 0;
  for (let at = 1; at <= lines.length; at += 1) {
    if (at < lines.length && rows[at] !== null && rows[at]?.length === rows[from]?.length) continue;
    if (rows[from] !== null && at - from >= FEWEST_ROWS) {
      for (let row = from; row < at; row += 1) read[row] = rows[row]?.join(CELL_BORDER) ?? "";
    }
    from = at;
  }
  return read;
}

/** Null where a line is no row. */
function cellsOf(line: string): string[] | null {
  const cells = line.trim().split(GAP).map(collapseSpace);
  if (cells.length < 2 || MARK.test(cells[0] ?? "") || cells.some((cell) => NO_CELL.test(cell))) return null;
  return cells.slice(0, -1).every((cell) => cell.length <= LONGEST_CELL) ? cells : null;
}
