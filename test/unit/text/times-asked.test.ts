import { describe, expect, it } from "vitest";
import type { Time } from "../../../src/text/times.ts";
import { timesAsked } from "../../../src/text/times-asked.ts";
import { readWords } from "../../../src/text/words.ts";

/** A Wednesday. */
const july = { year: 2025, month: 7, day: 16 };
const january = { year: 2025, month: 1, day: 16 };
const whole = (month: number | null, first: string, last = first): Time => ({
  span: { first: Date.parse(first) / 86_400_000, last: Date.parse(last) / 86_400_000 },
  month,
});
const span = (first: string, last = first) => whole(null, first, last);
const june = whole(6, "2025-06-01", "2025-06-30");
const thisMonth = whole(7, "2025-07-01", "2025-07-31");
const august = whole(8, "2025-08-01", "2025-08-31");
const march: Time = { month: 3, year: 2025 };

describe("the times that a question's words stand for", () => {
  it.each<[question: string, times: readonly (Time | null)[]]>([
    ["작년 요금", [{ year: 2024 }, null]],
    ["지난해에 잡은 물고기", [{ year: 2024 }, null, null]],
    ["재작년 요금", [{ year: 2023 }, null]],
    ["올해는", [{ year: 2025 }]],
    ["내년부터", [{ year: 2026 }]],
    ["2019년 요금", [{ year: 2019 }, null, null]],
    ["3월 3일", [march, march, null, null]],
    ["2019년 3월 요금", [{ year: 2019 }, null, { month: 3, year: 2019 }, { month: 3, year: 2019 }, null]],
    ["작년 3월", [{ year: 2024 }, { month: 3, year: 2024 }, { month: 3, year: 2024 }]],
    ["fares in March 2019", [null, null, { month: 3, year: 2019 }, { year: 2019 }]],
    ["2018년과 2019년 3월", [{ year: 2018 }, null, { year: 2019 }, null, march, march]],
    ["지난달 물가", [june, null]],
    ["이번 달 물가", [thisMonth, thisMonth, null]],
    ["fares last year", [null, { year: 2024 }, { year: 2024 }]],
    ["fares this month", [null, thisMonth, thisMonth]],
    ["fares of a year", [null, null, null, null]],
    ["크리스마스에", [{ day: "12-25" }]],
    ["13월과 배 3척", [null, null, null, null, null]],
    ["다음 달 표", [august, august, null]],
    ["다음 달리기", [null, null]],
    ["지난 달력", [null, null]],
    ["2000원짜리 표", [null, null, null]],
    ["2000명이", [null, null]],
    ["지난 해 요금", [{ year: 2024 }, { year: 2024 }, null]],
    ["지난 해외 소식", [null, null, null]],
    ["어제 요금", [span("2025-07-15"), null]],
    ["그제 요금", [span("2025-07-14"), null]],
    ["엊그제 요금", [span("2025-07-14", "2025-07-15"), null]],
    ["오늘의 요금", [span("2025-07-16"), null]],
    ["지난주에 나온 표", [span("2025-07-07", "2025-07-13"), null, null]],
    ["저번 주 표", [span("2025-07-07", "2025-07-13"), span("2025-07-07", "2025-07-13"), null]],
    ["지지난주 표", [span("2025-06-30", "2025-07-06"), null]],
    ["이번 주 표", [span("2025-07-14", "2025-07-20"), span("2025-07-14", "2025-07-20"), null]],
    ["이번 주민 투표", [null, null, null]],
    ["지난 주말 배", [span("2025-07-12", "2025-07-13"), span("2025-07-12", "2025-07-13"), null]],
    ["fares yesterday", [null, span("2025-07-15")]],
    ["fares the day before yesterday", [null, null, span("2025-07-14"), span("2025-07-14"), span("2025-07-14")]],
    ["fares last weekend", [null, span("2025-07-12", "2025-07-13"), span("2025-07-12", "2025-07-13")]],
    ["fares two years ago", [null, { year: 2023 }, { year: 2023 }, { year: 2023 }]],
    ["fares in march", [null, null, march]],
    ["fares in december", [null, null, { month: 12, year: 2024 }]],
    ["a march in the rain", [null, null, null, null, null]],
    ["2026학년도 2025개정", [{ year: 2026 }, null, { year: 2025 }, null]],
  ])("%s", (question, times) => expect(timesAsked(question, readWords(question), july)).toEqual(times));

  it("a month before January is December", () => {
    expect(timesAsked("지난달", readWords("지난달"), january)).toEqual([whole(12, "2024-12-01", "2024-12-31")]);
  });

  it("are no years where the day of asking is not known", () => {
    expect(timesAsked("작년 2019년", readWords("작년 2019년"), null)).toEqual([null, { year: 2019 }, null]);
  });
});
