import type { Answer } from "../answers/answer.ts";

export type { Answer, Citation, SectionReference } from "../answers/answer.ts";

export interface AskRequest {
  readonly question: string;
  /** Questions with equal values are turns of one talk; without it a question stands alone. */
  readonly conversation?: string;
}

/** What somebody thought of an answer. */
export interface Feedback {
  /** Made by the sender; a second one with the same key replaces the first. */
  readonly key: string;
  readonly question: string;
  readonly answer: string;
  readonly helpful: boolean;
  /** In the person's words; null where none were given. */
  readonly reason: string | null;
}

/** Answers questions from what is indexed. */
export interface Assistant {
  ask(request: AskRequest): Promise<Answer>;
  /** In the database when it returns. Safe to run twice. */
  giveFeedback(feedback: Feedback): Promise<void>;
}
