import { type Answered, answerQuestion, explainQuestion, type Knowledge } from "../answers/engine.ts";
import type { Explanation } from "../answers/explanation.ts";
import type { Assistant, Exchange } from "../ports/assistant.ts";
import type { ExchangeStore } from "../ports/exchange-store.ts";
import type { FeedbackStore } from "../ports/feedback-store.ts";
import type { Clock } from "../ports/runtime.ts";
import { isoOf } from "../text/iso-of.ts";
import { randomId } from "../text/random-id.ts";

/** A question that comes later than this is no follow-up any more. */
const FOLLOW_UP_WITHIN_MS = 24 * 3_600_000;

/** Answers from the index, keeps the turns of each conversation, and stores what people thought of the answers. */
export function createAssistant(knowledge: Knowledge, store: ExchangeStore & FeedbackStore, clock: Clock): Assistant {
  return {
    async ask({
      question,
      conversation = null,
      after,
      person = null,
      articleId: only = null,
      firstArticleId: first = null,
      explain = false,
    }) {
      const nowMs = clock.now();
      const since = isoOf(nowMs - FOLLOW_UP_WITHIN_MS);
      const named = after === undefined ? null : await store.exchange(after);
      const previous = named ?? (conversation === null ? null : await store.lastOfConversation(conversation, since));
      const answering = explain ? explainQuestion : answerQuestion;
      const answerFrom = (id: string | null): Answered & { readonly explanation?: Explanation } =>
        answering(question, previous?.turn ?? null, knowledge, id);
      const narrow = answerFrom(only ?? first);
      const isWidened = only === null && first !== null && narrow.answer.status === "not-found";
      const { answer, turn, explanation } = isWidened ? answerFrom(null) : narrow;
      const articleId = isWidened ? null : (only ?? first);
      const exchange: Exchange = { id: randomId(), conversation, person, articleId, askedAt: isoOf(nowMs), answer };
      if (conversation !== null) await store.putExchange({ ...exchange, turn });
      return explanation === undefined ? exchange : { ...exchange, explanation };
    },
    giveFeedback: (feedback) => store.putFeedback({ ...feedback, givenAt: isoOf(clock.now()) }),
  };
}
