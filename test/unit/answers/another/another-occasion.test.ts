import { expect, it } from "vitest";
import { createAnotherOccasion } from "../../../../src/answers/another/another-occasion.ts";
import { answerQuestion } from "../../../../src/answers/engine.ts";
import { read } from "../../documents/read.ts";
import { articles, know } from "../small-library.ts";

it.each<[question: string, sentence: string, isOfAnother: boolean | null]>([
  ["다음 등대 회의는 언제 열려?", "등대 회의가 지난 3일 열렸다.", true],
  ["다음 등대 회의는 언제 열려?", "지난 회의에서 다음 회의는 5월에 열기로 했다.", false],
  ["다음 등대 회의는 언제 열려?", "등대 회의는 5월에 연다.", false],
  ["차기 나루총회 장소는?", "지난해 나루총회는 솔숲에서 열렸다.", true],
  ["지난 나루총회는 어디서 열렸어?", "차기 나루총회는 솔숲에서 열린다.", true],
  ["지난 나루총회는 어디서 열렸어?", "나루총회가 지난달 솔숲에서 열렸다.", false],
  ["다음 등대 회의는 언제 열려?", "어제 등대 회의가 있었죠.", true],
  ["다음 등대 대회는 어디서 열렸어?", "등대 대회가 나루터에서 열렸다.", false],
  ["두 섬 대표는 다음에 언제 만나?", "두 섬 대표가 나루터에서 만났다.", true],
  ["두 섬 대표는 언제 다시 만나?", "두 섬 대표가 내년 4월에 다시 만나기로 했다.", false],
  // Neither one is asked about.
  ["다음에 언제 배가 와?", "", null],
  ["회의한 다음 총회까지 뭘 해?", "", null],
  ["다음 중 회의에 오는 사람은?", "", null],
  ["다음 달에 섬에 가도 돼?", "", null],
  ["등대 회의는 언제 열려?", "", null],
  ["지난 회의와 다음 회의는 언제야?", "", null],
])("%s of %s: %s", (question, text, isOfAnother) => {
  expect(createAnotherOccasion({ text: question, today: null })?.({ text, writtenOn: null }) ?? null).toBe(isOfAnother);
});

it.each<[sentence: string, isOfAnother: boolean]>([
  ["등대 회의는 10월 5일에 열린다.", true],
  ["10월 5일에 열려던 등대 회의는 20일에 열린다.", true],
  ["10월 5일에 열려던 등대 회의는 12월 3일에 열린다.", false],
  ["등대 회의는 사흘 동안 열린다.", false],
])("a day that is over tells of no next one: %s", (text, isOfAnother) => {
  const today = { year: 2026, month: 11, day: 23 };
  const isOver = createAnotherOccasion({ text: "다음 등대 회의는 언제 열려?", today });
  expect(isOver?.({ text, writtenOn: { year: 2026, month: 9, day: 28 } })).toBe(isOfAnother);
  expect(isOver?.({ text, writtenOn: null })).toBe(false);
});

it("is not answered by when the last one was held", () => {
  const text = "# 등대 회의\n\n섬마을은 지난 3일 나루터에서 등대 회의를 열었다. 스무 명이 왔다.\n";
  const knowledge = know([...articles, read(text, "회의.md").article]);
  const asked = (question: string) => answerQuestion(question, null, knowledge).answer;
  expect(asked("등대 회의는 언제 열렸어?").sentences[0]?.text).toContain("지난 3일");
  expect(asked("다음 등대 회의는 언제 열려?").sentences).toEqual([]);
});
