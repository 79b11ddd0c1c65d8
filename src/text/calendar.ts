/** A day of the calendar, wherever it is one. */
export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** Days in a row with both ends, each by its number since 1 January 1970. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** How long a time is that people name by how far away it is: a week begins on Monday. */
export type Unit = "day" | "week" | "weekend" | "month" | "year";

/** Of a day as ISO 8601 has it, in its own zone: "2024-07-29T…" is 29 July. */
export function dayOf(iso: string): CalendarDay {
  return { year: Number(iso.slice(0, 4)), month: Number(iso.slice(5, 7)), day: Number(iso.slice(8, 10)) };
}

/** The day of asking. */
export interface Today extends CalendarDay {
  /** Which day a moment (ms since 1970) has where people ask; absent where that is not known. */
  readonly dayAt?: (timeMs: number) => CalendarDay;
}

/** A day without a time is kept as its midnight, and is that day everywhere. */
const MIDNIGHT = "T00:00:00";

/** When an article was written, as a day where people ask; null where it does not say so. */
export function dayWritten(
  { publishedAt }: { readonly publishedAt: string | null },
  today: Today | null,
): CalendarDay | null {
  if (publishedAt === null) return null;
  const timeMs = Date.parse(publishedAt);
  const isDay = Number.isNaN(timeMs) || publishedAt.includes(MIDNIGHT);
  return isDay || today?.dayAt === undefined ? dayOf(publishedAt) : today.dayAt(timeMs);
}

const DAY_MS = 86_400_000;

/** The month may lie outside 1 to 12, and the day outside its month: they are counted on. */
export function numberOfDay({ year, month, day }: CalendarDay): number {
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** From so many units away to so many: -1 is the last one, 0 this one. */
export function spanAway(unit: Unit, [from, to]: readonly [number, number], today: CalendarDay): Span {
  const number = numberOfDay(today);
  const monday = number - ((number + DAYS_FROM_MONDAY) % WEEK);
  const { year, month } = today;
  switch (unit) {
    case "day":
      return { first: number + from, last: number + to };
    case "week":
      return { first: monday + WEEK * from, last: monday + WEEK * to + WEEK - 1 };
    case "weekend":
      return { first: monday + WEEK * from + SATURDAY, last: monday + WEEK * to + WEEK - 1 };
    case "month":
      return {
        first: numberOfDay({ year, month: month + from, day: 1 }),
        last: numberOfDay({ year, month: month + to + 1, day: 0 }),
      };
    case "year":
      return {
        first: numberOfDay({ year: year + from, month: 1, day: 1 }),
        last: numberOfDay({ year: year + to + 1, month: 1, day: 0 }),
      };
  }
}

const WEEK = 7;
/** 1 January 1970 was a Thursday. */
const DAYS_FROM_MONDAY = 3;
const SATURDAY = 5;

export function dayOfNumber(number: number): CalendarDay {
  return dayOf(new Date(number * DAY_MS).toISOString());
}

export function isWithin(inner: Span, outer: Span): boolean {
  return inner.first >= outer.first && inner.last <= outer.last;
}

/** The number of that day of the year in which it lies nearest to the day it is told on. */
export function nearest(day: Omit<CalendarDay, "year">, on: CalendarDay): number {
  const from = numberOfDay(on);
  const [number = from] = [on.year - 1, on.year, on.year + 1]
    .map((year) => numberOfDay({ ...day, year }))
    .sort((one, other) => Math.abs(one - from) - Math.abs(other - from));
  return number;
}
