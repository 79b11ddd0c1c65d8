import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { limitKey } from "./client-address.ts";

const WINDOW_SECONDS = 60;
/** Points a request takes: unfolding sources must not use up the questions. */
const COST = { question: 10, read: 1 } as const;

/** Counts requests by address; the result takes one and says how many seconds to wait, or null where it may go on. */
export function createRateLimit(
  questionsPerMinute: number,
): (address: string, kind: keyof typeof COST) => Promise<number | null> {
  const limiter = new RateLimiterMemory({ points: questionsPerMinute * COST.question, duration: WINDOW_SECONDS });
  return async (address, kind) => {
    try {
      await limiter.consume(limitKey(address), COST[kind]);
      return null;
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    }
  };
}
