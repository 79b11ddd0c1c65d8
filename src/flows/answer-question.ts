import type { Turn } from "../answers/conversation.ts";
import { answerQuestion, type Knowledge } from "../answers/engine.ts";
import type { Assistant } from "../ports/assistant.ts";
import type { FeedbackStore } from "../ports/feedback-store.ts";
import type { Clock } from "../ports/runtime.ts";

/** Talks remembered at once; the one that rested longest is forgotten first. */
const MOST_TALKS = 1000;

/** Answers from the index; remembers the last turn of each talk, and stores what people thought of the answers. */
export function createAssistant(knowledge: Knowledge, store: FeedbackStore, clock: Clock): Assistant {
  const talks = new Map<string, Turn>();
  return {
    async ask({ question, conversation }) {
      const previous = conversation === undefined ? null : (talks.get(conversation) ?? null);
      const { answer, turn } = answerQuestion(question, previous, knowledge);
      if (conversation !== undefined) {
        talks.delete(conversation);
        talks.set(conversation, turn);
        const oldest = talks.keys().next().value;
        if (talks.size > MOST_TALKS && oldest !== undefined) talks.delete(oldest);
      }
      return answer;
    },
    giveFeedback: (feedback) => store.putFeedback({ ...feedback, givenAt: new Date(clock.now()).toISOString() }),
  };
}
