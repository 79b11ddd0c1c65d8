import { describe, expect, test } from "vitest";
import { outline, read } from "./read.ts";

/** The blocks of the lead, as Markdown behind a title. */
const blocks = (...lines: string[]) =>
  read(["---", "title: 온실", "---", ...lines].join("\n"), "온실.md").article.sections[0]?.body.split("\n");

describe("in Markdown a line of its own begins with", () => {
  test.each<[string, string[]]>([
    ["letters in their order", ["여는 때", "가. 봄에는 8시", "나. 겨울에는 9시", "다. 눈이 오면 쉰다"]],
    ["numbers that Markdown sees no list in", ["사용료", "(1) 하루 2천 원", "(2) 한 달 3만 원"]],
    [
      "circled numbers, the first of them within a line",
      ["온실은 ① 봄에 연다.", "② 겨울에 닫는다.", "③ 눈이 오면 쉰다."],
    ],
    ["bullets on two lines", ["○ 온실을 연다.", "○ 화분을 빌린다."]],
    ["bullets without a space", ["○반장 한가람 열겠습니다.", "○총무 두나래 그렇게 합시다."]],
    ["a remark", ["온실은 봄에 연다.", "※ 눈이 오면 쉰다."]],
    [
      "questions and answers",
      ["온실 안내입니다.", "Q. 언제 여나요?", "A. 8시입니다.", "Q. 얼마인가요?", "A. 2천 원입니다."],
    ],
    [
      "numbered ones",
      ["온실 안내입니다.", "문1 언제 여나요?", "답1 8시입니다.", "문2 얼마인가요?", "답2 2천 원입니다."],
    ],
  ])("%s", (_name, lines) => {
    expect(blocks(...lines)).toEqual(lines);
  });

  test("a mark that is bold, and one behind an item of a list", () => {
    expect(blocks("온실은 봄에 연다.", "**가.** 아침 8시", "**나.** 저녁 6시")).toEqual([
      "온실은 봄에 연다.",
      "가. 아침 8시",
      "나. 저녁 6시",
    ]);
    expect(blocks("- 온실을 연다", "○ 화분을 빌린다", "- 흙을 판다", "○ 씨앗을 나눈다")).toEqual([
      "- 온실을 연다",
      "○ 화분을 빌린다",
      "- 흙을 판다",
      "○ 씨앗을 나눈다",
    ]);
  });
});

describe("a paragraph goes on in a line that begins with", () => {
  test.each<[string, string[]]>([
    ["a letter that follows none", ["온실은 봄에 열고 겨울에는 닫는다는 것이", "다. 눈이 오면", "쉰다."]],
    ["one out of its order", ["가. 봄에는 연다", "다. 눈이 오면 쉰다고", "라. 했다"]],
    ["a bullet that stands once", ["온실은 봄에", "△ 화분 △ 흙을 판다."]],
    ["the name of a president who asks nothing", ["오늘", "문 반장은 온실을 열고", "문 총무는 닫았다."]],
  ])("%s", (name, lines) => {
    const expected =
      name === "one out of its order" ? ["가. 봄에는 연다 다. 눈이 오면 쉰다고 라. 했다"] : [lines.join(" ")];
    expect(blocks(...lines)).toEqual(expected);
  });
});

test("articles and chapters of a law that is pasted so head what follows", () => {
  const law = ["제1장 여닫기", "제1조(때) 8시에 연다.", "② 눈이 오면 쉰다.", "제2조(곳) 뒤뜰에 둔다."];
  const more = ["제2장 돈", "제3조(사용료) 하루 2천 원이다.", "② 아이는 내지 않는다."];
  expect(outline(read(["# 온실 규칙", "", ...law, ...more].join("\n"), "온실.md").article)).toEqual([
    "제1장 여닫기:",
    "제1장 여닫기 > 제1조(때): 8시에 연다. / ② 눈이 오면 쉰다.",
    "제1장 여닫기 > 제2조(곳): 뒤뜰에 둔다.",
    "제2장 돈:",
    "제2장 돈 > 제3조(사용료): 하루 2천 원이다. / ② 아이는 내지 않는다.",
  ]);
});

test("each of many pasted lines", () => {
  const lines = Array.from({ length: 12_000 }, (_, at) => `○ ${at}번 화분을 빌린다`);
  expect(read(lines.join("\n"), "온실.md").article.sections[0]?.body.split("\n")).toHaveLength(12_000);
});
