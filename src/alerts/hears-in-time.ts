/** Many articles are dated by their day alone, which is its first moment. */
const DAY_MS = 86_400_000;

/**
 * Whether who subscribed at `createdMs` hears of an article that was seen first at `seenMs`: not of what was there
 * before, and not of what was published before (null: nobody knows when).
 */
export function hearsInTime(createdMs: number, seenMs: number, publishedMs: number | null): boolean {
  return createdMs <= seenMs && (publishedMs === null || publishedMs >= createdMs - DAY_MS);
}
