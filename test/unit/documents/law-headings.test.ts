import { describe, expect, test } from "vitest";
import { lineOf } from "../../../src/documents/block.ts";
import { lawHeadings } from "../../../src/documents/law-headings.ts";
import { outline, read } from "./read.ts";

/** "2 제1조(목적)" for a heading of level 2, and lines as they are. */
const headed = (...lines: string[]) =>
  lawHeadings(lines.map((line) => lineOf(line))).map((block) =>
    block.kind === "heading" ? `${block.level} ${block.text}` : block.text,
  );

const LAW = [
  "제1장 총칙",
  "제1조(목적) 이 규칙은 온실을 함께 쓰는 일을 정한다.",
  "제2조(뜻) 이 규칙에서 쓰는 말의 뜻은 다음과 같다.",
  "1. 온실이란 유리로 지은 집을 말한다.",
  "제2장 쓰는 때",
  "제3조(시간) ① 온실은 아침 8시에 연다.",
  "② 눈이 오는 날에는 열지 않는다.",
  "제3조의2(열쇠) 열쇠는 관리실에 둔다.",
  "제4조 삭제 <2024. 3. 1.>",
  "부칙 <제12호, 2025. 1. 2.>",
  "이 규칙은 알린 날부터 시행한다.",
  "[별표 1] 온실 사용료(제3조 관련)",
  "하루 | 2,000원",
];

test("articles of a law head what they say, below chapters, supplementary provisions and tables", () => {
  expect(outline(read(LAW.join("\n")).article)).toEqual([
    "제1장 총칙:",
    "제1장 총칙 > 제1조(목적): 이 규칙은 온실을 함께 쓰는 일을 정한다.",
    "제1장 총칙 > 제2조(뜻): 이 규칙에서 쓰는 말의 뜻은 다음과 같다. / 1. 온실이란 유리로 지은 집을 말한다.",
    "제2장 쓰는 때:",
    "제2장 쓰는 때 > 제3조(시간): ① 온실은 아침 8시에 연다. / ② 눈이 오는 날에는 열지 않는다.",
    "제2장 쓰는 때 > 제3조의2(열쇠): 열쇠는 관리실에 둔다.",
    "제2장 쓰는 때 > 제4조: 삭제 <2024. 3. 1.>",
    "부칙 <제12호, 2025. 1. 2.>: 이 규칙은 알린 날부터 시행한다.",
    "[별표 1] 온실 사용료(제3조 관련): 하루 | 2,000원",
  ]);
});

test("in Markdown and HTML, too, below the headings that they have", () => {
  const sections = [
    "제1조(목적) 온실을 함께 쓰는 일을 정한다.",
    "쓰는 때:",
    "쓰는 때 > 제2조(시간): 아침 8시에 연다.",
    "쓰는 때 > 제3조(열쇠): 관리실에 둔다.",
  ];
  const expected = [`${sections[0]?.replace(") ", "): ")}`, ...sections.slice(1)];
  const articles = [
    "제1조(목적) 온실을 함께 쓰는 일을 정한다.",
    "제2조(시간) 아침 8시에 연다.",
    "제3조(열쇠) 관리실에 둔다.",
  ];
  const [first, second, third] = articles;
  expect(outline(read(`# 온실 규칙\n\n${first}\n\n## 쓰는 때\n\n${second}\n\n${third}`).article)).toEqual(expected);
  expect(
    outline(read(`<h1>온실 규칙</h1><p>${first}</p><h2>쓰는 때</h2><p>${second}<br>${third}</p>`).article),
  ).toEqual(expected);
});

test("items of articles make no outline of a law", () => {
  const items = ["1. 다음 서류", "가. 신청서", "2. 사용료", "현금으로 낸다", "3. 그 밖의 것"];
  const law = ["제1조(내는 것) 내는 것은 다음과 같다.", ...items, "제2조(때) 봄에 낸다.", "제3조(곳) 시청에 낸다."];
  expect(outline(read(law.join("\n")).article)).toEqual([
    `제1조(내는 것): 내는 것은 다음과 같다. / ${items.join(" / ")}`,
    "제2조(때): 봄에 낸다.",
    "제3조(곳): 시청에 낸다.",
  ]);
});

describe("what heads nothing", () => {
  test.each<[string, string[]]>([
    ["two articles that a text quotes", ["제1조(목적) 온실을 쓴다.", "제2조(시간) 아침에 연다.", "제3장 끝"]],
    ["sentences about articles", ["제1조(목적)에 따라 연다.", "제2조(시간)은 길다.", "제3조제1항에 따라 닫는다."]],
    [
      "articles that are joined in a sentence",
      ["제1조(목적) 및 제2조(시간)을 고친다.", "제2조(시간) 는 길다.", "제3조(요금) 또는 제4조(감면)에 따른다."],
    ],
  ])("%s", (_name, lines) => {
    expect(headed(...lines)).toEqual(lines);
  });

  test("the list of articles above them, and a sentence that begins with a chapter", () => {
    const contents = ["제1장 총칙", "제1조(목적)", "제2조(시간)", "제3조(열쇠)"];
    const law = ["제1장 총칙", "제1조(목적) 온실을 쓴다.", "제2조(시간)", "아침에 연다.", "제3조(열쇠) 관리실에 둔다."];
    expect(headed(...contents, ...law, "제1장 총칙에서 정한 대로 한다.")).toEqual([
      ...contents,
      "3 제1장 총칙",
      "6 제1조(목적)",
      "온실을 쓴다.",
      "6 제2조(시간)",
      "아침에 연다.",
      "6 제3조(열쇠)",
      "관리실에 둔다.",
      "제1장 총칙에서 정한 대로 한다.",
    ]);
  });
});

test("links of what follows stay masked", () => {
  const line = { ...lineOf("제1조(목적) 온실법을 따른다."), masked: "제1조(목적) \ue000을 따른다." };
  expect(lawHeadings([line, lineOf("제2조(시간) 연다."), lineOf("제3조(열쇠) 둔다.")])[1]).toEqual({
    ...lineOf("온실법을 따른다."),
    masked: "\ue000을 따른다.",
  });
});
