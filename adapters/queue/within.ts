import type { Clock } from "../../src/ports/runtime.ts";

/** What `work` gives, or "late" where it takes longer; it then goes on, and how it ends is nobody's concern. */
export function within<T>(clock: Clock, limitMs: number, work: Promise<T>): Promise<T | "late"> {
  work.catch(() => {});
  return Promise.race([work, clock.sleep(limitMs).then(() => "late" as const)]);
}
