import { asTyped } from "../text/as-typed.ts";
import type { Today } from "../text/calendar.ts";
import type { Answer } from "./answer.ts";
import type { Knowledge } from "./candidates/knowledge.ts";
import { explain } from "./decision/explain.ts";
import type { Explanation } from "./explanation.ts";
import type { Answered } from "./message/answer-reading.ts";
import { inFull } from "./message/in-full.ts";
import { readMessage } from "./message/read-message.ts";
import { typedInKorean } from "./message/typed-in-korean.ts";
import type { Turn } from "./talk/conversation.ts";

export { createDocuments, type Knowledge } from "./candidates/knowledge.ts";
export type { Answered } from "./message/answer-reading.ts";

/**
 * Answers one question from the sections, or says that they don't. Pure: the same index gives the same answer.
 * `articleId`: only this article's sections count, where it is given. `today`: "last year" is counted from it.
 */
export function answerQuestion(
  text: string,
  previous: Turn | null,
  knowledge: Knowledge,
  articleId: string | null = null,
  today: Today | null = null,
): Answered {
  const { question, readAs } = meantBy(text, knowledge);
  const { answer, turn } = readMessage(question, previous, { knowledge, articleId, today }).taken;
  return { answer: { ...answer, question: text, ...readAs }, turn };
}

/** The same answer, and why it is that one. */
export function explainQuestion(
  text: string,
  previous: Turn | null,
  knowledge: Knowledge,
  articleId: string | null = null,
  today: Today | null = null,
): Answered & { readonly explanation: Explanation } {
  const { question, readAs } = meantBy(text, knowledge);
  const { tried, taken } = readMessage(question, previous, { knowledge, articleId, today });
  const readings = tried.map((each) => ({
    text: each.text,
    status: each.answer.status,
    confidence: each.answer.confidence,
    taken: each === taken,
  }));
  const { answer, turn, workings } = taken;
  const explanation = { question, readings, ...explain(workings, answer.status) };
  return { answer: { ...answer, question: text, ...readAs }, turn, explanation };
}

/** What was asked, and that it was typed on other keys where it was. */
function meantBy(text: string, knowledge: Knowledge): { question: string; readAs: Pick<Answer, "readAs"> } {
  const question = inFull(asTyped(text));
  const korean = typedInKorean(question, knowledge);
  return korean === null ? { question, readAs: {} } : { question: korean, readAs: { readAs: korean } };
}
