import { expect, it } from "vitest";
import { outline, read } from "./read.ts";

const FAQ = [
  "Q1. 누가 나룻배를 탈 수 있습니까?",
  "A1. 섬에 사는 사람입니다. 손님도 탑니다.",
  "",
  "Q2. 얼마를 냅니까?",
  "A2. 2천 원입니다.",
  "",
  "Q3. 언제까지 예약합니까?",
  "A3. 전날까지입니다.",
  "표는 선착장에서 찾습니다.",
];
const EXPECTED = [
  "누가 나룻배를 탈 수 있습니까?: A1. 섬에 사는 사람입니다. 손님도 탑니다.",
  "얼마를 냅니까?: A2. 2천 원입니다.",
  "언제까지 예약합니까?: A3. 전날까지입니다. / 표는 선착장에서 찾습니다.",
];

it("a question heads the lines that answer it", () => {
  expect(outline(read(FAQ.join("\n")).article)).toEqual(EXPECTED);
});

it("in Markdown and HTML, too, below the headings that they have", () => {
  const faq = FAQ.slice(0, -1);
  const markdown = `# 나룻배\n\n## 묻고 답하기\n\n${faq.join("\n")}\n`;
  const sections = EXPECTED.map((section) => `묻고 답하기 > ${section.replace(" / 표는 선착장에서 찾습니다.", "")}`);
  const expected = ["묻고 답하기:", ...sections];
  expect(outline(read(markdown, "배.md").article)).toEqual(expected);
  const lines = faq.filter((line) => line !== "").map((line) => `<p>${line}</p>`);
  expect(outline(read(`<h1>나룻배</h1><h2>묻고 답하기</h2>${lines.join("")}`, "배.html").article)).toEqual(expected);
});

it.each([
  ["two questions make no list of them", FAQ.slice(0, 5)],
  ["nor do questions that nothing marked answers", FAQ.map((line) => line.replace(/^A\d\. /, ""))],
])("%s", (_, lines) => {
  const [first] = read(`나룻배 소식\n\n나룻배가 다시 다닙니다.\n\n${lines.join("\n")}`).article.sections;
  expect(first?.body).toContain("Q1. 누가");
});

it("two are a list where nothing else stands above them", () => {
  const two = FAQ.slice(0, 5);
  expect(outline(read(two.join("\n")).article)).toEqual(EXPECTED.slice(0, 2));
  expect(outline(read(`# 나룻배\n\n${two.join("\n")}\n`, "배.md").article)).toEqual(EXPECTED.slice(0, 2));
  const [only] = read(FAQ.slice(0, 2).join("\n")).article.sections;
  expect(only?.body).toContain("Q1. 누가");
});

it("words of other marks", () => {
  const text = "문 1. 배는?\n답 1. 있다.\n문 2. 섬은?\n답 2. 멀다.\n문 3. 표는?\n답 3. 싸다.";
  expect(outline(read(text).article)).toEqual(["배는?: 답 1. 있다.", "섬은?: 답 2. 멀다.", "표는?: 답 3. 싸다."]);
});

it("what stands behind the last answer is no part of it, where the questions stand under a heading", () => {
  const markdown = `# 나룻배\n\n## 묻고 답하기\n\n${FAQ.slice(0, -1).join("\n")}\n\n수레는 2천 원을 더 낸다.\n`;
  expect(outline(read(markdown, "배.md").article).slice(-2)).toEqual([
    "묻고 답하기 > 언제까지 예약합니까?: A3. 전날까지입니다.",
    "묻고 답하기: 수레는 2천 원을 더 낸다.",
  ]);
});
