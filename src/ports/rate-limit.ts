/** Counts what somebody takes within a minute. */
export interface RateLimit {
  /** Takes `cost` of `perMinute` for this key; how many seconds to wait where that is too much, else null. */
  take(key: string, perMinute: number, cost?: number): Promise<number | null>;
}
