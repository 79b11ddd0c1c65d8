import { type Time, type TimesTold, tells } from "../text/times.ts";

/** How far a text says a year or a day that it tells in other words: "지난해" of 2024 is 2023. */
const TOLD = 0.9;
/** "지난해" of another year than the one of the day of asking. */
const SAID_OF_ANOTHER_YEAR = 0.5;
/** Three ships say little of March. */
const NUMBER_ALONE = 0.3;

/**
 * Evidence for each word of a question, where some are times: what a text tells of them in other words counts, a number that names
 * a month counts where it dates something, and the same word for another year counts half.
 */
export function withTimes(said: readonly number[], times: readonly (Time | null)[], told: TimesTold): number[] {
  return said.map((evidence, at) => {
    const time = times[at] ?? null;
    if (time === null) return evidence;
    if (tells(told, time)) return Math.max(evidence, TOLD);
    if ("month" in time) return Math.min(evidence, NUMBER_ALONE);
    return "year" in time && told.years.size > 0 ? Math.min(evidence, SAID_OF_ANOTHER_YEAR) : evidence;
  });
}
