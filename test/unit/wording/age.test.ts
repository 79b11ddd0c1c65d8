import { describe, expect, it } from "vitest";
import { type Age, ageOf, OLD_AFTER_DAYS } from "../../../src/wording/age.ts";

const nowMs = Date.parse("2026-03-01T12:00:00Z");
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function published(agoMs: number): string {
  return new Date(nowMs - agoMs).toISOString();
}

it.each<[agoMs: number, ko: [string, string], en: [string, string]]>([
  [0, ["지금", "0분"], ["now", "0 minutes"]],
  [59_999, ["지금", "0분"], ["now", "0 minutes"]],
  [MINUTE, ["1분 전", "1분"], ["1 minute ago", "1 minute"]],
  [HOUR - 1, ["59분 전", "59분"], ["59 minutes ago", "59 minutes"]],
  [HOUR, ["1시간 전", "1시간"], ["1 hour ago", "1 hour"]],
  [DAY - 1, ["23시간 전", "23시간"], ["23 hours ago", "23 hours"]],
  [DAY, ["1일 전", "1일"], ["1 day ago", "1 day"]],
  [3 * DAY, ["3일 전", "3일"], ["3 days ago", "3 days"]],
  [60 * DAY, ["60일 전", "60일"], ["60 days ago", "60 days"]],
  [61 * DAY, ["2개월 전", "2개월"], ["2 months ago", "2 months"]],
  [250 * DAY, ["8개월 전", "8개월"], ["8 months ago", "8 months"]],
  [730 * DAY, ["23개월 전", "23개월"], ["23 months ago", "23 months"]],
  [731 * DAY, ["2년 전", "2년"], ["2 years ago", "2 years"]],
  // A clock that is slow must not speak of the future.
  [-2 * HOUR, ["지금", "0분"], ["now", "0 minutes"]],
])("%i ms ago: %j, %j", (agoMs, ko, en) => {
  const words = ({ ago, span }: Age) => [ago, span];
  expect(words(ageOf(published(agoMs), nowMs, "ko", "Asia/Seoul"))).toEqual(ko);
  expect(words(ageOf(published(agoMs), nowMs, "en", "Asia/Seoul"))).toEqual(en);
});

it.each([
  [OLD_AFTER_DAYS * DAY - 1, false],
  [OLD_AFTER_DAYS * DAY, false],
  [OLD_AFTER_DAYS * DAY + 1, true],
  [0, false],
  [-DAY, false],
])("%i ms ago is old: %j", (agoMs, old) => {
  expect(ageOf(published(agoMs), nowMs, "ko", "Asia/Seoul").old).toBe(old);
});

it.each<[publishedAt: string, ko: string, en: string]>([
  ["2026-02-26T12:00:00Z", "3일 전 (2026-02-26)", "3 days ago (2026-02-26)"],
  ["2026-03-01T14:59:59Z", "지금 (2026-03-01)", "now (2026-03-01)"],
  ["2026-03-01T15:00:00Z", "2026-03-02", "2026-03-02"],
  ["2026-12-31T00:00:00+09:00", "2026-12-31", "2026-12-31"],
])("%s is told as %j, %j: a day to come by its date alone", (publishedAt, ko, en) => {
  expect(ageOf(publishedAt, nowMs, "ko", "Asia/Seoul").when).toBe(ko);
  expect(ageOf(publishedAt, nowMs, "en", "Asia/Seoul").when).toBe(en);
});

it("half a year is old", () => expect(OLD_AFTER_DAYS).toBe(180));

describe("the day is the reader's", () => {
  it.each([
    ["2025-01-06T00:00:00+09:00", "Asia/Seoul", "2025-01-06"],
    ["2025-01-05T15:00:00Z", "Asia/Seoul", "2025-01-06"],
    ["2025-01-05T14:59:59Z", "Asia/Seoul", "2025-01-05"],
    ["2025-01-06T00:00:00+09:00", "America/New_York", "2025-01-05"],
    ["2025-01-06T00:00:00+09:00", "UTC", "2025-01-05"],
    ["2025-12-31T23:30:00Z", "Asia/Seoul", "2026-01-01"],
    ["2026-01-01T04:30:00Z", "America/New_York", "2025-12-31"],
  ])("%s in %s is %s", (publishedAt, timeZone, date) => {
    expect(ageOf(publishedAt, nowMs, "ko", timeZone).date).toBe(date);
    expect(ageOf(publishedAt, nowMs, "en", timeZone).date).toBe(date);
  });
});
