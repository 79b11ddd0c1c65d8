import type { QueryWord } from "../../search/query.ts";
import { type CalendarDay, numberOfDay } from "../../text/calendar.ts";
import { SAID } from "../../text/evidence.ts";
import type { Time } from "../../text/times.ts";
import { isYear } from "../../text/times-asked.ts";
import { tellsOfPast } from "../../text/times-away.ts";
import { asksForRule } from "../asked/asked-for.ts";
import type { ReadQuestion } from "../asked/read-question.ts";
import type { Placed } from "./another-one.ts";

/**
 * Whether a sentence tells of another time than the question: who says 어제, last month or 재작년 asks for what was so then, and an
 * article that was not written then, nor tells of that time near the sentence, does not know. Null where no such time is
 * asked about; an article that does not say when it was written may hold for any.
 */
export function createAnotherTime({
  text,
  query,
  times,
  today,
}: ReadQuestion): ((sentence: Pick<Placed, "writtenOn" | "inReach">) => boolean) | null {
  const happened = tellsOfPast(text);
  const asked = times.flatMap((time, at) =>
    today !== null && !asksForRule(text) && isOver(time, today, happened) && isNamed(query.words[at]) ? at : [],
  );
  if (asked.length === 0) return null;
  return ({ writtenOn, inReach }) => writtenOn !== null && asked.every((at) => (inReach[at] ?? 0) < SAID);
}

/** Today, this week and this year are, as far as something `happened` in them: what holds today was written long ago. */
function isOver(time: Time | null, today: CalendarDay, happened: boolean): boolean {
  if (time === null || "day" in time) return false;
  if ("span" in time) return (happened ? time.span.first - 1 : time.span.last) < numberOfDay(today);
  return !("month" in time) && (happened ? time.year - 1 : time.year) < today.year;
}

/** By how far away it is, and by no number of a year. */
function isNamed(word: QueryWord | undefined): boolean {
  return word !== undefined && !word.preamble && !isYear(word.word.stem);
}
