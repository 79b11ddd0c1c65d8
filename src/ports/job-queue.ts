/** Runs a job by its id. It must be safe to run twice, and it must not throw. */
export type JobHandler = (id: string) => Promise<void>;

/**
 * The hurry, not the truth: every job can be found again in the store, so a queue that is lost or emptied loses
 * nothing. A job runs at least once after it was added, in some process; ids are short texts without secrets.
 */
export interface JobQueue {
  /** A job with this name and id that waits already is not added again; one that runs is, and runs once more after. */
  add(name: string, id: string, options?: { readonly notBeforeMs?: number }): Promise<void>;
  /** Adds a job with the id "every" again and again; of all processes one runs it each time. */
  every(name: string, intervalMs: number): Promise<void>;
  /**
   * Begins to run jobs of these names. Call it once, after `every`. `atOnce`: how many jobs of a name may run at once in
   * this process, where the queue does not choose.
   */
  start(handlers: ReadonlyMap<string, JobHandler>, atOnce?: ReadonlyMap<string, number>): Promise<void>;
  /** Takes nothing new, waits for what is under way, and ends. Safe where it never started. */
  stop(): Promise<void>;
}
