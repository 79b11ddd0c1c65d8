/** A time in ISO 8601, so many milliseconds later. */
export function shifted(iso: string, byMs: number): string {
  return new Date(Date.parse(iso) + byMs).toISOString();
}
