import { stat } from "node:fs/promises";
import type { Clock, Logger } from "../../src/ports/runtime.ts";

const LOOK_EVERY_MS = 10_000;

/**
 * Tells once where another file, or none, has the name of the one that is open: whoever moved it away, or put a backup in
 * its place, would wait in vain for that to be answered from. The result ends it.
 */
export async function watchFile(
  path: string,
  { clock, log }: { readonly clock: Pick<Clock, "every">; readonly log: Pick<Logger, "error"> },
): Promise<() => Promise<void>> {
  const opened = await identityOf(path);
  let told = false;
  return clock.every(LOOK_EVERY_MS, async () => {
    if (told || (await identityOf(path)) === opened) return;
    told = true;
    log.error(
      `The database file ${path} was moved away or replaced while it is open. What comes in still goes to the file from before: stop this process, put the file in place that is to count, and start again.`,
    );
  });
}

/** Of the file that has the name now. */
async function identityOf(path: string): Promise<string> {
  const found = await stat(path, { bigint: true }).catch(() => null);
  return found === null ? "none" : `${found.dev} ${found.ino}`;
}
