import type { Article, Section } from "../../documents/article.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { termsOf } from "../../text/terms.ts";
import { FIELDS } from "../index-options.ts";

/** How often each term stands in one field, at most `MOST_COUNTED` times. */
export type TermCounts = ReadonlyMap<string, number>;

/** What one section is found by: a count for each field, in the order of FIELDS. */
export type FieldTerms = readonly TermCounts[];

/** Counts and lengths are kept in 16 bits; beyond that BM25 hardly moves. */
export const MOST_COUNTED = 65_535;

/** What each section of an article is found by, in the article's order. */
export function fieldTermsOf(article: Article, lexicon: Lexicon): FieldTerms[] {
  const title = countTerms(article.title, lexicon);
  const ofField = {
    title: () => title,
    heading: (section: Section) => countTerms(section.headingPath.join("\n"), lexicon),
    body: (section: Section) => countTerms(section.body, lexicon),
    notes: (section: Section) => countTerms(section.footnotes.map((note) => note.text).join("\n"), lexicon),
  };
  return article.sections.map((section) => FIELDS.map((field) => ofField[field](section)));
}

/** As MiniSearch has it: how many different terms stand in the field. */
export function fieldLength(counts: TermCounts): number {
  return Math.min(MOST_COUNTED, counts.size);
}

function countTerms(text: string, lexicon: Lexicon): TermCounts {
  const counts = new Map<string, number>();
  if (text === "") return counts;
  for (const term of termsOf(text, lexicon)) counts.set(term, Math.min(MOST_COUNTED, (counts.get(term) ?? 0) + 1));
  return counts;
}
