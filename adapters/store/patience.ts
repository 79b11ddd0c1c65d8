import type { Clock } from "../../src/ports/runtime.ts";
import { postgresReason, troubleOf } from "./postgres-reason.ts";
import type { Around } from "./store-over.ts";

/** A server that is restarted is back by then. */
const TRY_FOR_MS = 20_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;

/**
 * Repeats what failed because PostgreSQL was away or preferred somebody else's change, until it is done or took too
 * long. Rejects with a sentence that names `where`, and with anything else as it came.
 */
export function patiently(clock: Pick<Clock, "now" | "sleep">, where: string): Around {
  return async (operation) => {
    const startedMs = clock.now();
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      try {
        return await operation();
      } catch (error) {
        const trouble = troubleOf(error);
        if (trouble === null && !isOfDatabase(error)) throw error;
        if (trouble === null || clock.now() - startedMs >= TRY_FOR_MS) {
          throw new Error(`Cannot use the database ${where}: ${postgresReason(error)}.`, { cause: error });
        }
        await awake(clock.sleep(pauseMs));
      }
    }
  };
}

/** PostgreSQL's own errors have a severity. */
function isOfDatabase(error: unknown): boolean {
  return error instanceof Error && "severity" in error;
}

/** The clock keeps no process alive, and a command would end in the middle of what it waits for. */
async function awake(pause: Promise<void>): Promise<void> {
  const alive = setInterval(() => {}, LONGEST_PAUSE_MS);
  try {
    await pause;
  } finally {
    clearInterval(alive);
  }
}
