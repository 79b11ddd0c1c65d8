import { expect, it } from "vitest";
import { isWrittenOn } from "../../../../src/answers/candidates/written-then.ts";
import { dayOf, numberOfDay } from "../../../../src/text/calendar.ts";

const inSeoul = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone: "Asia/Seoul" });
const today = { year: 2025, month: 7, day: 20, dayAt: (timeMs: number) => dayOf(inSeoul.format(timeMs)) };
const yesterday = numberOfDay({ year: 2025, month: 7, day: 19 });

it.each<[name: string, publishedAt: string | null, written: boolean]>([
  ["yesterday here, though the day before there", "2025-07-18T20:30:00+00:00", true],
  ["today here, though yesterday there", "2025-07-19T20:30:00+00:00", false],
  ["yesterday here and there", "2025-07-19T10:00:00+00:00", true],
  ["long ago", "2024-07-19T10:00:00+00:00", false],
  ["who knows when", null, false],
])("written yesterday: %s", (_name, publishedAt, written) => {
  expect(isWrittenOn({ first: yesterday, last: yesterday }, { publishedAt }, today)).toBe(written);
});
