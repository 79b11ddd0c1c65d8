import type { Clock } from "../../src/ports/runtime.ts";

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs).unref()),
  every(intervalMs, task) {
    let underWay: Promise<void> = Promise.resolve();
    let timer: NodeJS.Timeout;
    let stopped = false;
    const schedule = () => {
      if (!stopped) timer = setTimeout(run, intervalMs).unref();
    };
    const run = () => {
      underWay = task().finally(schedule);
    };
    schedule();
    return async () => {
      stopped = true;
      clearTimeout(timer);
      await underWay;
    };
  },
};
