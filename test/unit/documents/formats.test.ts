import { describe, expect, test } from "vitest";
import { detectFormat } from "../../../src/documents/detect-format.ts";
import { outline, read, readFixture } from "./read.ts";

test.each<[string, boolean, string]>([
  ["<!DOCTYPE html><p>가", false, "html"],
  ["<!-- 주석 -->\n<html><body>가</body></html>", false, "html"],
  ["<h2>가</h2>\n<p>나</p>", false, "html"],
  ["<p>가</p>\n\n## 나", false, "markdown"],
  ["<p>가</p>", true, "markdown"],
  ["# 가\n\n나", false, "markdown"],
  ["가 **나** 다", false, "markdown"],
  ["가\n\n나", false, "plain"],
  ["가\n\n나", true, "markdown"],
  ["1. 가\n2. 나\n2.1. 다\n라이다.", false, "outline"],
  ["1. 가\n2. 나\n2.1. 다\n라이다.", true, "outline"],
  ["1. 가\n나이다.\n2. 다\n라이다.\n3. 마\n바이다.", false, "outline"],
  ["세 가지다.\n1. 가\n2. 나\n3. 다\n끝이다.", false, "plain"],
  ["1. 가를 한다.\n2. 나를 한다.\n3. 다를 한다.", false, "plain"],
  ["2024. 6. 12.\n3.5% 늘었다.\n1.2조 원이다.", false, "plain"],
])("%j (front matter: %j) is %s", (text, hasFrontMatter, format) => {
  expect(detectFormat(text, hasFrontMatter)).toBe(format);
});

test("a post of HTML and Markdown mixed", () => {
  const { article, warnings } = readFixture("2025-03-02-7.md");
  expect(warnings).toEqual([]);
  expect(article).toMatchObject({
    title: "청년 월세 지원, 올봄부터 넓어진다",
    categories: ["주거", "청년"],
    publishedAt: "2025-03-02T00:00:00+09:00",
    url: null,
    lang: "ko",
  });
  expect(outline(article)).toEqual([
    "(lead): 원문: 어느 다른 제목의 글 | 보기신문",
    "(excerpt): 올봄부터 월세를 돕는 나이가 넓어진다. / 담당 부서는 설명회를 12여 차례 열 계획이다.",
    "(feature): 상담 전화는 평일 아홉 시에 문을 연다.",
    "무엇이 달라지나: 올봄부터 월세를 돕는 나이가 만 39세까지로 넓어진다. 뮤지컬 <푸른 다리 아래>도 할인한다.",
    "무엇이 달라지나 > 신청 자격: - 무주택 청년 / - 소득이 기준의 60% 아래인 사람 / 구분 | 금액 / 월세 | 월 20만 원",
    "어떻게 신청하나: 누리집(2차)은 4월에 열린다. 창구에서도 받는다. / 새 소식은 https://example.org",
  ]);
});

test("a Markdown report with numbered headings and a footnote", () => {
  const { article } = readFixture("report.md");
  expect(article.title).toBe("물 관리 보고서");
  expect(outline(article)).toEqual([
    "(lead): 첫 문단이 여기 두 줄에 걸쳐 있다.",
    "1. 배경: 물값은 10~20원, 다른 곳은 30~40원이다.",
    "1. 배경 > 1.1. 옛 제도: 해 | 값 / 2023 | 10원 / 2024 | 20원",
    "2. 계획: 1. 수도관을 바꾼다. /   - 서울부터 /   - 부산은 다음 / 2. 요금을 낮춘다. / 코드 한 줄 / 둘째 줄",
  ]);
  expect(article.sections.map((section) => [section.number, section.heading])).toEqual([
    [null, ""],
    ["1", "배경"],
    ["1.1", "옛 제도"],
    ["2", "계획"],
  ]);
  expect(article.sections[0]?.footnotes).toEqual([{ mark: "a", text: "보고서는 초안이다." }]);
});

test("a page of HTML", () => {
  const { article } = readFixture("page.html");
  expect(article.title).toBe("도서관 이용 안내");
  expect(article.url).toBe("https://example.org/page/1");
  expect(outline(article)).toEqual([
    "(lead): 도서관은 아침 아홉 시에 연다. / 일요일에는 쉰다.",
    "대출: 한 사람이 다섯 권을 빌린다. / 책은 깨끗이 본다. / 3. 셋째 규칙 / 4. 넷째 규칙 / 평일 | 오전 / 평일 | 오후",
  ]);
  expect(article.sections[0]?.footnotes).toEqual([{ mark: "1", text: "공휴일은 따로 알린다." }]);
});

test("hard-wrapped text with an underlined heading", () => {
  const { article } = readFixture("wrapped.txt");
  expect(article).toMatchObject({ title: "Notice on the new ferry", lang: "en" });
  expect(outline(article)).toEqual([
    "(lead): The ferry will run twice a day from the first of May, and the tickets can be bought at the pier or in any post office of the island.",
    "Times: Morning boat at nine. / Evening boat at six.",
  ]);
});

test("text in CP949", () => {
  const { article } = readFixture("notice-cp949.txt");
  expect(article.title).toBe("도서관 안내");
  expect(outline(article)).toEqual(["(lead): 월요일에는 문을 닫는다. / 화요일부터 연다."]);
});

describe("a title", () => {
  test.each<[string, string, string, string]>([
    ["is the only first-level heading", "# 안내\n\n본문이다.", "a.md", "안내"],
    ["is not one of several first-level headings", "# 하나\n\n본문.\n\n# 둘\n\n본문.", "a.md", "a"],
    ["is the file name without its date", "본문이다.", "2024-06-12-새-안내.txt", "새-안내"],
    ["keeps the date where nothing else is left", "본문이다.", "2024-06-12-108.txt", "2024-06-12-108"],
    ["is composed (NFC)", "본문이다.", "폴더/안내문.txt".normalize("NFD"), "안내문"],
    ["comes from the head of a page without headings", "<html><title> 창 제목 </title><p>가", "a.html", "창 제목"],
    ["is the first line where that is no sentence", "새 안내\n\n본문이다.", "a.txt", "새 안내"],
    ["is not a first line that is a sentence", "본문이다.\n\n둘째다.", "a.txt", "a"],
    ["may be the name of a country", "캐나다\n\n본문이다.", "a.txt", "캐나다"],
  ])("%s", (_, text, path, title) => {
    expect(read(text, path).article.title).toBe(title);
  });

  test("that the front matter gives leaves another first-level heading a section", () => {
    const { article } = read("---\ntitle: 앞\n---\n# 뒤\n\n본문이다.");
    expect(outline(article)).toEqual(["뒤: 본문이다."]);
  });
});

test.each<[string, string]>([
  ["정부는 새 제도를 알렸다", "ko"],
  ["The government announced a new act", "en"],
  ["AI 기본법은 EU AI Act와 다르다고 한다", "ko"],
  ["2024 1 2", "und"],
  ["これは日本語の文章です。とても長い文章です。", "und"],
])("%j is in the language %s", (text, lang) => {
  expect(read(text, "2024.txt").article.lang).toBe(lang);
});
