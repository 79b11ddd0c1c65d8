import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { RateLimit } from "../../src/ports/rate-limit.ts";

const WINDOW_SECONDS = 60;

/** Counts in this process's memory. */
export function createMemoryRateLimit(): RateLimit {
  const limiters = new Map<number, RateLimiterMemory>();
  const limiterOf = (perMinute: number) => {
    const known = limiters.get(perMinute);
    if (known) return known;
    const limiter = new RateLimiterMemory({ points: perMinute, duration: WINDOW_SECONDS });
    limiters.set(perMinute, limiter);
    return limiter;
  };
  return {
    async take(key, perMinute, cost = 1) {
      try {
        await limiterOf(perMinute).consume(key, cost);
        return null;
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      }
    },
  };
}
