import type { Lexicon } from "../text/lexicon.ts";
import { TERMS_VERSION } from "../text/terms.ts";

export const FIELD_WEIGHTS = { title: 0.5, heading: 0.8, body: 1, notes: 0.6 } as const;

/** Everywhere where fields are counted, this is their order. */
export const FIELDS = Object.keys(FIELD_WEIGHTS) as readonly (keyof typeof FIELD_WEIGHTS)[];

/** Places of the fields that are text: a section with nothing in them is empty. */
export const TEXT_FIELDS = [FIELDS.indexOf("body"), FIELDS.indexOf("notes")] as const;

/** Okapi BM25+ with MiniSearch's names; the values hold on both question sets of docs/quality.md. */
export const BM25 = { k: 1.2, b: 0.7, d: 0.5 } as const;

/** Raise it when fields, what is read of them or the form of a segment change. */
const INDEX_VERSION = 4;

/** Two indexes with equal fingerprints understand each other's segments: same fields, same terms, same lexicon. */
export function indexFingerprint(lexicon: Lexicon): string {
  return JSON.stringify([INDEX_VERSION, TERMS_VERSION, FIELDS, lexicon.fingerprint]);
}
