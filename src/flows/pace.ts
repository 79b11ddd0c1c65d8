import type { InboxStore } from "../ports/inbox-store.ts";
import type { Clock } from "../ports/runtime.ts";

/** After work that held the process, questions have it for so many times as long. */
const REST_TIMES = 9;
/** A disk that stalled has cost enough. */
const LONGEST_REST_MS = 50;

/** After work that began at `startedMs` and held the process: a pause that grows with what it took. */
export async function restAfter(clock: Clock, startedMs: number): Promise<void> {
  const tookMs = Math.max(1, clock.now() - startedMs);
  await clock.sleep(Math.min(tookMs * REST_TIMES, LONGEST_REST_MS));
}

/** Whatever is due by now happens first; no time passes, so no clock is asked. */
export function othersTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** `run` as soon as it is asked for, but not again within `intervalMs`: what is asked for meanwhile runs once, then. */
export function atMostEvery(clock: Clock, intervalMs: number, run: () => void): () => void {
  let resting = false;
  let askedAgain = false;
  const go = () => {
    if (resting) {
      askedAgain = true;
      return;
    }
    resting = true;
    run();
    void clock.sleep(intervalMs).then(() => {
      resting = false;
      if (!askedAgain) return;
      askedAgain = false;
      go();
    });
  };
  return go;
}

/**
 * What arrives is written one after the other, with a rest after each: SQLite holds the process while it waits for the
 * disk or for another writer, and questions come in between.
 */
export function pacedInbox<S extends InboxStore>(store: S, clock: Clock): S {
  let free: Promise<void> = Promise.resolve();
  function inTurn<T>(write: () => Promise<T>): Promise<T> {
    let startedMs = 0;
    const written = free.then(() => {
      startedMs = clock.now();
      return write();
    });
    const rest = () => restAfter(clock, startedMs);
    free = written.then(rest, rest);
    return written;
  }
  return {
    ...store,
    accept: (...args) => inTurn(() => store.accept(...args)),
    publish: (...args) => inTurn(() => store.publish(...args)),
  };
}
