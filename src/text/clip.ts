const graphemes = new Intl.Segmenter("ko", { granularity: "grapheme" });

/** A label of at most `most` UTF-16 units, with "…" where something is left out; no character is taken apart. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, lastBoundary(text, most - 1)).trimEnd()}…`;
}

/** The end of the last whole character within the first `most` UTF-16 units. */
export function lastBoundary(text: string, most: number): number {
  if (text.length <= most) return text.length;
  // A character of more parts than this is taken apart: nobody reads it as one.
  const from = Math.max(0, most - 64);
  let end = from;
  for (const { index } of graphemes.segment(text.slice(from, most + 64))) {
    if (from + index > most) break;
    end = from + index;
  }
  return end > from ? end : most;
}
