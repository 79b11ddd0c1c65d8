import { type CalendarDay, isWithin, nearest, numberOfDay } from "../../text/calendar.ts";
import { type Time, type TimesTold, tells } from "../../text/times.ts";
import { spanOf } from "../../text/times-asked.ts";

/** How far a text says a year or a day that it tells in other words: "지난해" of 2024 is 2023. */
const TOLD = 0.9;
/** "지난해" of another year than the one of the day of asking. */
const SAID_OF_ANOTHER_YEAR = 0.45;
/** March of an earlier year than the last one. */
const EARLIER_MONTH = 0.7;
/** Three ships say little of March. */
const NUMBER_ALONE = 0.3;
/** What an article of that day tells of another day, it tells on that day. */
const TELLS_ANOTHER_DAY = 0.6;

/**
 * Evidence for each word of a question, where some are times: what a text tells of them in other words counts, a number that names
 * a month counts where it dates something, and the same word for another year counts half.
 */
export function withTimes(
  said: readonly number[],
  times: readonly (Time | null)[],
  told: TimesTold,
  writtenOn: CalendarDay | null,
): number[] {
  return said.map((evidence, at) => {
    const time = times[at] ?? null;
    if (time === null) return evidence;
    if (tells(told, time)) return isEarlier(time, told, writtenOn) ? EARLIER_MONTH : Math.max(evidence, TOLD);
    if ("month" in time || "span" in time) return Math.min(evidence, NUMBER_ALONE);
    return "year" in time && told.years.size > 0 ? Math.min(evidence, SAID_OF_ANOTHER_YEAR) : evidence;
  });
}

/** The same where a sentence is of the day of its article; `told`: what it and the headings above it tell, which is no such time. */
export function withDayWritten(
  evidence: readonly number[],
  times: readonly (Time | null)[],
  told: readonly TimesTold[],
  writtenOn: CalendarDay | null,
): readonly number[] {
  if (writtenOn === null) return evidence;
  return evidence.map((one, at) => Math.max(one, byDayWritten(times[at] ?? null, told, writtenOn)));
}

function byDayWritten(time: Time | null, told: readonly TimesTold[], writtenOn: CalendarDay): number {
  const tellsNo = (kind: "years" | "months" | "days") => told.every((each) => each[kind].size === 0);
  if (time === null || "day" in time) return 0;
  if ("year" in time && !("month" in time)) return time.year === writtenOn.year && tellsNo("years") ? TOLD : 0;
  const span = spanOf(time);
  const day = numberOfDay(writtenOn);
  if (span === null || !isWithin({ first: day, last: day }, span)) return 0;
  if (time.month !== null) return tellsNo("months") ? TOLD : 0;
  return tellsNo("days") ? TOLD : TELLS_ANOTHER_DAY;
}

/** A month without a year is the one nearest to the day it is told on. */
function isEarlier(time: Time, { years }: TimesTold, writtenOn: CalendarDay | null): boolean {
  if (!("year" in time && "month" in time) || time.year === null || writtenOn === null) return false;
  if (years.size > 0) return !years.has(time.year);
  const asked = numberOfDay({ year: time.year, month: time.month, day: MIDDLE });
  return nearest({ month: time.month, day: MIDDLE }, writtenOn) < asked;
}

/** Of a month. */
const MIDDLE = 15;
