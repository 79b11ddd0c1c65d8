import { expect, it } from "vitest";
import type { AskedFor } from "../../../../src/answers/asked/asked-for.ts";
import { answerQuestion } from "../../../../src/answers/engine.ts";
import { callsWhatIsAsked, createCallsInRow } from "../../../../src/answers/passages/asked-heading.ts";
import { read } from "../../documents/read.ts";
import { articles, know } from "../small-library.ts";

it.each<[askedFor: AskedFor, heading: string, calls: boolean]>([
  ["how-much", "지원 금액", true],
  ["how-much", "시설 사용료", true],
  ["how-much", "자료", false],
  ["how-much", "돛배 가격", true],
  ["how-much", "단일 가격제", false],
  ["how-much", "Fees", true],
  ["how-much", "신청 기간", false],
  ["why", "바꾼 까닭", true],
  ["when", "접수 기한", true],
  ["when", "바꾼 까닭", false],
  ["where", "신청 방법", true],
  ["who", "받는 대상", true],
  ["what", "지원 금액", false],
  ["who", "", false],
  ["how-much", "얼마를 지원합니까?", true],
  ["when", "신청은 언제까지인가요?", true],
  ["when", "얼마를 지원합니까?", false],
  ["what", "이것은 무엇입니까?", false],
])("%s under %j: %s", (askedFor, heading, calls) => expect(callsWhatIsAsked(askedFor, heading)).toBe(calls));

it.each<[askedFor: AskedFor, row: string, header: string, calls: boolean]>([
  ["where", "솔숲 마당 | 5월 7일", "여는 장소 | 날짜", true],
  ["when", "솔숲 마당 | 5월 7일", "여는 장소 | 날짜", true],
  ["who", "솔숲 마당 | 5월 7일", "여는 장소 | 날짜", false],
  ["who", "나루지기와 이장", "참석자", true],
  ["who", "나루회의 | ", "모임 | 참석자", false],
  ["who", "참가자 | 나루지기와 이장", "모임 | 나루회의", true],
  ["where", "장소", "모임", false],
  ["when", "봄이 와서 마당을 넓게 쓸 수 있는 시간 | 솔숲", "모임 | 나루회의", false],
])("%s in the row %j under %j: %s", (askedFor, row, header, calls) =>
  expect(createCallsInRow(askedFor)?.(row, header) ?? false).toBe(calls));

it.each([
  ["갈매기 뱃길 협약 서명 장소", "솔숲 마당"],
  ["갈매기 뱃길 협약 참석자는?", "나루지기"],
])("a cell under such a name answers, however much other sentences say of the matter: %s", (question, cell) => {
  const text = `# 갈매기 뱃길 협약

갈매기 뱃길 협약 서명은 섬마을에 큰 뜻이 있다. 뱃길 협약은 물길을 널리 알린다.

| 서명 장소 | 참석자 |
| --- | --- |
| 솔숲 마당 | 나루지기 |
`;
  const knowledge = know([...articles, read(text, "협약.md").article]);
  expect(answerQuestion(question, null, knowledge).answer.sentences[0]?.text).toContain(cell);
});

it.each([
  "물개섬 나루터 왜 옮겨?",
  "나루터를 옮기는 이유가 뭐야?",
])("what stands under 까닭 answers, whatever it calls itself: %s", (question) => {
  const text = `# 물개섬, 나루터 옮긴다

물개섬이 오래된 나루터를 봄에 옮긴다고 밝혔다. 나루터는 1950년에 만들었다.

## 까닭

물개섬 마을회는 밀물에 나루터 바닥이 자주 잠긴다고 설명했다.
`;
  const knowledge = know([...articles, read(text, "나루터.md").article]);
  expect(answerQuestion(question, null, knowledge).answer.sentences[0]?.text).toContain("자주 잠긴다");
});

it("what stands under a question is said of what it asks of", () => {
  const text = `# 나룻배 묻고 답하기

## 표는 언제까지 예약하나요?

자전거가 없어도 전날 낮 12시까지입니다.

## 자전거는 언제까지 빌리나요?

여름에도 저녁 7시까지입니다.
`;
  const knowledge = know([...articles, read(text, "나룻배.md").article]);
  const { sentences } = answerQuestion("나룻배 자전거 언제까지 빌려?", null, knowledge).answer;
  expect(sentences[0]?.text).toBe("여름에도 저녁 7시까지입니다.");
});
