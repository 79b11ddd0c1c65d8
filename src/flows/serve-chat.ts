import { claimsOf } from "../answers/passages/claims.ts";
import type { Assistant } from "../ports/assistant.ts";
import type { ChatDesk, ChatOutcome, LookedUp } from "../ports/chat-desk.ts";
import type { ExchangeStore } from "../ports/exchange-store.ts";
import type { Library } from "../ports/library.ts";
import type { RateLimit } from "../ports/rate-limit.ts";
import type { Settings } from "../ports/settings.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { LONGEST_QUESTION } from "../text/question-length.ts";

/** A message may claim more; each claim is a question of its own. */
const MOST_CLAIMS = 5;
/** What a chat platform lets people write in one message. Characters. */
const LONGEST_LOOKED_UP = 4000;

const BEGINNING = new Date(0).toISOString();

interface ChatServices {
  readonly assistant: Assistant;
  readonly library: Library;
  readonly settings: Settings;
  readonly rateLimit: RateLimit;
  readonly store: ExchangeStore;
  readonly lexicon: Lexicon;
  ready(): boolean;
}

type Refusal = Exclude<ChatOutcome, { readonly kind: "answer" }>;

/** Checks what people send, answers it, and remembers it for the buttons under the answer. */
export function createChatDesk({
  assistant,
  library,
  settings,
  rateLimit,
  store,
  lexicon,
  ready,
}: ChatServices): ChatDesk {
  const refusalOf = async (text: string, most: number, person: string, place: string): Promise<Refusal | null> => {
    if (!ready()) return { kind: "not-ready" };
    if (text.trim() === "") return { kind: "no-question" };
    if (text.length > most) return { kind: "too-long", most };
    const { questionsPerMinute } = await settings.get(place);
    const waitSeconds = await rateLimit.take(`question:${place}:${person}`, questionsPerMinute);
    return waitSeconds === null ? null : { kind: "too-many", waitSeconds };
  };
  return {
    async ask({ text, person, place, conversation, ...choice }) {
      const refusal = await refusalOf(text, LONGEST_QUESTION, person, place);
      if (refusal) return refusal;
      const question = text.trim();
      const exchange = await assistant.ask({ question, person, conversation, ...choice });
      const nothingLoaded = exchange.answer.hits.length === 0 && (await library.status()).articles === 0;
      return { kind: "answer", exchange, nothingLoaded };
    },
    async lookUp(text, person, place) {
      const refusal = await refusalOf(text, LONGEST_LOOKED_UP, person, place);
      if (refusal) return refusal;
      const claims = claimsOf(text, lexicon);
      const found: LookedUp[] = [];
      for (const claim of claims.slice(0, MOST_CLAIMS)) {
        found.push({ claim, answer: (await assistant.ask({ question: claim.slice(0, LONGEST_QUESTION) })).answer });
      }
      return { kind: "looked-up", found, left: claims.length - found.length };
    },
    exchange: (id) => store.exchange(id),
    isTalk: async (conversation) => (await store.lastOfConversation(conversation, BEGINNING)) !== null,
    recent: (person, limit) => store.exchangesOf(person, limit),
    async giveFeedback(exchangeId, person, helpful, reason) {
      const exchange = await store.exchange(exchangeId);
      if (!exchange) return false;
      const { question, sentences } = exchange.answer;
      const answer = sentences.map(({ text, citation }) => `${text} [${citation}]`).join("\n");
      await assistant.giveFeedback({ key: `${exchangeId}:${person}`, person, question, answer, helpful, reason });
      return true;
    },
    forget: (person) => store.forgetPerson(person),
  };
}
