import type { Article, Section } from "../../documents/article.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import { termsOfWords } from "../../text/terms.ts";
import { readWords, type Word } from "../../text/words.ts";
import { FIELDS } from "../index-options.ts";

/** How often each term stands in one field, at most `MOST_COUNTED` times. */
export type TermCounts = ReadonlyMap<string, number>;

/** What one section is found by: a count for each field, in the order of FIELDS. */
export type FieldTerms = readonly TermCounts[];

/** What an article is found by, and the words a slip may have been meant for. */
export interface ArticleTerms {
  /** In the article's order. */
  readonly sections: readonly FieldTerms[];
  /** Stems of its Hangul words as often as they stand there: in texts, and in the title and headings. */
  readonly inText: readonly string[];
  readonly asName: readonly string[];
}

/** They take as long as a question does. */
const SECTIONS_A_STEP = 16;

/** Counts and lengths are kept in 16 bits; beyond that BM25 hardly moves. */
export const MOST_COUNTED = 65_535;

/** Reads an article, each text of it once. */
export function articleTermsOf(article: Article, lexicon: Lexicon): ArticleTerms {
  for (const steps = readArticleTerms(article, lexicon); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same with some sections in each step. */
export function* readArticleTerms(article: Article, lexicon: Lexicon): Generator<void, ArticleTerms> {
  const inText: string[] = [];
  const asName: string[] = [];
  const countTerms = (words: readonly Word[]) => countsOf(words, lexicon);
  const titleWords = readWords(article.title);
  addStems(titleWords, asName);
  const title = countTerms(titleWords);
  const ofField = {
    title: () => title,
    heading({ headingPath }: Section) {
      addStems(readWords(headingPath.at(-1) ?? ""), asName);
      return countTerms(readWords(headingPath.join("\n")));
    },
    body({ body }: Section) {
      const words = readWords(body);
      addStems(words, inText);
      return countTerms(words);
    },
    notes: ({ footnotes }: Section) => countTerms(readWords(footnotes.map((note) => note.text).join("\n"))),
  };
  const sections: FieldTerms[] = [];
  for (const section of article.sections) {
    sections.push(FIELDS.map((field) => ofField[field](section)));
    if (sections.length % SECTIONS_A_STEP === 0) yield;
  }
  return { sections, inText, asName };
}

/** As MiniSearch has it: how many different terms stand in the field. */
export function fieldLength(counts: TermCounts): number {
  return Math.min(MOST_COUNTED, counts.size);
}

function countsOf(words: readonly Word[], lexicon: Lexicon): TermCounts {
  const counts = new Map<string, number>();
  if (words.length === 0) return counts;
  for (const term of termsOfWords(words, lexicon))
    counts.set(term, Math.min(MOST_COUNTED, (counts.get(term) ?? 0) + 1));
  return counts;
}

function addStems(words: readonly Word[], stems: string[]): void {
  for (const { script, stem } of words) if (script === "hangul" && stem.length > 1) stems.push(stem);
}
