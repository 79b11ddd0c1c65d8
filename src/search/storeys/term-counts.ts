import { FIELDS } from "../index-options.ts";

/** Of a term: in how many sections each field holds it, in the order of FIELDS, and then in how many any field does. */
export const COUNTS_PER_TERM = FIELDS.length + 1;
/** The place of the last one. */
export const ANY_FIELD = FIELDS.length;

/** What BM25 must know of all sections together. */
export interface Extent {
  readonly sections: number;
  /** By field, of all sections. */
  readonly lengths: readonly number[];
}

export function addTo(numbers: { [place: number]: number }, place: number, by: number): void {
  numbers[place] = (numbers[place] as number) + by;
}
