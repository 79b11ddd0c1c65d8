import { expect, it } from "vitest";
import type { AskedFor } from "../../../src/answers/asked-for.ts";
import { callsWhatIsAsked } from "../../../src/answers/asked-heading.ts";
import { answerQuestion } from "../../../src/answers/engine.ts";
import { read } from "../documents/read.ts";
import { articles, know } from "./small-library.ts";

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
])("%s under %j: %s", (askedFor, heading, calls) => expect(callsWhatIsAsked(askedFor, heading)).toBe(calls));

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
