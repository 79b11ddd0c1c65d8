import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../../../src/answers/engine.ts";
import { read } from "../../documents/read.ts";
import { articles, know } from "../small-library.ts";

const documents = [
  [
    "자격시험.md",
    `# 9급 배관사 시험

## 접수

원서는 4월 6일부터 나흘 동안 받는다.

## 시험일

필기시험은 6월 20일에 본다. 두 번째 단계는 면접이다.
`,
  ],
  [
    "전철.md",
    `# 솔내 전철 공사

솔내 전철 2호선은 2024년 봄에 파기 시작했다. 1단계 구간은 2028년 겨울에 연다. 3~5단계는 정해지지 않았다.
`,
  ],
  [
    "농사 수당.md",
    `# 농사 수당

농사 수당은 3월 4일부터 면사무소에서 준다.
`,
  ],
] as const;

const knowledge = know([...articles, ...documents.map(([path, text]) => read(text, path).article)]);
const ask = (question: string) => answerQuestion(question, null, knowledge).answer;

it.each([
  ["9급 배관사 원서 언제 받아?", "4월 6일"],
  ["배관사 시험 2단계는 뭐야?", "면접"],
  ["솔내 전철 2호선 언제 파기 시작했어?", "2024년 봄"],
  ["솔내 전철 1단계 구간 언제 열어?", "2028년 겨울"],
  ["솔내 전철 4단계는 정해졌어?", "3~5단계"],
])("%s", (question, expected) => {
  expect(ask(question).sentences.map(({ text }) => text)).toContainEqual(expect.stringContaining(expected));
});

describe("an article that numbers others, or none, does not know", () => {
  it.each([
    "7급 배관사 원서 언제 받아?",
    "솔내 전철 3호선 언제 파기 시작했어?",
    "솔내 전철 2단계 구간 언제 열어?",
    "3차 농사 수당 언제부터 줘?",
  ])("%s", (question) => {
    expect(ask(question).status).toBe("not-found");
  });
});
