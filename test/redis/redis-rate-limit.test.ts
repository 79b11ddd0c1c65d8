import { afterAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { createRedisRateLimit, type RedisRateLimitOptions } from "../../adapters/queue/redis-rate-limit.ts";
import { systemClock } from "../../adapters/runtime/system-clock.ts";
import type { RateLimit } from "../../src/ports/rate-limit.ts";
import { recorder } from "../contracts/job-queue.contract.ts";
import { type OwnRedis, ownRedis } from "./running-redis.ts";

const mine = await ownRedis();
const KEY = "question:slack:T1:slack:T1:U2";
const MANY = 1_000;

afterAll(async () => {
  if (!("missing" in mine)) await mine.close();
});

function open(options: RedisRateLimitOptions) {
  const { log, lines } = recorder();
  const limit = createRedisRateLimit(options, { clock: systemClock, log });
  onTestFinished(() => limit.close());
  return { limit, said: () => lines.filter((line) => !line.startsWith("debug")) };
}

describe.skipIf("missing" in mine)("a rate limit over a Redis of its own", () => {
  const redis = mine as OwnRedis;
  beforeEach(async () => {
    await redis.start();
    await redis.flush();
  });
  const here = (more: Partial<RedisRateLimitOptions> = {}) => open({ url: redis.url, ...more });
  const keys = async () => (await redis.command("keys", "*")) as string[];
  /** Until it counts in Redis. */
  const connected = (limit: RateLimit, name: string) =>
    expect
      .poll(async () => {
        const before = (await keys()).length;
        await limit.take(`${name}${before}`, MANY);
        return (await keys()).length > before;
      })
      .toBe(true);

  it("is shared by processes", async () => {
    const [one, other] = [here(), here()];
    await connected(one.limit, "one");
    await connected(other.limit, "other");
    expect(await one.limit.take(KEY, 2)).toBeNull();
    expect(await other.limit.take(KEY, 2)).toBeNull();
    expect(await one.limit.take(KEY, 2)).not.toBeNull();
    expect(await other.limit.take(KEY, 2)).not.toBeNull();
  });

  it("keeps keys that name nobody, and that end by themselves", async () => {
    const { limit } = here();
    await connected(limit, KEY);
    await limit.take(KEY, 2);
    for (const key of await keys()) {
      expect(key).toMatch(/^policydesk:limit:[\w-]{16}$/);
      expect(await redis.command("pttl", key)).toBeGreaterThan(0);
    }
  });

  it("opens again when its window is over", async () => {
    const { limit } = here({ windowSeconds: 1 });
    await connected(limit, "connected");
    await expect.poll(() => limit.take(KEY, 1), { interval: 5 }).toBe(1);
    await expect.poll(() => limit.take(`${KEY}0`, 1), { interval: 5 }).toBe(1);
    await expect.poll(() => limit.take(KEY, 1)).toBeNull();
  });

  it.each([
    "SIGTERM",
    "SIGKILL",
  ] as const)("goes on by itself while Redis is away after %s, and says both once", async (signal) => {
    const { limit, said } = here();
    await connected(limit, "before");
    await redis.stop(signal);
    await expect.poll(() => said().length).toBe(1);
    expect([await limit.take(KEY, 1), await limit.take(KEY, 1)]).toEqual([null, expect.any(Number)]);
    await redis.start();
    await connected(limit, "after");
    expect(said()).toEqual([
      expect.stringMatching(/^warn Redis cannot be used; until it can, each process counts questions for itself\. /),
      "info Redis can be used again. {}",
    ]);
  });

  it("refuses nobody while Redis is silent, and says so once", async () => {
    const { limit, said } = here();
    await connected(limit, "before");
    await redis.command("client", "pause", "3000", "all");
    expect(await Promise.all([1, 2, 3].map(() => limit.take(KEY, 2)))).toEqual([null, null, expect.any(Number)]);
    await connected(limit, "after");
    expect(said()).toEqual([
      expect.stringContaining("each process counts questions for itself"),
      expect.stringContaining("again"),
    ]);
  });

  it("counts for itself where Redis refuses, and says so once", async () => {
    const { limit, said } = here();
    await connected(limit, "before");
    await redis.command("config", "set", "min-replicas-to-write", "1");
    expect([await limit.take(KEY, 1), await limit.take(KEY, 1)]).toEqual([null, expect.any(Number)]);
    await redis.command("config", "set", "min-replicas-to-write", "0");
    expect(said()).toEqual([expect.stringContaining("NOREPLICAS")]);
  });

  it("does not mind a Redis that may throw away what it has", async () => {
    await redis.command("config", "set", "maxmemory-policy", "allkeys-lru");
    const { limit, said } = here();
    await connected(limit, "before");
    await redis.command("config", "set", "maxmemory-policy", "noeviction");
    expect(said()).toEqual([]);
  });
});

it("never shows the password", async () => {
  const { limit, said } = open({ url: "redis://:hunter22@127.0.0.1:1" });
  expect(await limit.take(KEY, 1)).toBeNull();
  await expect.poll(() => said().length).toBe(1);
  expect(said().join("")).not.toContain("hunter22");
  expect(() => open({ url: "redis://:hun%ZZter22@127.0.0.1" })).toThrow(/^The address of Redis must look like/);
});
