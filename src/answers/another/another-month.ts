import { type CalendarDay, nearest, numberOfDay } from "../../text/calendar.ts";
import { SAID } from "../../text/evidence.ts";
import { timesTold } from "../../text/times.ts";
import { spanOf } from "../../text/times-asked.ts";
import type { ReadQuestion } from "../asked/read-question.ts";
import type { Placed } from "./another-one.ts";

/**
 * Whether a sentence tells of another month than the question names, and nothing near it tells of that one: of 4월 3일 where 3월 3일
 * is asked about. Null where no month is named, and where a date is asked for: that may be another one.
 */
export function createAnotherMonth({ query, askedFor, times }: ReadQuestion): ((sentence: Placed) => boolean) | null {
  const months = query.words.flatMap(({ preamble }, at) => {
    const time = times[at] ?? null;
    return time !== null && "month" in time && time.month !== null && !preamble ? { at, end: spanOf(time)?.last } : [];
  });
  if (months.length === 0 || askedFor === "when") return null;
  const ends = months.flatMap(({ end }) => end ?? []);
  return ({ text, writtenOn, inReach }) =>
    months.every(({ at }) => (inReach[at] ?? 0) < SAID) &&
    (timesTold(text, writtenOn).months.size > 0 || isLaterChange(ends, text, writtenOn)) &&
    !ends.some((end) => writtenOn !== null && beganBy(end, text, writtenOn));
}

/** "30%에서 20%로 낮춘다": what becomes of it. */
const CHANGES =
  /(?:올린|올렸|올리기로|낮춘|낮췄|낮추기로|내린|내렸|내리기로|오른|올랐|깎는|깎았|깎기로|줄인|줄였|줄이기로|늘린|늘렸|늘리기로|바꾼|바꿨|바꾸기로|바뀐|바뀌었|인상한|인상했|인상하기로|인하한|인하했|인하하기로)/u;

/** A change of which an article tells after all the months that are asked about: it was otherwise then. */
function isLaterChange(ends: readonly number[], text: string, writtenOn: CalendarDay | null): boolean {
  if (writtenOn === null || ends.length === 0 || !CHANGES.test(text)) return false;
  return ends.every((end) => numberOfDay(writtenOn) > end);
}

/** "2월 1일부터", but not "2월부터 4월까지". */
const BEGINS =
  /(?<!\d)(?<month>\d{1,2})\s?월(?:\s?(?<day>\d{1,2})\s?일)?부터(?!\s?(?:(?:다음\s?해|이듬해|내년)\s?)?\d{1,2}\s?[월일])/gu;

/** What began before a month ended holds in it, too: a tariff of 2월 1일부터 is that of March. */
function beganBy(end: number, text: string, writtenOn: CalendarDay): boolean {
  return [...text.matchAll(BEGINS)].some(({ groups }) => {
    const begin = { month: Number(groups?.["month"]), day: Number(groups?.["day"] ?? 1) };
    return nearest(begin, writtenOn) <= end;
  });
}
