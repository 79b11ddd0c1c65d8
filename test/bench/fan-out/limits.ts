import type { Clock } from "../../../src/ports/runtime.ts";

/** Counts in windows that begin with the first after the last one ended, as platforms and their clients do. */
export function countedWindow(most: number, lengthMs: number) {
  let endMs = 0;
  let taken = 0;
  return {
    /** How long to wait; 0 where there was room. */
    take(nowMs: number): number {
      if (nowMs >= endMs) {
        endMs = nowMs + lengthMs;
        taken = 0;
      }
      if (taken >= most) return endMs - nowMs;
      taken++;
      return 0;
    },
  };
}

/** Work that takes time in one of so many places, such as a database's connections. First come, first served. */
export function places(clock: Clock, count: number) {
  let free = count;
  let busyMs = 0;
  const waiting: (() => void)[] = [];
  return {
    async use(ms: number): Promise<void> {
      if (free > 0) free--;
      else await new Promise<void>((wake) => waiting.push(wake));
      busyMs += ms;
      await clock.sleep(ms);
      const wake = waiting.shift();
      if (wake) wake();
      else free++;
    },
    /** The share of all places that was in use, over so long. */
    busyShare: (overMs: number) => Math.min(1, busyMs / (overMs * count)),
  };
}
