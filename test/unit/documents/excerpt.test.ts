import { describe, expect, test } from "vitest";
import { addsToBody, excerptLines } from "../../../src/documents/excerpt.ts";
import { read } from "./read.ts";

test.each<[string, string[]]>([
  ["하나다. 둘이다.", ["하나다. 둘이다."]],
  ["제목  하나다.\n둘이다.", ["제목", "하나다.", "둘이다."]],
  ["하나다. 둘은 길어서 잘…", ["하나다."]],
  ["제목  하나는 길어서 잘...", ["제목"]],
  ["하나는 길어서 잘…", []],
  ["**굵은** <b>글</b>이다.", ["굵은 글이다."]],
  ["", []],
])("excerpt %j has the lines %j", (excerpt, lines) => {
  expect(excerptLines(excerpt)).toEqual(lines);
});

describe("an excerpt adds to the body", () => {
  const body = "정부는 3월 4일 회의를 1,200번 열었고, 5명이 2.5% 낮은 값을 알렸다.";
  test.each<[string, string, boolean]>([
    ["not where it says the same", "정부는 3월 4일 회의를 1200번 열었다.", false],
    ["not for other particles and endings", "정부가 회의에서 낮은 값으로 알렸습니다.", false],
    ["for a new number", "회의는 10여 차례였다.", true],
    ["for a number of other things", "5개국이 알렸다.", true],
    ["for new words", "환경 단체는 반대 성명을 냈다.", true],
  ])("%s", (_, excerpt, adds) => {
    expect(addsToBody([excerpt], body)).toBe(adds);
  });
});

describe("feature_text", () => {
  const roles = (feature: string, excerpt = "요약이다.") =>
    read(`---\ntitle: 제목\nexcerpt: ${excerpt}\nfeature_text: ${feature}\n---\n본문이다.\n`).article.sections.map(
      (section) => [section.role, section.body],
    );
  test.each<[string, string, string[][]]>([
    ["equal to the excerpt goes", "새 사실 10여 건을 발표했다.", []],
    ["with headings alone goes", '"## 오늘의 소식"', []],
    ["that the body says goes", "본문이다.", []],
    ["with more to say stays", "다른 사실 20여 건이 있다.", [["feature", "다른 사실 20여 건이 있다."]]],
  ])("%s", (_, feature, expected) => {
    expect(roles(feature, "새 사실 10여 건을 발표했다.")).toEqual([
      ["lead", "본문이다."],
      ["excerpt", "새 사실 10여 건을 발표했다."],
      ...expected,
    ]);
  });
});
