import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../../../src/answers/engine.ts";
import { read } from "../../documents/read.ts";
import { know } from "../small-library.ts";

const text = `# 은행나무길 자전거 강습 모집

은행나무길 자전거 강습이 5월 8일 시작한다. 자전거는 빌려준다.

## 수강료

어른은 3만 원, 학생은 1만 원이다.

## 신청

신청은 구청 누리집에서 받는다. 한 반에 열두 명까지 들어간다.

## 쉬는 날

비가 오는 날에는 강습이 없다.
`;

const knowledge = know([read(text, "강습.md").article]);

describe("what the title says of all sections brings none of them forward", () => {
  it.each([
    ["은행나무길 자전거 강습 수강료는?", "3만 원"],
    ["은행나무길 자전거 강습 신청 방법은?", "누리집"],
    ["자전거 강습 쉬는 날은?", "비가 오는 날"],
    ["은행나무길 자전거 강습은 언제 시작해?", "5월 8일"],
  ])("%s", (question, expected) => {
    const { sentences } = answerQuestion(question, null, knowledge).answer;
    expect(sentences[0]?.text).toContain(expected);
  });
});
