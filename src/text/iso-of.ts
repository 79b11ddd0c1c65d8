/** Milliseconds since 1970 as ISO 8601, UTC. */
export function isoOf(timeMs: number): string {
  return new Date(timeMs).toISOString();
}
