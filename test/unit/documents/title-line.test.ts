import { describe, expect, test } from "vitest";
import { titleLine } from "../../../src/documents/title-line.ts";
import { read } from "./read.ts";

/** Lines parted by "/". */
const titleOf = (text: string) => {
  const lines = text.split("/");
  const at = titleLine(lines);
  return at === null ? null : lines[at];
};

describe("the title of a text without markup is", () => {
  test.each<[string, string, string | null]>([
    ["the line that stands alone above the rest", "온실 이용 안내//온실은 봄에 연다.", "온실 이용 안내"],
    [
      "the line above a date and a name",
      "온실 준공식 인사말/2025년 4월 5일/반장 한가람//오셨습니까.",
      "온실 준공식 인사말",
    ],
    [
      "the headline below what kind of document it is",
      "보 도 자 료//일시: 봄/담당 부서: 뜰//온실이 문을 연다//내일이다.",
      "온실이 문을 연다",
    ],
    ["the same where facts stand right below the kind", "회 의 록/일시: 봄//온실 여는 날//내일이다.", "온실 여는 날"],
    ["none where other lines follow", "온실 이용 안내/화분 빌리기/흙 사기//온실은 봄에 연다.", null],
    ["none where a sentence begins", "온실을 봄에 열었다//겨울에는 닫는다.", null],
    ["none where nothing follows", "온실 이용 안내", null],
    ["none below a kind without a line that stands alone", "보 도 자 료//온실은/봄에 연다.//내일이다.", null],
    ["no item", "○온실 열기//내일이다.", null],
    ["none in nothing", "", null],
  ])("%s", (_name, text, title) => {
    expect(titleOf(text)).toBe(title);
  });
});

test("a text with numbered headings has one, too, which it does not tell twice", () => {
  const { article } = read(
    "온실 빌리기 공고\n\n온실을 빌려줍니다.\n\n1. 누가\n어른.\n2. 언제\n봄.\n3. 값\n없다.",
    "공고.txt",
  );
  expect(article.title).toBe("온실 빌리기 공고");
  expect(article.sections.map(({ heading, body }) => [heading, body])).toEqual([
    ["", "온실을 빌려줍니다."],
    ["누가", "어른."],
    ["언제", "봄."],
    ["값", "없다."],
  ]);
});

test("signs alone are no title of a front matter", () => {
  expect(read('---\ntitle: "["\n---\n# 온실 소식\n\n봄에 연다.', "봄.md").article.title).toBe("온실 소식");
  expect(read('---\ntitle: "["\n---\n봄에 연다.', "봄.md").article.title).toBe("봄");
});
