import { RateLimiterMemory } from "rate-limiter-flexible";
import type { RateLimit } from "../../src/ports/rate-limit.ts";

const WINDOW_SECONDS = 60;

/** Counts in this process's memory. */
export function createMemoryRateLimit({
  windowSeconds = WINDOW_SECONDS,
}: {
  readonly windowSeconds?: number;
} = {}): RateLimit {
  // What is too much is decided here: the same person's limit may change within the minute.
  const counter = new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: windowSeconds });
  return {
    async take(key, perMinute, cost = 1) {
      const { consumedPoints, msBeforeNext } = await counter.consume(key, cost);
      return consumedPoints > perMinute ? Math.max(1, Math.ceil(msBeforeNext / 1000)) : null;
    },
    close: async () => {},
  };
}
