import { describe, expect, test } from "vitest";
import { withSpacedRows } from "../../../src/documents/spaced-rows.ts";
import { outline, read } from "./read.ts";

describe("lines that are rows", () => {
  test.each<[string, string[], string[]]>([
    [
      "set with spaces",
      ["곳      길이    상태", "북문    120m    벌어짐", "동문 밖  80m   5. 20. 고침"],
      ["곳 | 길이 | 상태", "북문 | 120m | 벌어짐", "동문 밖 | 80m | 5. 20. 고침"],
    ],
    ["set with tabs", ["곳\t길이", " 북문\t\t120m", "동문 \t80m"], ["곳 | 길이", "북문 | 120m", "동문 | 80m"]],
    [
      "with nothing to tell",
      ["곳  길이  값", "북문  -  3원", "동문  9m  -"],
      ["곳 | 길이 | 값", "북문 | - | 3원", "동문 | 9m | -"],
    ],
    [
      "between other lines",
      ["길이는 다음과 같다.", "곳  길이", "북문  120m", "동문  80m", "두 곳을  고친다."],
      ["길이는 다음과 같다.", "곳 | 길이", "북문 | 120m", "동문 | 80m", "두 곳을  고친다."],
    ],
  ])("%s", (_name, lines, expected) => {
    expect(withSpacedRows(lines)).toEqual(expected);
  });
});

describe("lines that are none", () => {
  test.each<[string, string[]]>([
    ["nothing", []],
    ["two lines", ["곳  길이", "북문  120m"]],
    ["of different columns", ["곳  길이  값", "북문  120m", "동문  80m", "끝  고침  3원"]],
    ["items", ["○  북문", "○  동문", "○  서문"]],
    ["numbered items", ["1.  북문  고침", "2.  동문  고침", "(3)  서문  고침"]],
    ["what is told by name", ["일 시:  3월", "곳:  북문", "누가:  시장"]],
    ["sentences", ["북문을 고친다.  봄이다.", "동문을 고친다.  가을이다.", "서문을 둔다.  겨울이다."]],
    ["minutes", ["○반장 한가람  엽니다", "○총무 두나래  좋습니다", "○반장 한가람  닫습니다"]],
    ["minutes without marks", ["반장  언제 엽니까?", "총무  봄에 엽니다.", "반장  닫습니다."]],
    ["set in", ["  북문", "    동문", "  서문"]],
  ])("%s", (_name, lines) => {
    expect(withSpacedRows(lines)).toEqual(lines);
  });
});

test("in a text without markup, and in one with numbered headings", () => {
  const table = ["곳     길이", "북문   120m", "동문   80m"];
  expect(outline(read(["하수관 길이", "", ...table].join("\n")).article)).toEqual([
    "(lead): 곳 | 길이 / 북문 | 120m / 동문 | 80m",
  ]);
  expect(outline(read(["1. 북쪽", "길다.", "2. 길이", ...table, "3. 값", "비싸다."].join("\n")).article)[1]).toBe(
    "2. 길이: 곳 | 길이 / 북문 | 120m / 동문 | 80m",
  );
});

test("a line of many spaces takes no time to speak of", () => {
  const line = `북문${" ".repeat(200_000)}`;
  expect(withSpacedRows([line, line, line])).toEqual([line, line, line]);
});
