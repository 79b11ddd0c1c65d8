import type { Clock } from "../../../src/ports/runtime.ts";

/** A clock that stands until it is moved. */
export interface HeldClock extends Clock {
  advance(ms: number): void;
  /** How many wait for it. */
  waiting(): number;
}

export function holdClock(start = Date.parse("2026-03-01T00:00:00Z")): HeldClock {
  let now = start;
  let sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  return {
    now: () => now,
    sleep: (delayMs) =>
      new Promise((wake) => {
        sleepers.push({ at: now + delayMs, wake });
      }),
    every: () => async () => {},
    advance(ms) {
      now += ms;
      const due = sleepers.filter(({ at }) => at <= now);
      sleepers = sleepers.filter(({ at }) => at > now);
      for (const { wake } of due) wake();
    },
    waiting: () => sleepers.length,
  };
}
