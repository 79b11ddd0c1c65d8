/** What every format is read into before sections are made. */
export type Block = HeadingBlock | LineBlock;

export interface HeadingBlock {
  readonly kind: "heading";
  readonly level: number;
  /** The outline number without a trailing dot, or null. */
  readonly number: string | null;
  readonly text: string;
  /** Footnotes that the heading refers to. */
  readonly marks: readonly string[];
}

/** One paragraph, list item, table row or line of a preformatted text. */
export interface LineBlock {
  readonly kind: "line";
  readonly text: string;
  /** The text with every link's words replaced by LINK_MASK. */
  readonly masked: string;
  readonly marks: readonly string[];
}

export const LINK_MASK = "\ue000";

export function lineOf(text: string, marks: readonly string[] = []): LineBlock {
  return { kind: "line", text, masked: text, marks };
}

/** Stands between the cells of a table's row. */
export const CELL_BORDER = " | ";

export function isRow(line: string): boolean {
  return line.includes(CELL_BORDER);
}

/** White space of every kind becomes one space; invisible characters go. */
export function collapseSpace(text: string): string {
  return text
    .replace(/[\u200b\u2060\ufeff\u00ad]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
