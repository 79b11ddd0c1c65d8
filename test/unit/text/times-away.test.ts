import { expect, it } from "vitest";
import { type TimeAway, timesAgo } from "../../../src/text/times-away.ts";

it.each<[question: string, away: Pick<TimeAway, "unit" | "away"> | null]>([
  ["3일 전에 나온 표가 뭐야?", { unit: "day", away: [-3, -3] }],
  ["이틀 전 배가 왜 떠났어?", { unit: "day", away: [-2, -2] }],
  ["며칠 전에 떠난 배는 어디로 갔어?", { unit: "day", away: [-10, -2] }],
  ["두 달 전에 늘린 뱃삯은 얼마야?", { unit: "month", away: [-2, -2] }],
  ["뱃삯이 3년 전에 얼마였어?", { unit: "year", away: [-3, -3] }],
  ["2주 전에 배가 떠났나요?", { unit: "week", away: [-2, -2] }],
  ["fares two years ago", { unit: "year", away: [-2, -2] }],
  ["What left a week ago?", { unit: "week", away: [-1, -1] }],
  ["이틀 전에 알려야 해?", null],
  ["며칠 전까지 신청했어야 해?", null],
  ["출항 3일 전에 취소했는데 환불돼?", null],
  ["배는 3일 전까지 예약할 수 있어?", null],
])("%s: %j", (question, away) => {
  const [found] = timesAgo(question);
  expect(found === undefined ? null : { unit: found.unit, away: found.away }).toEqual(away);
});
