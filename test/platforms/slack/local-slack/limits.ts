import { type Json, textAt } from "./loose-json.ts";
import type { Clock } from "./world.ts";

export interface RateLimits {
  /** Messages that a channel takes in a second; Slack's is 1. Without it there is no limit. */
  readonly postsPerSecond?: number;
  /** Of conversations.history and .replies in a workspace; 1 for apps outside the Marketplace, with 15 messages at most. */
  readonly historyPerMinute?: number;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const SHORT_HISTORY = 15;
const LONG_HISTORY = 999;
const HISTORY = ["conversations.history", "conversations.replies"];

/** How often things may be done, by the clock of the local Slack. */
export class Limits {
  readonly #clock: Clock;
  readonly #rates: RateLimits;
  readonly #taken = new Map<string, number[]>();

  constructor(clock: Clock, rates: RateLimits) {
    this.#clock = clock;
    this.#rates = rates;
  }

  /** How many messages a call is shown at most. */
  mostMessages(method: string): number {
    return this.#rates.historyPerMinute !== undefined && HISTORY.includes(method) ? SHORT_HISTORY : LONG_HISTORY;
  }

  /** The seconds a call has to wait, or undefined where it may go ahead and is counted. */
  take(method: string, teamId: string, args: Json): number | undefined {
    if (method === "chat.postMessage") {
      const key = `${teamId} ${textAt(args, "channel")}`;
      return this.#takeOne(key, this.#rates.postsPerSecond, SECOND_MS);
    }
    if (!HISTORY.includes(method)) return undefined;
    return this.#takeOne(`${teamId} ${method}`, this.#rates.historyPerMinute, MINUTE_MS);
  }

  #takeOne(key: string, most: number | undefined, withinMs: number): number | undefined {
    if (most === undefined) return undefined;
    const now = this.#clock.now();
    const recent = (this.#taken.get(key) ?? []).filter((at) => at > now - withinMs);
    this.#taken.set(key, recent);
    const [first = now] = recent;
    if (recent.length >= most) return Math.max(1, Math.ceil((first + withinMs - now) / SECOND_MS));
    recent.push(now);
    return undefined;
  }
}
