import type { Turn } from "../talk/conversation.ts";
import { beginningOf } from "../talk/follow-up.ts";
import { answerReading, type Grounding, type TriedReading } from "./answer-reading.ts";

/** The last answer of a talk once more, never surely; null where it is no longer what its question is answered with. The talk stays where it was. */
export function toldAgain(text: string, previous: Turn, from: Grounding): TriedReading | null {
  const last = previous.told?.at(-1);
  if (last === undefined) return null;
  const again = answerReading(text, last.understoodAs, previous, { ...from, articleId: last.articleId }, null);
  const isTheSame = beginningOf(again.answer.sentences[0]?.text ?? "") === last.sentences[0];
  return isTheSame ? { ...again, answer: { ...again.answer, unsure: true }, turn: previous } : null;
}
