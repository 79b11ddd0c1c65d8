interface Published {
  readonly publishedAt: string | null;
}

/** Sorts by date of publication; undated ones last. */
export function newestFirst(a: Published, b: Published): number {
  return Date.parse(b.publishedAt ?? "0000") - Date.parse(a.publishedAt ?? "0000");
}
