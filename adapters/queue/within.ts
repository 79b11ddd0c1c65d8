import { setImmediate as turned } from "node:timers/promises";
import type { Clock } from "../../src/ports/runtime.ts";

/** What `work` gives, or "late" where it takes longer; it then goes on, and how it ends is nobody's concern. */
export function within<T>(clock: Clock, limitMs: number, work: Promise<T>): Promise<T | "late"> {
  work.catch(() => {});
  return Promise.race([work, late(clock, limitMs)]);
}

/** An answer that came while this process was busy with something else is in time: it is read first. */
async function late(clock: Clock, limitMs: number): Promise<"late"> {
  await clock.sleep(limitMs);
  await turned();
  return "late";
}
