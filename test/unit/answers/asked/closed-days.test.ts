import { describe, expect, it } from "vitest";
import { asksWhenClosed, closedDaysIn } from "../../../../src/answers/asked/closed-days.ts";
import { answerQuestion } from "../../../../src/answers/engine.ts";
import { read } from "../../documents/read.ts";
import { articles, know } from "../small-library.ts";

describe("days off are asked for", () => {
  it.each([
    "등대 쉬는 날이 언제야?",
    "등대 휴관일 알려줘",
    "등대 휴관일에 대해 알려줘",
    "등대는 무슨 요일에 쉬어?",
    "등대 닫는 요일이 뭐야?",
    "When is the lighthouse closed?",
    "Which day is the lighthouse shut?",
  ])("%s", (question) => expect(asksWhenClosed(question)).toBe(true));

  it.each([
    "등대는 언제 문 닫아?",
    "등대는 언제 열어?",
    "배에서 쉬어도 돼?",
    "휴관일에 입장료 얼마야?",
    "쉬는 날에는 어디로 가?",
    "When does the lighthouse close?",
  ])("not by %s", (question) => expect(asksWhenClosed(question)).toBe(false));
});

it.each<[sentence: string, expected: number]>([
  ["등대는 화요일마다 문을 닫는다.", 1],
  ["매달 첫째 주 월요일은 쉽니다.", 1],
  ["명절 연휴에는 열지 않습니다.", 1],
  ["- 화요일", 0.8],
  ["등대는 돌로 지었다.", 0],
  ["It is closed on bank holidays.", 1],
  ["Mondays and Thursdays", 0.8],
  ["It was built of stone.", 0],
])("%j tells of them: %d", (sentence, expected) => expect(closedDaysIn(sentence)).toBe(expected));

it("is answered by the days, and not by the date of a single closing", () => {
  const text =
    "# 등대 관람\n\n## 쉬는 날\n\n화요일과 명절 당일에는 문을 닫는다.\n\n## 수리\n\n등대는 2027년 3월 2일부터 3월 9일까지 칠을 새로 해서 휴관한다. 그동안 표를 팔지 않는다.\n";
  const known = know([...articles, read(text, "등대.md").article]);
  const { sentences } = answerQuestion("등대 쉬는 날이 언제야?", null, known).answer;
  expect(sentences[0]?.text).toBe("화요일과 명절 당일에는 문을 닫는다.");
});
