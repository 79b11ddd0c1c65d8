import type { Options } from "minisearch";
import type { Article, Section } from "../documents/article.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { TERMS_VERSION, termsOf } from "../text/terms.ts";

/** What MiniSearch sees of a section. */
export interface SectionEntry {
  readonly id: string;
  readonly title: string;
  readonly heading: string;
  readonly body: string;
  readonly notes: string;
}

export const FIELD_WEIGHTS = { title: 0.5, heading: 0.8, body: 1, notes: 0.6 } as const;

/** Everywhere where fields are counted, this is their order. */
export const FIELDS = Object.keys(FIELD_WEIGHTS) as readonly (keyof typeof FIELD_WEIGHTS)[];

/** Okapi BM25+ with MiniSearch's names; the values hold on both question sets of docs/quality.md. */
export const BM25 = { k: 1.2, b: 0.7, d: 0.5 } as const;

/** Raise it when entries, fields or the snapshot's form change. */
const INDEX_VERSION = 1;

export function toEntry(article: Article, section: Section): SectionEntry {
  return {
    id: section.id,
    title: article.title,
    heading: section.headingPath.join("\n"),
    body: section.body,
    notes: section.footnotes.map((note) => note.text).join("\n"),
  };
}

export function indexOptions(lexicon: Lexicon): Options<SectionEntry> {
  return {
    fields: Object.keys(FIELD_WEIGHTS),
    tokenize: (text) => termsOf(text, lexicon),
    processTerm: (term) => term,
    // Nothing is ever discarded, so there is nothing to sweep.
    autoVacuum: false,
  };
}

/** Two indexes with equal fingerprints understand each other's snapshots: same fields, same terms, same lexicon. */
export function indexFingerprint(lexicon: Lexicon): string {
  return JSON.stringify([INDEX_VERSION, TERMS_VERSION, Object.keys(FIELD_WEIGHTS), lexicon.fingerprint]);
}
