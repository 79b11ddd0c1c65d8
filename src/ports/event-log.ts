export interface StoredEvent {
  /** Names the event for ever: two deliveries of it carry the same key. */
  readonly key: string;
  /** What is needed to handle it after a restart; null where the sender would send it again. */
  readonly payload: string | null;
}

/** Chat platforms deliver events more than once, to any process. Each is handled by the one who claims it. */
export interface EventLog {
  /** True for the first of all who claim this key; then it is in the database, with its payload, as unfinished. */
  claim(event: StoredEvent): Promise<boolean>;
  /** It will not be handled again. Its payload is removed. Safe to run twice. */
  finish(key: string): Promise<void>;
  /**
   * Claimed with a payload by a process that lives no more, and never finished; keys begin with `prefix`. Oldest first.
   */
  orphans(prefix: string, limit: number): Promise<readonly StoredEvent[]>;
  /** True for the first of all who adopt an orphan: it is this process's from then on. */
  adopt(key: string): Promise<boolean>;
  /** Forgets events that were claimed before and are finished or have no payload; "all": unfinished ones too. */
  dropEventsBefore(iso: string, which?: "all"): Promise<number>;
}
