import { RateLimiterMemory, RateLimiterRedis, type RateLimiterRes } from "rate-limiter-flexible";
import type { RateLimit } from "../../src/ports/rate-limit.ts";
import type { Clock, Logger } from "../../src/ports/runtime.ts";
import { shortHash } from "../../src/text/short-hash.ts";
import { connectRedis } from "./redis-link.ts";

const WINDOW_SECONDS = 60;
/** Somebody waits for an answer meanwhile. */
const PATIENCE_MS = 1_000;

export interface RedisRateLimitOptions {
  /** redis:// or rediss://, with a password where there is one. */
  readonly url: string;
  /** What Redis's keys begin with; installations that share a Redis have one each. */
  readonly prefix?: string;
  readonly windowSeconds?: number;
}

/**
 * Counts in Redis, for all processes that share it. While Redis is away, silent or refuses, each counts for itself:
 * nobody is refused for that. Throws, without the address, where the address cannot be one.
 */
export function createRedisRateLimit(
  { url, prefix = "policydesk", windowSeconds = WINDOW_SECONDS }: RedisRateLimitOptions,
  runtime: { readonly clock: Clock; readonly log: Logger },
): RateLimit {
  const use = { meanwhile: "each process counts questions for itself", patienceMs: PATIENCE_MS };
  const link = connectRedis(url, use, runtime);
  // What is too much is decided here: the same person's limit may change within the minute.
  const counting = { points: Number.MAX_SAFE_INTEGER, duration: windowSeconds };
  const shared = new RateLimiterRedis({ ...counting, storeClient: link.client, keyPrefix: `${prefix}:limit` });
  const own = new RateLimiterMemory(counting);

  /** Null where Redis does not say it, or not in time. */
  async function countShared(name: string, cost: number): Promise<RateLimiterRes | null> {
    let counted: RateLimiterRes | null = null;
    // One that is away is not waited for.
    if (!link.isUsable()) return null;
    const done = await link.attempt("A question was not counted in Redis", {}, async () => {
      counted = await shared.consume(name, cost);
    });
    return done ? counted : null;
  }

  return {
    async take(key, perMinute, cost = 1) {
      // Keys name people; nobody who looks into Redis needs to read whom.
      const name = shortHash(key);
      const { consumedPoints, msBeforeNext } = (await countShared(name, cost)) ?? (await own.consume(name, cost));
      return consumedPoints > perMinute ? Math.max(1, Math.ceil(msBeforeNext / 1000)) : null;
    },
    async close() {
      link.close();
    },
  };
}
