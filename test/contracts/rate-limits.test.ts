import { randomUUID } from "node:crypto";
import { afterAll, describe, expect } from "vitest";
import { createRedisRateLimit } from "../../adapters/queue/redis-rate-limit.ts";
import { createMemoryRateLimit } from "../../adapters/runtime/memory-rate-limit.ts";
import { systemClock } from "../../adapters/runtime/system-clock.ts";
import { runningRedis } from "../redis/running-redis.ts";
import { recorder } from "./job-queue.contract.ts";
import { rateLimitContract } from "./rate-limit.contract.ts";

const redis = await runningRedis();
afterAll(async () => {
  if (!("missing" in redis)) await redis.close();
});

rateLimitContract("in memory", async () => createMemoryRateLimit());

describe.skipIf("missing" in redis)("over a Redis", () => {
  rateLimitContract("in Redis", async () => {
    if ("missing" in redis) throw new Error(redis.missing);
    const prefix = `policydesk-test-${randomUUID()}`;
    const limit = createRedisRateLimit({ url: redis.url, prefix }, { clock: systemClock, log: recorder().log });
    // Until it is connected it counts for itself.
    await expect
      .poll(async () => {
        await limit.take("connected", 1);
        return redis.command("keys", `${prefix}:*`);
      })
      .toHaveLength(1);
    return limit;
  });
});

// Where Redis cannot be reached nobody is refused for that, and the same holds.
rateLimitContract("in Redis, where there is none", async () =>
  createRedisRateLimit({ url: "redis://127.0.0.1:1" }, { clock: systemClock, log: recorder().log }),
);
