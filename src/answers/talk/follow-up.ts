import { readQuery, withLessOf } from "../../search/query.ts";
import { SAID } from "../../text/evidence.ts";
import type { Lexicon } from "../../text/lexicon.ts";
import type { ReadQuestion } from "../asked/read-question.ts";
import type { QuotableSentence } from "../sentences/quotable-sentences.ts";
import type { Turn } from "./conversation.ts";
import { behindCourtesies } from "./courtesy.ts";

/** A question that goes on with a talk. */
export interface FollowUp {
  /** As it was asked, without what it takes over from the talk. */
  readonly own: string;
  /** What the talk has quoted, as `withHeard` keeps it. */
  readonly heard: readonly string[];
  /** It asks of something else what was asked before: what it takes over is what it asks. */
  readonly asksTheSame?: boolean;
  /** Nothing that was quoted is wanted, whatever it says. */
  readonly wantsMore: boolean;
  /** Whether a sentence may answer at all; absent where every one may. */
  readonly counts?: (sentence: QuotableSentence) => boolean;
}

export function followUpOf(text: string, previous: Turn | null): FollowUp {
  return { own: behindCourtesies(text), heard: previous?.heard ?? [], wantsMore: false };
}

/** Of a talk the last ones: more than a list and some answers after it, since who says 아니 again is told what was not shown before. */
const MOST_HEARD = 40;
/** Sentences of one article hardly begin alike for longer, and tables run on. Characters. */
const LONGEST_HEARD = 100;

/** What a talk has quoted of one article once further sentences are. */
export function withHeard(before: readonly string[], quoted: readonly string[]): readonly string[] {
  const now = quoted.map(beginningOf);
  return [...before.filter((text) => !now.includes(text)), ...now].slice(-MOST_HEARD);
}

/** What is left of a word that is taken over: all of the matter says it, and the question's own words what is asked of it. */
const TAKEN_OVER = 0.5;
/** What is left of the confidence in a sentence that gives no cause, where the deed was told and only its cause is asked for. */
const WITHOUT_CAUSE = 0.4;

/** The question as its sentences are read: less of what it takes over, and a cause where the talk has told the deed. */
export function asFollowUp(
  question: ReadQuestion,
  { own, asksTheSame, heard }: FollowUp,
  lexicon: Lexicon,
): ReadQuestion {
  const { wanted, askedFor } = question;
  const needsCause = wanted !== null && askedFor === "why" && heard.length > 0;
  const read = needsCause ? { ...question, wanted: { ...wanted, confidenceWithout: WITHOUT_CAUSE } } : question;
  const ownStems = new Set(readQuery(own, lexicon).words.map(({ word }) => word.stem));
  if (!question.query.words.some(({ word }) => ownStems.has(word.stem))) return read;
  if (asksTheSame) return { ...read, ownStems };
  return {
    ...read,
    ownStems,
    query: withLessOf(question.query, ({ word }) => !ownStems.has(word.stem), TAKEN_OVER),
  };
}

/**
 * Tells whether a sentence was quoted in the talk and has nothing to say anew: who asks on has read it, so it answers only where it
 * states what is asked for, or says a word of the question's own or stands below a question that does. Of a deed that was told "왜
 * 그랬어?" asks the cause alone.
 */
export function createHeardAlready(
  { query, ownStems, askedFor }: ReadQuestion,
  { heard, wantsMore }: FollowUp,
): (sentence: QuotableSentence) => boolean {
  const known = new Set(heard);
  const places = query.words.flatMap(({ word }, at) => (ownStems?.has(word.stem) ? at : []));
  return ({ text, statesWanted, inSentence, inQuestion }) => {
    if (!known.has(beginningOf(text))) return false;
    if (wantsMore) return true;
    const saysOwn = places.some((at) => Math.max(inSentence[at] ?? 0, inQuestion[at] ?? 0) >= SAID);
    return statesWanted !== 1 && !(saysOwn && (askedFor !== "why" || (statesWanted ?? 0) > 0));
  };
}

/** What is kept of a sentence that was quoted. */
export function beginningOf(text: string): string {
  return text.slice(0, LONGEST_HEARD).toWellFormed();
}
