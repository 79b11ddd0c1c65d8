import type { Turn } from "../answers/talk/conversation.ts";
import type { Exchange } from "./assistant.ts";

export interface StoredExchange extends Exchange {
  /** What the next question of the conversation takes from this one. */
  readonly turn: Turn;
}

/** Questions and their answers, for follow-ups and for the buttons under an answer. */
export interface ExchangeStore {
  /** Committed when it returns. Safe to run twice. */
  putExchange(exchange: StoredExchange): Promise<void>;
  exchange(id: string): Promise<StoredExchange | null>;
  /** The newest of a conversation that was asked at `sinceIso` or later; null where there is none. */
  lastOfConversation(conversation: string, sinceIso: string): Promise<StoredExchange | null>;
  /** Newest first, at most `limit`. */
  exchangesOf(person: string, limit: number): Promise<readonly StoredExchange[]>;
  /** Removes the exchanges of one person, what anybody thought of them, and what the person thought of others. Returns how many rows went. */
  forgetPerson(person: string): Promise<number>;
  /** Removes exchanges that were asked before. Returns how many. */
  dropExchangesBefore(iso: string): Promise<number>;
}
