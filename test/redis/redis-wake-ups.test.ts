import { afterAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { createRedisWakeUps, type RedisWakeUpsOptions } from "../../adapters/queue/redis-wake-ups.ts";
import { systemClock } from "../../adapters/runtime/system-clock.ts";
import { recorder } from "../contracts/job-queue.contract.ts";
import { type OwnRedis, ownRedis } from "./running-redis.ts";

const mine = await ownRedis();

afterAll(async () => {
  if (!("missing" in mine)) await mine.close();
});

function open(options: RedisWakeUpsOptions) {
  const { log, lines } = recorder();
  const wakeUps = createRedisWakeUps(options, { clock: systemClock, log });
  onTestFinished(() => wakeUps.stop());
  let told = 0;
  wakeUps.listen(() => {
    told += 1;
  });
  return { wakeUps, told: () => told, said: () => lines.filter((line) => !line.startsWith("debug")) };
}

type Opened = ReturnType<typeof open>;

describe.skipIf("missing" in mine)("wake-ups over a Redis of its own", () => {
  const redis = mine as OwnRedis;
  beforeEach(() => redis.start());
  /** One that hears. */
  async function here(more: Partial<RedisWakeUpsOptions> = {}): Promise<Opened> {
    const opened = open({ url: redis.url, ...more });
    await expect.poll(opened.told).toBe(1);
    return opened;
  }
  const published = async () => {
    const stats = String(await redis.command("info", "commandstats"));
    return Number(/cmdstat_publish:calls=(\d+)/.exec(stats)?.[1] ?? 0);
  };

  it("reach other processes, and not the one who tells", async () => {
    const [one, other, third] = [await here(), await here(), await here()];
    one.wakeUps.tell();
    await expect.poll(other.told).toBe(2);
    await expect.poll(third.told).toBe(2);
    other.wakeUps.tell();
    await expect.poll(one.told).toBe(2);
    await expect.poll(third.told).toBe(3);
    // Messages come in order: its own would have come before the other's.
    expect([one.told(), other.told()]).toEqual([2, 2]);
  });

  it("stay with those who have the same prefix", async () => {
    const [one, stranger] = [await here(), await here({ prefix: "else" })];
    const friend = await here();
    one.wakeUps.tell();
    await expect.poll(friend.told).toBe(2);
    expect(stranger.told()).toBe(1);
  });

  it("are few where much is told at once, and the last one is told", async () => {
    const [one, other] = [await here(), await here()];
    const before = await published();
    for (let i = 0; i < 1_000; i++) one.wakeUps.tell();
    await expect.poll(other.told).toBe(3);
    expect((await published()) - before).toBe(2);
  });

  it("go on when Redis was away, which is said once, and wake those who heard nothing meanwhile", async () => {
    const [one, other] = [await here(), await here()];
    await redis.stop();
    await expect.poll(() => one.said().length).toBe(1);
    for (let i = 0; i < 100; i++) one.wakeUps.tell();
    await redis.start();
    await expect.poll(other.told).toBe(2);
    await expect.poll(() => one.said().length).toBe(2);
    one.wakeUps.tell();
    await expect.poll(other.told).toBe(3);
    expect(one.said()).toEqual([
      expect.stringMatching(
        /^warn Redis cannot be used; until it can, what other processes commit is found a moment later\. /,
      ),
      "info Redis can be used again. {}",
    ]);
  });

  it("neither tell nor hear anything when they are stopped", async () => {
    const [one, other, third] = [await here(), await here(), await here()];
    await Promise.all([one.wakeUps.stop(), one.wakeUps.stop()]);
    one.wakeUps.tell();
    third.wakeUps.tell();
    await expect.poll(other.told).toBe(2);
    expect(one.told()).toBe(1);
  });
});

it("are told nobody where there is no Redis, and show no password", async () => {
  const { wakeUps, said } = open({ url: "redis://:hunter22@127.0.0.1:1" });
  wakeUps.tell();
  await expect.poll(() => said().length).toBe(1);
  wakeUps.tell();
  expect(said().join("")).not.toContain("hunter22");
  expect(() => open({ url: "redis://:hun%ZZter22@127.0.0.1" })).toThrow(/^The address of Redis must look like/);
});
