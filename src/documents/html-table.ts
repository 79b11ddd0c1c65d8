import type { Element } from "hast";

const MAX_SPAN = 50;

/**
 * The rows of a data table, a cell that spans rows repeated in each of them, so that every row can be read alone.
 * Null for a table that lays out a page (headings or tables in its cells, or one column).
 */
export function tableRows(table: Element): Element[][] | null {
  const rows = rowsOf(table);
  const widest = Math.max(0, ...rows.slice(0, 1000).map((row) => row.length));
  if (widest < 2 || rows.some((row) => row.some(holdsStructure))) return null;
  const carried: { cell: Element; left: number }[] = [];
  return rows.map((row) => {
    const line: Element[] = [];
    const cells = row.values();
    for (let column = 0; column < 1000; column += 1) {
      const above = carried[column];
      if (above !== undefined && above.left > 0) {
        above.left -= 1;
        line.push(above.cell);
        continue;
      }
      const next = cells.next();
      if (next.done) {
        if (carried.slice(column).some((span) => span !== undefined && span.left > 0)) continue;
        break;
      }
      line.push(next.value);
      const rowSpan = span(next.value, "rowSpan");
      for (let extra = 0; extra < span(next.value, "colSpan"); extra += 1) {
        carried[column + extra] = { cell: next.value, left: extra === 0 ? rowSpan - 1 : 0 };
      }
      column += span(next.value, "colSpan") - 1;
    }
    for (const rest of cells) line.push(rest);
    return line;
  });
}

function rowsOf(table: Element): Element[][] {
  const rows: Element[][] = [];
  for (const child of table.children) {
    if (child.type !== "element") continue;
    if (child.tagName === "tr") rows.push(cellsOf(child));
    else if (/^t(?:head|body|foot)$/.test(child.tagName)) for (const row of rowsOf(child)) rows.push(row);
    // A caption is a row of its own.
    else if (child.tagName === "caption") rows.push([child]);
  }
  return rows;
}

function cellsOf(row: Element): Element[] {
  return row.children.filter(
    (cell) => cell.type === "element" && (cell.tagName === "td" || cell.tagName === "th"),
  ) as Element[];
}

function holdsStructure(element: Element): boolean {
  return element.children.some(
    (child) => child.type === "element" && (/^(?:h[1-6]|table)$/.test(child.tagName) || holdsStructure(child)),
  );
}

function span(cell: Element, name: "rowSpan" | "colSpan"): number {
  const value = Number(cell.properties[name] ?? 1);
  return Number.isInteger(value) && value >= 1 ? Math.min(value, MAX_SPAN) : 1;
}
