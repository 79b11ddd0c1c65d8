/** Counts what somebody takes within a minute. */
export interface RateLimit {
  /**
   * Takes `cost` of `perMinute` for this key; how many seconds to wait where that is too much, else null. What was
   * taken before under another `perMinute` counts too.
   */
  take(key: string, perMinute: number, cost?: number): Promise<number | null>;
  /** May be called twice. */
  close(): Promise<void>;
}
