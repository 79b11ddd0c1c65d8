import type { Cell } from "./passages/table-columns.ts";
import type { Courtesy } from "./talk/courtesy.ts";

export type AnswerStatus = "answered" | "empty-section" | "not-found";

/** A place in a document and words that stand there. */
export interface Citation {
  /** From 1, in the order of the sentences. */
  readonly number: number;
  readonly articleId: string;
  readonly sectionId: string;
  readonly title: string;
  readonly source: string;
  readonly headingPath: readonly string[];
  /** The mark of the footnote that is quoted, or null where the section's body is. */
  readonly footnote: string | null;
  readonly url: string | null;
  /** ISO 8601, or null where the document does not say. */
  readonly publishedAt: string | null;
  /** Verbatim in the section; holds every sentence that carries this number. */
  readonly quote: string;
}

export interface AnswerSentence {
  /** Verbatim. */
  readonly text: string;
  /** Of a row whose table names its columns; absent elsewhere. Nothing of the row is left out. */
  readonly cells?: readonly Cell[];
  /** A citation's number. */
  readonly citation: number;
}

/** A list or a table of which more stands in the document than is quoted. */
export interface QuotedList {
  /** The number of the citation that quotes from it, the first one of several. */
  readonly citation: number;
  readonly kind: "list" | "table";
  /** How many of its items or rows are not quoted, at least 1; the row that heads a table does not count. */
  readonly left: number;
}

/** A section by its place. */
export interface SectionReference {
  readonly articleId: string;
  readonly sectionId: string;
  readonly title: string;
  readonly headingPath: readonly string[];
  /** Comparable within one list only. */
  readonly score: number;
}

export interface Answer {
  readonly question: string;
  /** The question as it was understood: a follow-up with its topic, a typo corrected. Equal to `question` otherwise. */
  readonly understoodAs: string;
  /** The Korean that was meant by a question typed on English keys. Absent elsewhere. */
  readonly readAs?: string;
  /** Words that were looked for under another spelling. */
  readonly correctedWords: readonly string[];
  readonly status: AnswerStatus;
  /**
   * The question greets, thanks, asks for help or for more of an answer where there was none, and asks nothing of the documents: not found then. Absent in answers that
   * were kept before it was known.
   */
  readonly courtesy?: Courtesy | null;
  /**
   * One to three, and up to one more of context, the best first; where a whole list is asked for, up to eight of its items
   * in reading order; to two questions up to two each. None unless answered.
   */
  readonly sentences: readonly AnswerSentence[];
  readonly citations: readonly Citation[];
  /** Absent in answers that were kept before there was any. */
  readonly quotedLists?: readonly QuotedList[];
  /** Several sections answer nearly alike; a sentence of each is quoted. */
  readonly inSeveralPlaces: boolean;
  /**
   * Articles of different days state the same thing with other amounts; the newest one is cited first. Absent in answers
   * that were kept before it was looked for.
   */
  readonly differ?: boolean;
  /** The message asks two questions, and the first alone is answered. Absent elsewhere. */
  readonly onlyFirst?: boolean;
  /** It asks more than two, and the first two are answered. Absent elsewhere. */
  readonly onlyTwo?: boolean;
  /** It goes on with a talk, and another article answers than the one before. Absent elsewhere. */
  readonly fromAnotherArticle?: boolean;
  /** The message says that the answer before is not what was asked: nothing that was quoted is quoted again. Absent elsewhere. */
  readonly notThat?: boolean;
  /**
   * The question asks of nothing but a time, such as "지난주 소식": so many articles were written then, at least 1, and the
   * newest of them are suggested. Not found then, and absent elsewhere.
   */
  readonly writtenThen?: number;
  /** Sure enough to be shown, and still more likely wrong than right. Absent in answers that were kept before it was said. */
  readonly unsure?: boolean;
  /** Best first, up to 10. */
  readonly hits: readonly SectionReference[];
  /** The nearest sections where there is no answer, up to 3; the empty section first. To a courtesy, some of the newest; of a time, up to 5. */
  readonly suggestions: readonly SectionReference[];
  /** 0..1: how sure it is that the sentences answer; where there are none, that nothing does. */
  readonly confidence: number;
}
