import type { AnswerStatus, SectionReference } from "./answer.ts";
import type { AskedFor } from "./asked/asked-for.ts";
import type { Threshold } from "./confidence/threshold.ts";

/** Numbers by the name of what they stand for. */
export type Parts = Readonly<Record<string, number>>;

/** Why an answer is what it is: text and numbers that the engine used. */
export interface Explanation {
  /** As it was asked, spaces tidied. */
  readonly question: string;
  /** What the question may mean, in the order tried; the rest below is about the first that was taken: of two questions in one message both are. */
  readonly readings: readonly ExplainedReading[];
  readonly askedFor: AskedFor;
  readonly words: readonly ExplainedWord[];
  /** Words that were looked for as something else: a slip corrected, a space put in. */
  readonly rewritten: readonly { readonly from: string; readonly to: string }[];
  /** Best first, up to 20. */
  readonly sections: readonly ExplainedSection[];
  /** The best first, and every one that is shown. */
  readonly sentences: readonly ExplainedSentence[];
  readonly decision: ExplainedDecision;
}

export interface ExplainedReading {
  readonly text: string;
  readonly status: AnswerStatus;
  readonly confidence: number;
  readonly taken: boolean;
}

/** A word of the question that says what is asked about. */
export interface ExplainedWord {
  readonly text: string;
  readonly stem: string;
  /** By its class, 0..1. */
  readonly weight: number;
  /** Of its concept, else of its rarest term: 0 where every section holds it, 1 where one or none does. */
  readonly rarity: number;
  readonly importance: number;
  /** What the alias list knows it as, or null. */
  readonly concept: string | null;
  readonly synonyms: readonly string[];
  /** Its terms that no section holds. */
  readonly unknownTerms: readonly string[];
}

export interface ExplainedSection extends SectionReference {
  /** Their sum is the score; none where a section was not read closely. */
  readonly parts: Parts;
}

export interface ExplainedSentence {
  readonly articleId: string;
  readonly sectionId: string;
  readonly title: string;
  readonly headingPath: readonly string[];
  readonly footnote: string | null;
  readonly text: string;
  readonly score: number;
  /** Their sum is the score. */
  readonly parts: Parts;
  readonly confidence: number;
  /** The confidence is the logistic function of their sum. */
  readonly grounds: Parts;
  /** How far each word of the question is said in the sentence or around it, 0..1, in the order of the words. */
  readonly evidence: readonly number[];
  readonly shown: boolean;
}

/**
 * `sure`: a sentence is sure enough. `whole-section`: a section as a whole is asked for. `empty`: the section asked for
 * has no text. `unsure`: the best sentence is less sure than needed. `off-subject`: it speaks of something else than the
 * empty section that the question names. `nothing`: no section holds a word of the question.
 */
export type DecisionReason = "sure" | "whole-section" | "empty" | "unsure" | "off-subject" | "nothing";

/** What every sentence shown leaves out of what is asked; such an answer is said to be unsure. */
export type Lack = "cause" | "statement" | "country of the office";

export interface ExplainedDecision {
  readonly status: AnswerStatus;
  readonly reason: DecisionReason;
  /** How sure the best sentence is, 0..1; null where no sentence was judged. */
  readonly confidence: number | null;
  /** Below this the bot abstains. */
  readonly threshold: Threshold;
  /** The confidence is the logistic function of their sum; none where no sentence was judged. */
  readonly grounds: Parts;
  readonly lacks: Lack | null;
  /** Words of the question that are not said in full, the one that counts most first. */
  readonly unsaid: readonly { readonly text: string; readonly evidence: number; readonly importance: number }[];
}
