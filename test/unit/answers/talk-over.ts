import type { Answer } from "../../../src/answers/answer.ts";
import { answerQuestion, type Knowledge } from "../../../src/answers/engine.ts";
import type { Turn } from "../../../src/answers/talk/conversation.ts";

/** Asks messages of one talk in their order; an answer for each. */
export function talkOver(knowledge: Knowledge): (...messages: readonly string[]) => Answer[] {
  return (...messages) => {
    let turn: Turn | null = null;
    return messages.map((message) => {
      const answered = answerQuestion(message, turn, knowledge);
      turn = answered.turn;
      return answered.answer;
    });
  };
}
