import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../../../src/answers/engine.ts";
import { withHeard } from "../../../../src/answers/talk/follow-up.ts";
import { read } from "../../documents/read.ts";
import { know } from "../small-library.ts";
import { talkOver } from "../talk-over.ts";

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

const talk = talkOver(knowledge);
const lastOf = (...questions: readonly string[]) => talk(...questions).at(-1)?.sentences[0]?.text;

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

describe("of a deed that was told 왜 asks the cause alone", () => {
  const pond = know([
    read(
      "# 조개못 잉어 소식\n\n조개못에서 잉어 300마리가 죽었다. 시는 못을 다시 채운다.\n\n## 살핀 것\n\n연구소는 물속 산소가 모자랐기 때문이라고 밝혔다.\n",
      "조개못.md",
    ).article,
    read("# 은행나무 길\n\n은행나무 길에서 나무 40그루를 베었다. 새 나무는 봄에 심는다.\n", "길.md").article,
  ]);
  const second = (first: string, next: string) =>
    answerQuestion(next, answerQuestion(first, null, pond).turn, pond).answer;

  it.each(["왜?", "왜 죽었어?"])("%s is told the cause", (next) => {
    expect(second("조개못 잉어 몇 마리 죽었어?", next).sentences[0]?.text).toContain("산소가 모자랐기");
  });

  it("and where none is told nothing answers surely", () => {
    const { status, unsure } = second("은행나무 길 나무 몇 그루 베었어?", "왜?");
    expect(status === "answered" && !unsure).toBe(false);
  });
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
