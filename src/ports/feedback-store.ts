import type { Feedback } from "./assistant.ts";

export interface StoredFeedback extends Feedback {
  /** ISO 8601, UTC. */
  readonly givenAt: string;
}

/** What people thought of answers, for the operator to read. */
export interface FeedbackStore {
  /** Committed when it returns; replaces what has the same key. Safe to run twice. */
  putFeedback(feedback: StoredFeedback): Promise<void>;
  /** Newest first, at most `limit`. */
  feedback(limit: number): Promise<readonly StoredFeedback[]>;
}
