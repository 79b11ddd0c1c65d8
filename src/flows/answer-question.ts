import { type Answered, answerQuestion, explainQuestion, type Knowledge } from "../answers/engine.ts";
import type { Explanation } from "../answers/explanation.ts";
import type { Answer, Assistant, Exchange } from "../ports/assistant.ts";
import type { ExchangeStore } from "../ports/exchange-store.ts";
import type { FeedbackStore } from "../ports/feedback-store.ts";
import type { Library } from "../ports/library.ts";
import type { Clock, Logger } from "../ports/runtime.ts";
import { type CalendarDay, dayOf } from "../text/calendar.ts";
import { holdsHangul } from "../text/hangul.ts";
import { isoOf } from "../text/iso-of.ts";
import { randomId } from "../text/random-id.ts";

/** A question that comes later than this is no follow-up any more. */
const FOLLOW_UP_WITHIN_MS = 24 * 3_600_000;

/** A reader waits no longer for what an answer can do without. */
const REMEMBERED_WITHIN_MS = 2_000;

const MOST_EXAMPLES = 2;

/** Who greets or asks for help is shown what can be asked. */
async function withExamples(answer: Answer, library: Pick<Library, "examples">): Promise<Answer> {
  if (answer.courtesy === "thanks") return { ...answer, suggestions: [] };
  const lang = holdsHangul(answer.readAs ?? answer.question) ? "ko" : "en";
  return { ...answer, suggestions: await library.examples(lang, MOST_EXAMPLES) };
}

/** Tells the day of a time; the format is made once, since that takes longer than to use it. */
function daysIn(timeZone: string): (timeMs: number) => CalendarDay {
  const days = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone });
  return (timeMs) => dayOf(days.format(timeMs));
}

/**
 * A store that is away or full costs a talk its memory, and nobody the answer: `otherwise` stands for what it does not
 * give in time. What it is told may be done later.
 */
async function inTime<T>(asked: Promise<T>, otherwise: T, { clock, log }: AssistantServices): Promise<T> {
  const noted = asked.catch((error: unknown) => {
    log?.error("A talk could not be remembered; the question was answered without", error);
    return otherwise;
  });
  return Promise.race([noted, clock.sleep(REMEMBERED_WITHIN_MS).then(() => otherwise)]);
}

interface AssistantServices {
  readonly store: ExchangeStore & FeedbackStore;
  readonly clock: Clock;
  /** IANA name: which day it is where people ask. */
  readonly timeZone: string;
  readonly library: Pick<Library, "examples">;
  /** Absent where nothing is remembered. */
  readonly log?: Pick<Logger, "error">;
}

/** Answers from the index, keeps the turns of each conversation, and stores what people thought of the answers. */
export function createAssistant(knowledge: Knowledge, services: AssistantServices): Assistant {
  const { store, clock, timeZone, library } = services;
  const dayAt = daysIn(timeZone);
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
      const remembered = async () => {
        const named = after === undefined ? null : await store.exchange(after);
        return named ?? (conversation === null ? null : await store.lastOfConversation(conversation, since));
      };
      const previous = await inTime(remembered(), null, services);
      const answering = explain ? explainQuestion : answerQuestion;
      const answerFrom = (id: string | null): Answered & { readonly explanation?: Explanation } =>
        answering(question, previous?.turn ?? null, knowledge, id, { ...dayAt(nowMs), dayAt });
      const narrow = answerFrom(only ?? first);
      const isWidened = only === null && first !== null && narrow.answer.status === "not-found";
      const { turn, explanation, ...answered } = isWidened ? answerFrom(null) : narrow;
      const answer = answered.answer.courtesy ? await withExamples(answered.answer, library) : answered.answer;
      const articleId = isWidened ? null : (only ?? first);
      const exchange: Exchange = { id: randomId(), conversation, person, articleId, askedAt: isoOf(nowMs), answer };
      if (conversation !== null) await inTime(store.putExchange({ ...exchange, turn }), undefined, services);
      return explanation === undefined ? exchange : { ...exchange, explanation };
    },
    giveFeedback: (feedback) => store.putFeedback({ ...feedback, givenAt: isoOf(clock.now()) }),
  };
}
