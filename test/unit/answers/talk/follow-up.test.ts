import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../../../src/answers/engine.ts";
import type { Turn } from "../../../../src/answers/talk/conversation.ts";
import { withHeard } from "../../../../src/answers/talk/follow-up.ts";
import { read } from "../../documents/read.ts";
import { know } from "../small-library.ts";

const knowledge = know(
  [
    [
      "물놀이장.md",
      `# 은모래 물놀이장 여름 운영

## 수심

은모래 물놀이장 수심은 어른 못이 1.2미터다. 아이 못은 소독 때문에 월요일에 비운다.

## 보관함

은모래 물놀이장 보관함은 하루 천 원이다. 열쇠를 잃어버리면 오천 원을 낸다.
`,
    ],
    ["도서관.md", "# 달빛 도서관\n\n도서관 열쇠는 수위가 지닌다.\n"],
  ].map(([path = "", text = ""]) => read(text, path).article),
);

function lastOf(...questions: readonly string[]): string | undefined {
  let previous: Turn | null = null;
  let first: string | undefined;
  for (const question of questions) {
    const { answer, turn } = answerQuestion(question, previous, knowledge);
    previous = turn;
    first = answer.sentences[0]?.text;
  }
  return first;
}

describe("what a talk has quoted answers what follows only where it says something of that", () => {
  it.each([
    // a sentence that was quoted, and states no cause
    [["은모래 물놀이장 수심은 몇 미터야?", "왜 비워?"], "소독 때문에"],
    [["은모래 물놀이장 보관함은 얼마야?", "잃어버리면 어떻게 해?"], "오천 원"],
    // it says a word of the question's own
    [["은모래 물놀이장 보관함은 얼마야?", "보관함은 하루에 얼마야?"], "천 원이다"],
    // whoever asks the same again is told the same again
    [["은모래 물놀이장 수심은 몇 미터야?", "은모래 물놀이장 수심은 몇 미터야?"], "1.2미터"],
  ])("%j", (questions, expected) => expect(lastOf(...questions)).toContain(expected));
});

describe("what has been quoted", () => {
  it.each<[name: string, before: string[], quoted: string[], expected: string[]]>([
    ["stands in order", ["가"], ["나"], ["가", "나"]],
    ["once, where it was quoted last", ["가", "나"], ["가"], ["나", "가"]],
    ["to a length", [], ["다".repeat(200)], ["다".repeat(100)]],
    [
      "and no more than the last ones",
      Array.from({ length: 40 }, (_, at) => `${at}`),
      ["40"],
      Array.from({ length: 40 }, (_, at) => `${at + 1}`),
    ],
  ])("%s", (_, before, quoted, expected) => expect(withHeard(before, quoted)).toEqual(expected));
});
