import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createMemoryRateLimit } from "../../../adapters/runtime/memory-rate-limit.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("lets a key take its share of a minute, says how long to wait, and opens again", async () => {
  const limit = createMemoryRateLimit();
  expect(await limit.take("a", 2)).toBeNull();
  expect(await limit.take("a", 2)).toBeNull();
  expect(await limit.take("a", 2)).toBe(60);
  expect(await limit.take("b", 2)).toBeNull();
  vi.advanceTimersByTime(61_000);
  expect(await limit.take("a", 2)).toBeNull();
});

it("weighs what is taken by its cost", async () => {
  const limit = createMemoryRateLimit();
  expect(await limit.take("a", 10, 10)).toBeNull();
  expect(await limit.take("a", 10, 1)).toBe(60);
});
