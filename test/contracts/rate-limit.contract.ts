import { randomUUID } from "node:crypto";
import { describe, expect, it, onTestFinished } from "vitest";
import type { RateLimit } from "../../src/ports/rate-limit.ts";
import { hostileTexts } from "./hostile-texts.ts";

/** What every rate limit does within one window. `open` gives one with a window of a minute. */
export function rateLimitContract(name: string, open: () => Promise<RateLimit>): void {
  const enter = async () => {
    const limit = await open();
    onTestFinished(() => limit.close());
    return { limit, key: `question:slack:T1:${randomUUID()}` };
  };
  const takes = async (limit: RateLimit, key: string, times: number, perMinute: number) =>
    (await Promise.all(Array.from({ length: times }, () => limit.take(key, perMinute)))).filter(
      (wait) => wait === null,
    );

  describe(`rate limit ${name}`, () => {
    it("lets a key take its share, says how long to wait, and leaves others alone", async () => {
      const { limit, key } = await enter();
      expect([await limit.take(key, 2), await limit.take(key, 2)]).toEqual([null, null]);
      const wait = await limit.take(key, 2);
      expect(wait).toBeGreaterThanOrEqual(1);
      expect(wait).toBeLessThanOrEqual(60);
      expect(wait).toBe(Math.ceil(wait ?? 0));
      expect(await limit.take(`${key}0`, 2)).toBeNull();
    });

    it("weighs what is taken by its cost", async () => {
      const { limit, key } = await enter();
      expect(await limit.take(key, 10, 10)).toBeNull();
      expect(await limit.take(key, 10, 1)).not.toBeNull();
      expect(await limit.take(`${key}0`, 10, 11)).not.toBeNull();
    });

    it("counts what was taken under another limit", async () => {
      const { limit, key } = await enter();
      for (let i = 0; i < 3; i++) await limit.take(key, 3);
      expect(await limit.take(key, 5)).toBeNull();
      expect(await limit.take(key, 3)).not.toBeNull();
    });

    it("lets no more through where many take at once", async () => {
      const { limit, key } = await enter();
      expect(await takes(limit, key, 50, 20)).toHaveLength(20);
    });

    it("takes any text as a key", async () => {
      const { limit, key } = await enter();
      for (const text of hostileTexts) {
        expect(await limit.take(`${key}${text}`, 1)).toBeNull();
        expect(await limit.take(`${key}${text}`, 1)).not.toBeNull();
      }
    });

    it("may be closed twice", async () => {
      const { limit } = await enter();
      await limit.close();
      await limit.close();
    });
  });
}
