import { describe, expect, it } from "vitest";
import { passagesOf } from "../../../src/answers/passages.ts";
import { emptyLexicon } from "../../../src/text/lexicon.ts";
import { read } from "../documents/read.ts";

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
