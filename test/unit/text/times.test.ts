import { describe, expect, it } from "vitest";
import { type Time, tells, timesAsked, timesTold } from "../../../src/text/times.ts";
import { readWords } from "../../../src/text/words.ts";

const july = { year: 2025, month: 7 };
const january = { year: 2025, month: 1 };

describe("the times that a question's words stand for", () => {
  it.each<[question: string, times: readonly (Time | null)[]]>([
    ["작년 요금", [{ year: 2024 }, null]],
    ["지난해에 잡은 물고기", [{ year: 2024 }, null, null]],
    ["재작년 요금", [{ year: 2023 }, null]],
    ["올해는", [{ year: 2025 }]],
    ["내년부터", [{ year: 2026 }]],
    ["2019년 요금", [{ year: 2019 }, null, null]],
    ["3월 3일", [{ month: 3 }, { month: 3 }, null, null]],
    ["지난달 물가", [{ month: 6 }, null]],
    ["이번 달 물가", [null, { month: 7 }, null]],
    ["fares last year", [null, null, { year: 2024 }]],
    ["fares this month", [null, null, { month: 7 }]],
    ["fares of a year", [null, null, null, null]],
    ["크리스마스에", [{ day: "12-25" }]],
    ["13월과 배 3척", [null, null, null, null, null]],
    ["다음 달 표", [null, { month: 8 }, null]],
    ["다음 달리기", [null, null]],
    ["지난 달력", [null, null]],
    ["2000원짜리 표", [null, null, null]],
    ["2000명이", [null, null]],
    ["2026학년도 2025개정", [{ year: 2026 }, null, { year: 2025 }, null]],
  ])("%s", (question, times) => expect(timesAsked(question, readWords(question), july)).toEqual(times));

  it("a month before January is December", () => {
    expect(timesAsked("지난달", readWords("지난달"), january)).toEqual([{ month: 12 }]);
  });

  it("are no years where the day of asking is not known", () => {
    expect(timesAsked("작년 2019년", readWords("작년 2019년"), null)).toEqual([null, { year: 2019 }, null]);
  });
});

describe("the times that a text tells", () => {
  it.each<[text: string, time: Time, told: boolean]>([
    ["지난해에는 배 12척이 떠났다.", { year: 2024 }, true],
    ["지난해에는 배 12척이 떠났다.", { year: 2025 }, false],
    ["2024년에는 배 12척이 떠났다.", { year: 2024 }, true],
    ["재작년에는 배 12척이 떠났다.", { year: 2024 }, false],
    ["Twelve ships left last year.", { year: 2024 }, true],
    ["Twelve ships left the year before last.", { year: 2024 }, false],
    ["지난달 물가가 올랐다.", { month: 6 }, true],
    ["6월 물가가 올랐다.", { month: 6 }, true],
    ["배 6척이 떠났다.", { month: 6 }, false],
    ["6~8월에 문을 연다.", { month: 6 }, true],
    ["6·7월에 문을 연다.", { month: 6 }, true],
    ["접수는 6.18일부터 한다.", { month: 6 }, true],
    ["2025-06-18에 접수한다.", { month: 6 }, true],
    ["12월 25일에는 쉰다.", { day: "12-25" }, true],
    ["성탄절에는 쉰다.", { day: "12-25" }, true],
    ["성탄절에는 쉰다.", { month: 12 }, true],
    ["12월 24일에는 쉰다.", { day: "12-25" }, false],
    ["5월부터 9월까지 문을 연다.", { month: 7 }, true],
    ["5~9월에 문을 연다.", { month: 7 }, true],
    ["2025년 5월 1일 ~ 2025년 9월 3일에 연다.", { month: 7 }, true],
    ["5월부터 9월까지 문을 연다.", { month: 10 }, false],
    ["11월부터 이듬해 2월까지 닫는다.", { month: 1 }, true],
    ["11월부터 이듬해 2월까지 닫는다.", { month: 3 }, false],
    ["5월과 9월에 문을 연다.", { month: 7 }, false],
    ["접수는 4.15까지 한다.", { month: 4 }, true],
    ["접수는 3/5(수)에 한다.", { day: "3-5" }, true],
    ["뱃삯은 5.5달러다.", { month: 5 }, false],
    ["배는 4-5명이 탄다.", { month: 4 }, false],
    ["물결이 3.5 이상이면 배가 안 뜬다.", { month: 3 }, false],
    ["다음 달리기 대회", { month: 8 }, false],
    ["입장료는 2000원이다.", { year: 2000 }, false],
    ["배는 2000명을 태웠다.", { year: 2000 }, false],
    ["2000년에 세웠다.", { year: 2000 }, true],
  ])("%s %j: %j", (text, time, told) => expect(tells(timesTold(text, july), time)).toBe(told));

  it("last year is no year where a text does not say when it was written", () => {
    expect(timesTold("지난해에는 배 12척이 떠났다.", null).years).toEqual(new Set());
  });

  it("are read in time from hostile text", () => {
    const started = performance.now();
    for (const part of ["1,", "1·", "2025-", "9 월", "지난 ", "1월 1일 ~", "1~", "2000 만 "])
      timesTold(part.repeat(100_000), july);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
