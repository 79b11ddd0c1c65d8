import { expect, it } from "vitest";
import { dayOf, dayOfNumber, dayWritten, nearest, type Span, spanAway, type Unit } from "../../../src/text/calendar.ts";

const wednesday = { year: 2025, month: 7, day: 16 };
const sunday = { year: 2025, month: 7, day: 20 };

it.each<[unit: Unit, from: number, to: number, on: typeof sunday, first: string, last: string]>([
  ["day", -3, -1, wednesday, "2025-7-13", "2025-7-15"],
  ["week", 0, 0, wednesday, "2025-7-14", "2025-7-20"],
  ["week", 0, 0, sunday, "2025-7-14", "2025-7-20"],
  ["week", -1, -1, sunday, "2025-7-7", "2025-7-13"],
  ["weekend", -1, -1, wednesday, "2025-7-12", "2025-7-13"],
  ["weekend", 0, 0, sunday, "2025-7-19", "2025-7-20"],
  ["month", -7, -7, wednesday, "2024-12-1", "2024-12-31"],
  ["month", 7, 7, wednesday, "2026-2-1", "2026-2-28"],
  ["year", -1, -1, wednesday, "2024-1-1", "2024-12-31"],
])("%s from %d to %d away from %j is %s to %s", (unit, from, to, on, first, last) => {
  const span: Span = spanAway(unit, [from, to], on);
  const written = (number: number) => Object.values(dayOfNumber(number)).join("-");
  expect([written(span.first), written(span.last)]).toEqual([first, last]);
});

it.each([
  [{ month: 12, day: 30 }, { year: 2025, month: 1, day: 3 }, 2024],
  [{ month: 1, day: 3 }, { year: 2025, month: 12, day: 30 }, 2026],
  [{ month: 7, day: 1 }, wednesday, 2025],
])("the %j nearest to %j is in %d", (day, on, year) => expect(dayOfNumber(nearest(day, on)).year).toBe(year));

const inSeoul = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone: "Asia/Seoul" });
const today = { ...sunday, dayAt: (timeMs: number) => dayOf(inSeoul.format(timeMs)) };

it.each<[name: string, publishedAt: string | null, day: string | null]>([
  ["a moment, as people there count it", "2025-07-19T20:30:00+00:00", "2025-7-20"],
  ["the same moment of another zone", "2025-07-20T05:30:00+09:00", "2025-7-20"],
  ["a day without a time", "2025-07-19T00:00:00+00:00", "2025-7-19"],
  ["none", null, null],
])("written on: %s", (_name, publishedAt, day) => {
  const written = dayWritten({ publishedAt }, today);
  expect(written === null ? null : Object.values(written).join("-")).toBe(day);
});
