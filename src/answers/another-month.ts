import { SAID } from "../text/evidence.ts";
import { timesTold } from "../text/times.ts";
import type { Placed } from "./another-one.ts";
import type { ReadQuestion } from "./read-question.ts";

/**
 * Whether a sentence tells of another month than the question names, and nothing near it tells of that one: of 4월 3일 where 3월 3일
 * is asked about. Null where no month is named, and where a date is asked for: that may be another one.
 */
export function createAnotherMonth({ query, askedFor, times }: ReadQuestion): ((sentence: Placed) => boolean) | null {
  const months = query.words.flatMap(({ preamble }, at) => {
    const time = times[at] ?? null;
    return time !== null && "month" in time && time.month !== null && !preamble ? at : [];
  });
  if (months.length === 0 || askedFor === "when") return null;
  return ({ text, writtenOn, inReach }) =>
    months.every((at) => (inReach[at] ?? 0) < SAID) && timesTold(text, writtenOn).months.size > 0;
}
