import type { Membership } from "../ports/membership.ts";
import type { Clock, Logger } from "../ports/runtime.ts";

/** Several times within what a process is believed to live. */
const BEAT_EVERY_MS = 2_500;
/** Others find out by themselves. */
const LEAVE_WITHIN_MS = 2_000;

/**
 * Makes this process one of those that share the store, until the result is called: then what it holds is free.
 * `alone`: every other one is dead, and nobody looks whether this one lives. Rejects where the store cannot be written.
 */
export async function keepMembership(
  store: Membership,
  { clock, log, alone }: { readonly clock: Clock; readonly log: Logger; readonly alone: boolean },
): Promise<() => Promise<void>> {
  if (alone) {
    await store.outliveOthers();
    return async () => {};
  }
  await store.beat();
  let failing = false;
  const stopBeating = clock.every(BEAT_EVERY_MS, async () => {
    try {
      await store.beat();
      failing = false;
    } catch (error) {
      // Once per trouble.
      if (!failing)
        log.error(
          "Other processes cannot see that this one lives, and may take over its chats until it is seen again",
          error,
        );
      failing = true;
    }
  });
  return async () => {
    await stopBeating();
    try {
      await Promise.race([store.leave(), clock.sleep(LEAVE_WITHIN_MS)]);
    } catch (error) {
      log.warn("The store was not told that this process ends; others find out within seconds", {
        reason: error instanceof Error ? error.message : "unknown",
      });
    }
  };
}
