/** A job that went wrong. */
export interface FailedJob {
  readonly name: string;
  readonly id: string;
  readonly attempts: number;
  /** The last error in one sentence. */
  readonly error: string;
  /** ISO 8601, UTC. */
  readonly failedAt: string;
  /** Not tried again before; null where it was set aside for a person to look at. */
  readonly nextAt: string | null;
}

export interface JobStore {
  /** Committed when it returns; replaces what is known of this job. */
  putFailedJob(job: FailedJob): Promise<void>;
  failedJob(name: string, id: string): Promise<FailedJob | null>;
  /** Newest first, at most `limit`. */
  failedJobs(limit: number): Promise<readonly FailedJob[]>;
  /** Those to be tried again by now, and those whose time is so far ahead that a wrong clock wrote it; oldest first. */
  dueJobs(nowIso: string, limit: number): Promise<readonly FailedJob[]>;
  /** It went well, or is dropped. Safe to run twice. */
  clearJob(name: string, id: string): Promise<void>;
}
