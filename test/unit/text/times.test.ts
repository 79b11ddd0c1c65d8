import { describe, expect, it } from "vitest";
import { type Time, tells, timesTold } from "../../../src/text/times.ts";

/** A Wednesday. */
const july = { year: 2025, month: 7, day: 16 };
const month = (of: number): Time => ({ month: of, year: 2025 });
const days = (first: string, last = first): Time => ({
  span: { first: Date.parse(first) / 86_400_000, last: Date.parse(last) / 86_400_000 },
  month: null,
});

describe("the times that a text tells", () => {
  it.each<[text: string, time: Time, told: boolean]>([
    ["지난해에는 배 12척이 떠났다.", { year: 2024 }, true],
    ["지난해에는 배 12척이 떠났다.", { year: 2025 }, false],
    ["2024년에는 배 12척이 떠났다.", { year: 2024 }, true],
    ["재작년에는 배 12척이 떠났다.", { year: 2024 }, false],
    ["Twelve ships left last year.", { year: 2024 }, true],
    ["Twelve ships left the year before last.", { year: 2024 }, false],
    ["지난달 물가가 올랐다.", month(6), true],
    ["6월 물가가 올랐다.", month(6), true],
    ["배 6척이 떠났다.", month(6), false],
    ["6~8월에 문을 연다.", month(6), true],
    ["6·7월에 문을 연다.", month(6), true],
    ["접수는 6.18일부터 한다.", month(6), true],
    ["2025-06-18에 접수한다.", month(6), true],
    ["12월 25일에는 쉰다.", { day: "12-25" }, true],
    ["성탄절에는 쉰다.", { day: "12-25" }, true],
    ["성탄절에는 쉰다.", month(12), true],
    ["12월 24일에는 쉰다.", { day: "12-25" }, false],
    ["5월부터 9월까지 문을 연다.", month(7), true],
    ["5~9월에 문을 연다.", month(7), true],
    ["2025년 5월 1일 ~ 2025년 9월 3일에 연다.", month(7), true],
    ["5월부터 9월까지 문을 연다.", month(10), false],
    ["11월부터 이듬해 2월까지 닫는다.", month(1), true],
    ["11월부터 이듬해 2월까지 닫는다.", month(3), false],
    ["5월과 9월에 문을 연다.", month(7), false],
    ["접수는 4.15까지 한다.", month(4), true],
    ["주민 2/3의 동의를 받았다.", month(2), false],
    ["접수는 3/5(수)에 한다.", { day: "3-5" }, true],
    ["뱃삯은 5.5달러다.", month(5), false],
    ["배는 4-5명이 탄다.", month(4), false],
    ["물결이 3.5 이상이면 배가 안 뜬다.", month(3), false],
    ["다음 달리기 대회", month(8), false],
    ["입장료는 2000원이다.", { year: 2000 }, false],
    ["배는 2000명을 태웠다.", { year: 2000 }, false],
    ["2000년에 세웠다.", { year: 2000 }, true],
    ["The gate is open from April to October.", month(6), true],
    ["The gate is open between 1 May and 30 September.", month(7), true],
    ["The gate is open in April and October.", month(6), false],
    ["Fires are banned November through February.", month(1), true],
    ["The pier opened on 9 October.", { day: "10-9" }, true],
    ["The pier opened on October 9th.", { day: "10-9" }, true],
    ["Visitors may march to the pier.", month(5), false],
    ["Visitors may march to the pier.", month(3), false],
    ["어제 배가 떠났다.", days("2025-07-15"), true],
    ["어제 배가 떠났다.", { day: "7-15" }, true],
    ["어제 배가 떠났다.", days("2025-07-16"), false],
    ["배는 14일 떠났다.", days("2025-07-14", "2025-07-20"), true],
    ["배는 28일 떠났다.", days("2025-06-28"), true],
    ["배는 14일 동안 떠 있었다.", days("2025-07-14"), false],
    ["7월 8일에 배가 떠났다.", days("2025-07-07", "2025-07-13"), true],
    ["지난주에 배가 떠났다.", days("2025-07-07", "2025-07-13"), true],
    ["지난주에 배가 떠났다.", days("2025-07-07"), false],
    ["A ship left last weekend.", days("2025-07-07", "2025-07-13"), true],
    ["오늘날에도 배가 떠난다.", days("2025-07-16"), false],
  ])("%s %j: %j", (text, time, told) => expect(tells(timesTold(text, july), time)).toBe(told));

  it("last year is no year where a text does not say when it was written", () => {
    expect(timesTold("지난해에는 배 12척이 떠났다.", null).years).toEqual(new Set());
  });

  it("are read in time from hostile text", () => {
    const started = performance.now();
    for (const part of [
      "1,",
      "1·",
      "2025-",
      "9 월",
      "지난 ",
      "1월 1일 ~",
      "1~",
      "2000 만 ",
      "1일 ",
      "May and ",
      "in may 1 ",
    ])
      timesTold(part.repeat(100_000), july);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
