import type { Answer, Exchange } from "./assistant.ts";

export interface ChatQuestion {
  readonly text: string;
  /** Who asks: "discord:123", "slack:T1:U2". */
  readonly person: string;
  /** Where settings are kept: "discord:guild:9", "slack:T1". */
  readonly place: string;
  /** The talk this is a turn of: a thread, or one person in a channel. */
  readonly conversation: string;
  /** The exchange this follows, where it is not the talk's last one. */
  readonly after?: string;
  /** Only this article is asked, where it is given. */
  readonly articleId?: string;
  /** This article is asked first, and all others only where it does not answer. */
  readonly firstArticleId?: string;
}

/** What came of a question. */
export type ChatOutcome =
  | { readonly kind: "answer"; readonly exchange: Exchange; readonly nothingLoaded: boolean }
  | { readonly kind: "no-question" }
  | { readonly kind: "too-long"; readonly most: number }
  | { readonly kind: "not-ready" }
  | { readonly kind: "too-many"; readonly waitSeconds: number };

/** A sentence that claims something, and what the documents say about it. */
export interface LookedUp {
  readonly claim: string;
  readonly answer: Answer;
}

export type LookUpOutcome =
  | { readonly kind: "looked-up"; readonly found: readonly LookedUp[]; readonly left: number }
  | Exclude<ChatOutcome, { readonly kind: "answer" }>;

/** What every chat platform asks of the application. */
export interface ChatDesk {
  /** Never throws for what a person did. */
  ask(question: ChatQuestion): Promise<ChatOutcome>;
  /** What the documents say on each sentence of a text that claims something; `left` is how many were too many. */
  lookUp(text: string, person: string, place: string): Promise<LookUpOutcome>;
  /** Null where it was forgotten. */
  exchange(id: string): Promise<Exchange | null>;
  /** Whether something was asked in this talk before, and is still kept. */
  isTalk(conversation: string): Promise<boolean>;
  /** Newest first. */
  recent(person: string, limit: number): Promise<readonly Exchange[]>;
  /** False where the exchange was forgotten. Safe to run twice; the last one stands. */
  giveFeedback(exchangeId: string, person: string, helpful: boolean, reason: string | null): Promise<boolean>;
  /** Removes everything kept of a person. Returns how many questions and opinions that were. */
  forget(person: string): Promise<number>;
}
