import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../../src/answers/engine.ts";
import { read } from "../documents/read.ts";
import { articles, know } from "./small-library.ts";

const school = read(
  `# 솔섬 학교 생활

## 급식

점심은 한 끼에 5,200원이다. 저녁은 5,500원이다.

## 교복

교복 한 벌은 21만 원이다.

## 자전거 보관소

자전거 보관은 한 달에 3,000원이다.

## 복사실

컬러 복사는 한 장에 200원이다.
`,
  "생활.md",
).article;
const knowledge = know([...articles, school]);
const ask = (question: string) => answerQuestion(question, null, knowledge).answer;

describe("what something costs", () => {
  it.each([
    ["점심값 얼마야?", "점심은 한 끼에 5,200원이다."],
    ["교복값은?", "교복 한 벌은 21만 원이다."],
    ["복사비는?", "컬러 복사는 한 장에 200원이다."],
    ["자전거 보관료 알려줘", "자전거 보관은 한 달에 3,000원이다."],
    ["컬러 복사 비용은?", "컬러 복사는 한 장에 200원이다."],
    ["교복 가격 알려줘", "교복 한 벌은 21만 원이다."],
  ])("%s", (question, sentence) => {
    expect(ask(question).sentences.map(({ text }) => text)).toContain(sentence);
  });

  it.each([
    "수영장 요금은?",
    "체육복값 얼마야?",
    "보건실 이용료는?",
  ])("is not made up of what costs something else: %s", (question) => {
    expect(ask(question).status).toBe("not-found");
  });
});
