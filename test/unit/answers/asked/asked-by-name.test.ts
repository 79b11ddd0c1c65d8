import { expect, it } from "vitest";
import { askedByName, asksDeadlineByName, asksPeriod } from "../../../../src/answers/asked/asked-by-name.ts";
import type { AskedFor } from "../../../../src/answers/asked/asked-for.ts";

it.each<[asked: AskedFor | null, questions: string[]]>([
  [
    "when",
    ["돛배 등록 기한", "돛배 등록기한은?", "나루 축제 일시 알려 줘", "모래섬 개방 시기가 뭐야?", "등대 운영시간"],
  ],
  ["when", ["등록 마감", "돛배 수리 기간은 어떻게 돼?"]],
  ["how-much", ["돛배 대여 요금은?", "그물 교실 수강료", "등록 비용 알려줘", "돛배 대출 한도"]],
  ["where", ["나루 축제 장소", "등대 위치는?"]],
  ["who", ["나루 회의 참석자", "등대 담당자는?"]],
  ["list", ["돛배 등록 서류", "그물 교실 준비물은?"]],
  [
    null,
    ["물길 감시기", "솔섬출장소", "무기한", "요금이 오른 이유", "장소를 바꾼 나루", "기한 없이 빌린 배", "돛배", ""],
  ],
])("%s: %j", (asked, questions) => expect(questions.map(askedByName)).toEqual(questions.map(() => asked)));

it("tells when something ends, and how long it lasts, from when it begins", () => {
  expect(["등록 기한은?", "등록 마감"].map(asksDeadlineByName)).toEqual([true, true]);
  expect(["등록 시기", "수리 기간"].map(asksDeadlineByName)).toEqual([false, false]);
  expect(["수리 기간", "수리 기한"].map(asksPeriod)).toEqual([true, false]);
});

it.each([
  "기한 좀 알려줘 ".repeat(20_000),
  `요금 ${"궁금좀좀".repeat(500)}`,
  `요금${" ".repeat(2000)}`,
])("reads a long row of such words in time", (row) => {
  const started = performance.now();
  askedByName(`${row}배`);
  expect(performance.now() - started).toBeLessThan(1000);
});
