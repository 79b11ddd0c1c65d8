const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DAYS_PER_MONTH = 30.44;
const DAYS_PER_YEAR = 365.25;

/** After this many days an answer says that its source may be out of date. */
export const OLD_AFTER_DAYS = 180;

export type Locale = "ko" | "en";

export interface Age {
  /** "3일 전", "8 months ago"; of a day to come, the day. */
  readonly ago: string;
  /** "3일 전 (2025-02-04)"; of a day to come, the day alone. */
  readonly when: string;
  /** "8개월", "8 months". */
  readonly span: string;
  /** The day in the reader's time zone, as YYYY-MM-DD. */
  readonly date: string;
  readonly old: boolean;
}

/** How long before `nowMs` something was published, in whole units, in the reader's language and time zone. */
export function ageOf(publishedAt: string, nowMs: number, locale: Locale, timeZone: string): Age {
  const thenMs = Date.parse(publishedAt);
  const [amount, unit] = wholeUnits(Math.max(0, nowMs - thenMs));
  const days = new Intl.DateTimeFormat("sv-SE", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  const date = days.format(thenMs);
  // Later on the day itself is what a slow clock makes of now.
  const isToCome = thenMs > nowMs && date !== days.format(nowMs);
  // Nobody says "0 minutes ago".
  const ago =
    amount === 0
      ? new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(0, "second")
      : new Intl.RelativeTimeFormat(locale, { numeric: "always" }).format(-amount, unit);
  return {
    ago: isToCome ? date : ago,
    when: isToCome ? date : `${ago} (${date})`,
    span: new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(amount),
    date,
    old: nowMs - thenMs > OLD_AFTER_DAYS * DAY_MS,
  };
}

function wholeUnits(elapsedMs: number): [number, "minute" | "hour" | "day" | "month" | "year"] {
  const days = elapsedMs / DAY_MS;
  if (elapsedMs < HOUR_MS) return [Math.floor(elapsedMs / MINUTE_MS), "minute"];
  if (days < 1) return [Math.floor(elapsedMs / HOUR_MS), "hour"];
  if (days < DAYS_PER_MONTH * 2) return [Math.floor(days), "day"];
  if (days < DAYS_PER_YEAR * 2) return [Math.floor(days / DAYS_PER_MONTH), "month"];
  return [Math.floor(days / DAYS_PER_YEAR), "year"];
}
