/** A cell of a table's row, and what its column is called; "" where the column has no name. */
export interface Cell {
  readonly column: string;
  readonly text: string;
}

/** Between the cells of a row; the space on one side of an empty cell is gone. */
const CELL_BORDER = / ?\| ?/;

export function cellsOf(row: string): string[] {
  return row.split(CELL_BORDER);
}

/** Words that columns are called by, and that other cells seldom end in. */
const COLUMN_NAMES =
  /(?:^|\s)(?:나라|국가|국명|이름|성명|명칭|품목|품명|구분|분류|항목|종류|내용|비고|기관|부서|회사|담당|담당자|역할|직책|차례|때|곳|날짜|일자|일시|시기|시행일|기간|시간|장소|지역|주소|전화|연락처|대상|자격|조건|방법|금액|가격|요금|길이|높이|면적|무게|크기|인구|수량|단위|순위|연도|[가-힣]{0,4}(?:번호|세율|비율|요율|이율|[입출차]액|총액|예산)|[가-힣]{1,4} (?:수|명)|country|name|item|type|category|description|notes?|date|year|place|location|rate|price|fee|amount|share|length|status|owner|contact|phone|role)$/iu;
/** "15%", "3,000원"; a year may name a column. */
const AMOUNT = /^(?!(?:19|20)\d\d(?:년|\.)?$)[$€£¥₩]?\d[\d,.]*\s?\S{0,6}$/u;
/** At least this share of a column's cells hold a number where it is one of numbers. */
const MOSTLY = 0.6;
/** With this share of the rows beginning with such a name, the first column holds the names. */
const NAMES_IN_FIRST_COLUMN = 0.5;

/**
 * The names of a table's columns where its first row gives them, else null: a table may as well begin with a row like all
 * others, or have its names in the first column. The first row gives them where a cell of it is such a name or, in a table of
 * more than two columns, stands without a number over cells with numbers.
 */
export function columnsNamedBy(firstRow: string, rows: readonly string[]): readonly string[] | null {
  const columns = cellsOf(firstRow);
  const cells = rows.map(cellsOf);
  const named = cells.filter(([first = ""]) => COLUMN_NAMES.test(first));
  if (columns.some((cell) => AMOUNT.test(cell)) || named.length >= NAMES_IN_FIRST_COLUMN * rows.length) return null;
  const numbers = numbersByColumn(cells);
  const isOverNumbers = (name: string, column: number) =>
    columns.length > 2 && !/\d/.test(name) && (numbers[column] ?? 0) >= MOSTLY * rows.length;
  return columns.some((name, column) => COLUMN_NAMES.test(name) || isOverNumbers(name, column)) ? columns : null;
}

/** How many cells of each column hold a number; by cells, for a hostile table has as many columns as rows. */
function numbersByColumn(rows: readonly (readonly string[])[]): number[] {
  const counts: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries()) if (/\d/.test(cell)) counts[column] = (counts[column] ?? 0) + 1;
  return counts;
}

/** A row's cells with the names of their columns; null where it has more or fewer of them. */
export function namedCells(row: string, columns: readonly string[]): Cell[] | null {
  const cells = cellsOf(row);
  if (cells.length !== columns.length) return null;
  return cells.map((text, at) => ({ column: columns[at] ?? "", text }));
}
