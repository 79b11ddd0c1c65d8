import { describe, expect, test } from "vitest";
import { outline, read, readFixture } from "./read.ts";

test("a flattened wiki page", () => {
  const { article, warnings } = readFixture("바다정책.txt");
  expect(warnings).toEqual([]);
  expect(article.title).toBe("바다정책");
  expect(outline(article)).toEqual([
    "1. 개요:",
    "2. 항만:",
    "2. 항만 > 2.1. 동해:",
    "2. 항만 > 2.1. 동해 > 2.1.1. 새 부두: 부두를 세 곳 더 짓기로 했다. 예산은 3.5조 원이고 2024. 6. 12. 회의에서 정했다. 공사는 4. 15. 무렵 시작한다. / 둘째 줄도 본문이다. 물동량은 2.2% 늘었다.",
    '2. 항만 > 2.2. 캐나다: "협력하겠다"고 말했다.',
    "2. 항만 > 2.3. 일본:",
    "2. 항만 > 2.4. 중국: 네 나라가 만났다. 다음 만남은 가을이다. 이에 반발도 있었다.",
    "2. 항만 > 2.5. 베트남:",
    "3. 전망: 앞으로는 이렇게 간다. / 1. 배를 늘린다. / 2. 길을 넓힌다.",
    "3. 전망 > 3.1. 남은 일:",
  ]);
  const noted = article.sections.filter((section) => section.footnotes.length > 0);
  expect(noted.map((section) => [section.number, section.heading, section.footnotes])).toEqual([
    ["2.1.1", "새 부두", [{ mark: "1", text: "날씨에 따라 바뀔 수 있다. 표 [9]는 예외다." }]],
    ["2.4", "중국", [{ mark: "2", text: "두 단체가 성명을 냈다." }]],
  ]);
});

const body = (text: string): string[] => outline(read(`1. 가\n나이다.\n1.1. 다\n${text}`).article);

describe("a number is a heading only where it continues the outline:", () => {
  test.each<[string, string, string[]]>([
    ["a deeper level", "본문이다.\n1.1.1. 라", ["1. 가 > 1.1. 다: 본문이다.", "1. 가 > 1.1. 다 > 1.1.1. 라:"]],
    ["the next of the level", "본문이다.\n1.2. 라", ["1. 가 > 1.1. 다: 본문이다.", "1. 가 > 1.2. 라:"]],
    ["the next of a level above", "본문이다.\n2. 라", ["1. 가 > 1.1. 다: 본문이다.", "2. 라:"]],
    ["glued behind a full stop", "본문이다.2. 라", ["1. 가 > 1.1. 다: 본문이다.", "2. 라:"]],
    ["glued behind a quotation", "“본문이다.”1.2. 라", ["1. 가 > 1.1. 다: “본문이다.”", "1. 가 > 1.2. 라:"]],
    ["glued behind a reference mark", "본문이다. #1.2. 라", ["1. 가 > 1.1. 다: 본문이다.", "1. 가 > 1.2. 라:"]],
    [
      "not a skipped number",
      "본문이다.\n1.3. 라\n끝이다.\n1.1.1. 끝",
      ["1. 가 > 1.1. 다: 본문이다. / 1.3. 라 / 끝이다.", "1. 가 > 1.1. 다 > 1.1.1. 끝:"],
    ],
    [
      "not a percentage or an amount",
      "1.2% 올랐다.\n2. 5% 올랐다.\n1.2조 원이다.\n1.1.1. 끝",
      ["1. 가 > 1.1. 다: 1.2% 올랐다. / 2. 5% 올랐다. / 1.2조 원이다.", "1. 가 > 1.1. 다 > 1.1.1. 끝:"],
    ],
    [
      "not a date",
      "만났다. 2. 15. 총선이었다.\n2. 15. 총선\n1.1.1. 끝",
      ["1. 가 > 1.1. 다: 만났다. 2. 15. 총선이었다. / 2. 15. 총선", "1. 가 > 1.1. 다 > 1.1.1. 끝:"],
    ],
    [
      "not a sentence",
      "2. 라를 하기로 했다.\n1.2. 마를 한다\n1.1.1. 끝",
      ["1. 가 > 1.1. 다: 2. 라를 하기로 했다. / 1.2. 마를 한다", "1. 가 > 1.1. 다 > 1.1.1. 끝:"],
    ],
    [
      "not a list that begins anew",
      "본문이다.\n1. 사과\n2. 배\n3. 감\n2. 라\n마이다.",
      ["1. 가 > 1.1. 다: 본문이다. / 1. 사과 / 2. 배 / 3. 감", "2. 라: 마이다."],
    ],
    [
      "not one that would cost those below it",
      "2. 가짜\n본문이다.\n1.2. 라\n1.3. 마\n2. 바",
      ["1. 가 > 1.1. 다: 2. 가짜 / 본문이다.", "1. 가 > 1.2. 라:", "1. 가 > 1.3. 마:", "2. 바:"],
    ],
  ])("%s", (_, text, expected) => {
    expect(body(text)).toEqual(["1. 가: 나이다.", ...expected]);
  });

  test("a table of contents gives way to the headings", () => {
    const { article } = read("1. 가\n2. 나\n2.1. 다\n\n1. 가\n하나다.\n2. 나\n둘이다.\n2.1. 다\n셋이다.");
    expect(outline(article)).toEqual(["1. 가: 하나다.", "2. 나: 둘이다.", "2. 나 > 2.1. 다: 셋이다."]);
  });
});

test.each<[string, string]>([
  ["했다.#", "했다."],
  ["했다. #", "했다."],
  ["했다.#,# 또 했다.", "했다. 또 했다."],
  ["했다.#또 했다.", "했다. 또 했다."],
  ["회견#", "회견"],
  ["C#으로 짠 #한국 세계 #1", "C#으로 짠 #한국 세계 #1"],
])("reference marks: %j reads %j", (text, expected) => {
  expect(body(`${text}\n1.2. 라`)[1]).toBe(`1. 가 > 1.1. 다: ${expected}`);
});

describe("footnotes", () => {
  const notesOf = (text: string) => {
    const { article, warnings } = read(text, "a.txt");
    const notes = article.sections.flatMap((section) =>
      section.footnotes.map(({ mark, text }) => `${section.number} [${mark}] ${text}`),
    );
    return { bodies: article.sections.map((section) => section.body), notes, warnings };
  };

  test.each<[string, string, string[], string[]]>([
    [
      "stand in their section",
      "1. 가\n나다.[1]\n2. 다\n라다.[2]\n2.1. 마\n[1] 하나.\n[2] 둘.",
      ["나다.", "라다.", ""],
      ["1 [1] 하나.", "2 [2] 둘."],
    ],
    [
      "may be used twice",
      "1. 가\n나다.[1]\n2. 다\n라다.[1] 바다.\n2.1. 마\n[1] 하나.",
      ["나다.", "라다. 바다.", ""],
      ["1 [1] 하나.", "2 [1] 하나."],
    ],
    ["may hang on a heading", "1. 가[1]\n나다.\n2. 다\n2.1. 마\n[1] 하나.", ["나다.", "", ""], ["1 [1] 하나."]],
    [
      "may be glued to the last line",
      "1. 가\n나다.[1]\n2. 다\n2.1. 마\n끝이다.[1] 하나.",
      ["나다.", "", "끝이다."],
      ["1 [1] 하나."],
    ],
    [
      "split only at the next mark",
      "1. 가\n나다.[1] 또.[2]\n2. 다\n2.1. 마\n[1] 하나 [3] 다.[2] 둘.",
      ["나다. 또.", "", ""],
      ["1 [1] 하나 [3] 다.", "1 [2] 둘."],
    ],
  ])("%s", (_, text, bodies, notes) => {
    expect(notesOf(text)).toEqual({ bodies, notes, warnings: [] });
  });

  test("without a note stay in the text, with a warning", () => {
    const { bodies, warnings } = notesOf("1. 가\n나다.[1] 또.[7]\n2. 다\n2.1. 마\n[1] 하나.");
    expect(bodies[0]).toBe("나다. 또.[7]");
    expect(warnings).toEqual([expect.stringContaining("[7]")]);
  });

  test("where there is no block of notes nothing is taken away", () => {
    expect(notesOf("1. 가\n나다.[1]\n2. 다\n2.1. 마").bodies).toEqual(["나다.[1]", "", ""]);
  });
});
