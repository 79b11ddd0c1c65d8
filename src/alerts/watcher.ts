import type { Topic } from "./topic.ts";

/** What matching needs of a subscription. */
export interface Watcher {
  /** Random, 16 letters and digits. */
  readonly id: string;
  /** Where alerts go: "discord:channel:123", "slack:T1:C2", or a thread "slack:T1:C2:1700000000.000100". */
  readonly channel: string;
  /** Where settings are kept: "discord:guild:9", "slack:T1". */
  readonly place: string;
  readonly topic: Topic;
  /** The id of the role or user group to mention. */
  readonly mention: string | null;
  readonly locale: "ko" | "en";
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}
