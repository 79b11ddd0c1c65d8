import { describe, expect, it } from "vitest";
import { passagesOf } from "../../../../src/answers/passages/passages.ts";
import { emptyLexicon } from "../../../../src/text/lexicon.ts";
import { read } from "../../documents/read.ts";

const { article } = read(
  `# 항구 소식

어민은 그물 30개를 반납한다. 창구는 아침에 연다.[^1]
새 창구는 1,200명을 받는다.

| 배 | 길이 |
| --- | --- |
| 첫 배 | 27미터 |
| 둘째 배 | 31미터 |

[^1]: 낡은 것은 따로 모은다. 가을에 시작한다.
`,
  "항구.md",
);
const [section] = article.sections;
if (!section) throw new Error("no section");
const all = passagesOf(article, section, emptyLexicon);

describe("the passages of a section", () => {
  it("are the sentences of the body and then those of its footnotes, verbatim", () => {
    expect(all.map(({ footnote }) => footnote)).toEqual([null, null, null, null, null, null, "1", "1"]);
    for (const { footnote, text, start, end } of all) {
      const source = footnote === null ? section.body : section.footnotes[0]?.text;
      expect(source?.slice(start, end)).toBe(text);
    }
  });

  it("know the body's line they stand in", () => {
    const lines = section.body.split("\n");
    for (const { footnote, line, text } of all) {
      if (footnote === null) expect(lines[line ?? -1]).toContain(text);
      else expect(line).toBeNull();
    }
  });

  it("know the numbers they state", () => {
    expect(all.map(({ numbers }) => numbers)).toEqual([["30"], [], ["1200"], [], ["27"], ["31"], [], []]);
  });

  it("know the first row of their table", () => {
    expect(all.map(({ headerRow }) => headerRow)).toEqual([null, null, null, 3, 3, 3, null, null]);
  });

  it("are read once", () => {
    expect(passagesOf(article, section, emptyLexicon)).toBe(all);
  });
});

describe("a line that heads sentences without being marked as a heading", () => {
  it.each<[name: string, lines: string, captions: string[]]>([
    [
      "is seen above them",
      "그물 반납 안내\n어민은 그물을 반납한다.\n창구 여는 때\n창구는 아침에 연다.",
      ["그물 반납 안내", "창구 여는 때"],
    ],
    ["states no amount", "그물 30개 반납\n어민은 그물을 반납한다.", []],
    ["is no predicate", "그물을 항구에서 받음\n어민은 그물을 반납한다.", []],
    ["names nothing by a colon", "창구: 북쪽 부두\n어민은 그물을 반납한다.", []],
    ["is no piece of a sentence", "어민은 오래된\n그물을 항구로\n가져와 반납한다.", []],
    ["has sentences below", "그물 반납 안내\n창구 여는 때", []],
  ])("%s", (_name, lines, captions) => {
    const { article: page } = read(lines, "page-1.txt");
    const passages = passagesOf(page, page.sections[0] ?? section, emptyLexicon);
    expect(passages.filter(({ isCaption }) => isCaption).map(({ text }) => text)).toEqual(captions);
  });
});

describe("a question that stands above its answer", () => {
  it.each<[name: string, text: string, expected: string[]]>([
    [
      "heads what is said until the next",
      "배는 언제 떠나나요?\n아침에 떠납니다. 밤에는 쉽니다.\n표는 어디서 사나요?\n부두에서 팝니다.",
      [
        "?",
        "아침에 떠납니다. <- 배는 언제 떠나나요?",
        "밤에는 쉽니다. <- 배는 언제 떠나나요?",
        "?",
        "부두에서 팝니다. <- 표는 어디서 사나요?",
      ],
    ],
    [
      "is told from its answer by a mark",
      "Q1. 배는 언제 떠나나요? A1. 아침에 떠납니다.",
      ["?", "A1. 아침에 떠납니다. <- Q1. 배는 언제 떠나나요?"],
    ],
    [
      "may be no question but for its mark",
      "문 배가 늦는다고 했다.\n답 그렇다.",
      ["?", "답 그렇다. <- 문 배가 늦는다고 했다."],
    ],
    [
      "that nothing follows heads nothing",
      "아침에 떠납니다.\n표는 어디서 사나요?",
      ["아침에 떠납니다.", "표는 어디서 사나요?"],
    ],
    ["in a paragraph heads nothing", "배는 왜 늦었을까? 안개가 짙었다.", ["배는 왜 늦었을까?", "안개가 짙었다."]],
    [
      "of several the last one",
      "왜 늦나요?\n언제 떠나나요?\n아침에 떠납니다.",
      ["왜 늦나요?", "?", "아침에 떠납니다. <- 언제 떠나나요?"],
    ],
  ])("%s", (_name, text, expected) => {
    const { article: page } = read(`# 항구\n\n${text.replaceAll("\n", "\n\n")}\n`, "항구.md");
    const found = passagesOf(page, page.sections[0] ?? section, emptyLexicon);
    const told = found.map(({ isCaption, text: said, answers }) =>
      isCaption ? "?" : answers === null ? said : `${said} <- ${found[answers]?.text}`,
    );
    expect(told).toEqual(expected);
  });
});
