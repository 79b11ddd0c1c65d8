import type { Topic } from "./topic.ts";

/** What matching needs of a subscription. */
export interface Watcher {
  readonly id: string;
  readonly channel: string;
  readonly place: string;
  readonly topic: Topic;
  /** The id of the role or user group to mention. */
  readonly mention: string | null;
  readonly locale: "ko" | "en";
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}
