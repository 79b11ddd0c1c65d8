import type { Answer } from "../answers/answer.ts";
import type { Explanation } from "../answers/explanation.ts";

export type { Answer, Citation, SectionReference } from "../answers/answer.ts";
export type { Explanation } from "../answers/explanation.ts";

export interface AskRequest {
  readonly question: string;
  /** Questions with equal values are turns of one talk; without it a question stands alone and nothing is kept of it. */
  readonly conversation?: string;
  /** Who asks, such as "discord:123": what is kept can be found and removed by it. */
  readonly person?: string;
  /** Follows this exchange, instead of the conversation's last one. */
  readonly after?: string;
  /** Answers come from this article alone. */
  readonly articleId?: string;
  /** Answers come from this article where it says something, else from all. */
  readonly firstArticleId?: string;
  /** Whether to say why the answer is what it is. */
  readonly explain?: boolean;
}

export interface AskedExchange extends Exchange {
  /** Only where it was asked for; not kept. */
  readonly explanation?: Explanation;
}

/** A question and its answer. */
export interface Exchange {
  /** Random, 16 letters and digits. */
  readonly id: string;
  readonly conversation: string | null;
  readonly person: string | null;
  /** Null where all articles were asked. */
  readonly articleId: string | null;
  /** ISO 8601, UTC. */
  readonly askedAt: string;
  readonly answer: Answer;
}

/** What somebody thought of an answer. */
export interface Feedback {
  /** Made by the sender; a second one with the same key replaces the first. */
  readonly key: string;
  /** Whose it is, where that is known. */
  readonly person: string | null;
  readonly question: string;
  readonly answer: string;
  readonly helpful: boolean;
  /** In the person's words; null where none were given. */
  readonly reason: string | null;
}

/** Answers questions from what is indexed. */
export interface Assistant {
  /**
   * Where it belongs to a conversation, the exchange is in the database when it returns. A database that fails, or takes
   * longer than 2 s, is not waited for: then the answer knows nothing of the talk, or the talk nothing of the answer.
   */
  ask(request: AskRequest): Promise<AskedExchange>;
  /** In the database when it returns. Safe to run twice. */
  giveFeedback(feedback: Feedback): Promise<void>;
}
