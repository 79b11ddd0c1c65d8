import type { RateLimit } from "../../src/ports/rate-limit.ts";
import type { Clock } from "../../src/ports/runtime.ts";

/** So short that no second of Discord's, whenever it begins, holds more than 44: 11 slots. */
const SLOT_MS = 100;
/** Discord takes 50 a second of one bot, over all its processes: what people ask for keeps the rest. */
const REQUESTS_PER_SLOT = 4;
/** Half of the time that a send has. */
const LONGEST_WAIT_MS = 5_000;

/** It was not asked: its turn did not come in time. */
export class NoTurn extends Error {}

/** Waits for the turn of one request. Throws `NoTurn`, not before waiting as long: whoever has none does not hurry back. */
export type TakeTurn = (signal?: AbortSignal) => Promise<void>;

/** Turns among all processes that share the limit: each takes the next that is free, and waits until it comes. */
export function createAlertTurns(rateLimit: RateLimit, clock: Clock): TakeTurn {
  /** All before it are taken, as far as is known here. */
  let free = 0;

  const reserve = async (signal: AbortSignal | undefined): Promise<number | null> => {
    const first = Math.floor(clock.now() / SLOT_MS);
    const last = first + LONGEST_WAIT_MS / SLOT_MS;
    // The machine's clock was set back.
    if (free > last + 1) free = first;
    for (let slot = Math.max(first, free); slot <= last && !signal?.aborted; slot = Math.max(slot + 1, free)) {
      if ((await rateLimit.take(`discord:requests:${slot}`, REQUESTS_PER_SLOT)) === null) return slot;
      free = Math.max(free, slot + 1);
    }
    return null;
  };

  return async (signal) => {
    const slot = await reserve(signal);
    const waitMs = slot === null ? LONGEST_WAIT_MS : slot * SLOT_MS - clock.now();
    if (waitMs > 0) await Promise.race([clock.sleep(waitMs), ...(signal ? [endOf(signal)] : [])]);
    if (slot === null || signal?.aborted) throw new NoTurn("no turn in time among all that is to be posted");
  };
}

function endOf(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
