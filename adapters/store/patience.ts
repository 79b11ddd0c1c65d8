import type { Clock, Logger } from "../../src/ports/runtime.ts";
import { postgresReason, troubleOf } from "./postgres-reason.ts";
import type { Around } from "./store-over.ts";

/** A server that is restarted is back by then. */
const TRY_FOR_MS = 20_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;

/**
 * Repeats what failed because PostgreSQL was away or preferred somebody else's change, until it is done or took too
 * long; `log` hears once that it is away, and when it is back. Rejects with a sentence that names `where`, and with
 * anything else as it came.
 */
export function patiently(clock: Pick<Clock, "now" | "sleep">, where: string, log?: Logger): Around {
  let isAway = false;
  const away = (error: unknown) => {
    if (!isAway)
      log?.warn(
        `PostgreSQL at ${where} is away: questions are answered from the index as it is, and what has to be stored waits`,
        {
          reason: postgresReason(error),
        },
      );
    isAway = true;
  };
  return async (operation) => {
    const startedMs = clock.now();
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      try {
        const result = await operation();
        if (isAway) log?.info(`PostgreSQL at ${where} can be used again`);
        isAway = false;
        return result;
      } catch (error) {
        const trouble = troubleOf(error);
        if (trouble === null && !isOfDatabase(error)) throw error;
        if (trouble === "away") away(error);
        if (trouble === null || clock.now() - startedMs >= TRY_FOR_MS) throw asSentence(error, where);
        await awake(clock.sleep(pauseMs));
      }
    }
  };
}

/** Without a stack: where in here it was noticed helps nobody who has to bring the database back. */
function asSentence(error: unknown, where: string): Error {
  const sentence = new Error(`Cannot use the database ${where}: ${postgresReason(error)}.`, { cause: error });
  if (troubleOf(error) !== null) sentence.stack = sentence.message;
  return sentence;
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
