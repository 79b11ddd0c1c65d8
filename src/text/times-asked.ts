import { type CalendarDay, dayOfNumber, type Span, spanAway } from "./calendar.ts";
import { englishDates } from "./english-months.ts";
import { COUNTED, FEASTS, isMonth, type Time } from "./times.ts";
import { type TimeAway, timesAgo, timesAway } from "./times-away.ts";
import { readWords, type Word } from "./words.ts";

const AMOUNT = new RegExp(`^${COUNTED}`, "u");

/** The time that each of these words of a question stands for, or null. `today`: null where the day of asking is not known. */
export function timesAsked(
  question: string,
  words: readonly Word[],
  today: CalendarDay | null,
): readonly (Time | null)[] {
  const times = timesOfWords(question, words, today);
  const years = new Set(
    times.flatMap((time) => (time !== null && "year" in time && !("month" in time) ? time.year : [])),
  );
  const [year] = years;
  if (year === undefined || years.size > 1) return times;
  // "2024년 3월", "March last year": the month is of that year.
  return times.map((time) => (time !== null && "month" in time && "year" in time ? { ...time, year } : time));
}

function timesOfWords(question: string, words: readonly Word[], today: CalendarDay | null): readonly (Time | null)[] {
  const away = today === null ? new Map<string, Time>() : timesByWord(question, today);
  const english = englishDates(question).months;
  return words.map((word, at): Time | null => {
    const { script, stem, text } = word;
    const [before, after] = [words[at - 1], words[at + 1]];
    const named = away.get(text);
    if (named !== undefined) return named;
    if (script === "number") {
      if (isYear(stem)) return after?.glued && AMOUNT.test(after.text) ? null : { year: Number(stem) };
      return after ? monthOf(stem, after, today) : null;
    }
    if (script === "latin") {
      const [month] = english.length === 0 ? [] : englishDates(`in ${text}`).months;
      return month !== undefined && english.includes(month) ? lastMonth(month, today) : null;
    }
    if (script !== "hangul") return null;
    if (before?.script === "number" && stem === "월") return monthOf(before.stem, { stem, glued: true }, today);
    const day = FEASTS.find(([, pattern]) => pattern.test(text))?.[0];
    return day === undefined ? null : { day };
  });
}

/** The days of a time that lies so many days, weeks or months away, or of the last month of a name; null for any other. */
export function spanOf(time: Time): Span | null {
  if ("span" in time) return time.span;
  if (!("month" in time) || time.year === null) return null;
  return spanAway("month", [0, 0], { year: time.year, month: time.month, day: 1 });
}

/** By the text of each word that says how far away something is: of "지난 주말" both. */
function timesByWord(question: string, today: CalendarDay): ReadonlyMap<string, Time> {
  const ago = timesAgo(question);
  return new Map(
    [...timesAway(question), ...ago].flatMap((each) =>
      readWords(each.words).map(({ text }) => [text, timeOf(each, today)] as const),
    ),
  );
}

function timeOf({ unit, away }: TimeAway, today: CalendarDay): Time {
  const span = spanAway(unit, away, today);
  if (unit === "year") return { year: today.year + away[0] };
  return { span, month: unit === "month" ? dayOfNumber(span.first).month : null };
}

export function isYear(digits: string): boolean {
  return /^(?:19|20)\d\d$/u.test(digits);
}

function monthOf(
  digits: string,
  { stem, glued }: Pick<Word, "stem" | "glued">,
  today: CalendarDay | null,
): Time | null {
  const month = Number(digits);
  return glued && stem === "월" && isMonth(month) ? lastMonth(month, today) : null;
}

/** The last such month before the day of asking, or the one of that day. */
function lastMonth(month: number, today: CalendarDay | null): Time {
  return { month, year: today === null ? null : month <= today.month ? today.year : today.year - 1 };
}
