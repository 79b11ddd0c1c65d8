import { describe, expect, test } from "vitest";
import { outline, read } from "./read.ts";

const post = (body: string): string[] => outline(read(`---\ntitle: 제목\n---\n${body}`, "a.md").article);
const farm = (tag: string, item: string): string =>
  `<${tag}>${[1, 2, 3].map((i) => `<${item}><a href="/${i}">다른 소식 ${i}</a></${item}>`).join("")}</${tag}>`;

describe("text in a post", () => {
  test.each<[string, string, string[]]>([
    ["joins the lines of a paragraph", "가\n나", ["(lead): 가 나"]],
    ["ends lines at <br>", "<p>가<br>나<br/><br/></p>", ["(lead): 가 / 나"]],
    ["collapses spaces", "<p>가&nbsp;&nbsp; \n 나\u200b</p><p>&nbsp;</p><p><br></p>", ["(lead): 가 나"]],
    [
      "keeps Korean pseudo-tags",
      "뮤지컬 <푸른 다리>, 연극 <AI 기본법>이다.",
      ["(lead): 뮤지컬 <푸른 다리>, 연극 <AI 기본법>이다."],
    ],
    ["sees through unknown elements", "<c>가 <b>나</b></c>", ["(lead): 가 나"]],
    ["repairs an end tag that ran into a word", "<b>가</b고 나다.", ["(lead): 가고 나다."]],
    [
      "reads bold next to particles",
      "**정책(2기)**은 바뀐다. **「법」**을 고친다.",
      ["(lead): 정책(2기)은 바뀐다. 「법」을 고친다."],
    ],
    ["reads Markdown inside HTML", "<p>가 **나** [다](https://a.b) 라</p>", ["(lead): 가 나 다 라"]],
    ["leaves Markdown in code alone", "`**가**` 나", ["(lead): **가** 나"]],
    ["keeps ranges with tildes", "10~20명, 30~40명", ["(lead): 10~20명, 30~40명"]],
    ["reads indented HTML", "<div>\n\n    <p>가</p>\n\n    <p>나</p>\n\n</div>", ["(lead): 가 / 나"]],
    ["keeps dates that look like nested lists", "2024. 6. 12. 발표", ["(lead): 2024. 6. 12. 발표"]],
    [
      "drops scripts, styles, images and comments",
      "<script>가</script><style>나</style>![다](x.png)<!-- 라 --><svg><text>마</text></svg>바",
      ["(lead): 바"],
    ],
    ["drops hidden elements", '<p hidden>가</p><p style="color:red;display : none">나</p><p>다</p>', ["(lead): 다"]],
    ["drops navigation and forms", "<nav>가</nav><form>나</form><button>다</button><p>라</p>", ["(lead): 라"]],
    ["drops a list of links", `<p>가</p>${farm("ul", "li")}`, ["(lead): 가"]],
    ["drops a table of links", `<p>가</p><table><tr>${farm("tr", "td").slice(4, -5)}</tr></table>`, ["(lead): 가"]],
    ["drops a paragraph of links", `<p>가</p>${farm("p", "span")}`, ["(lead): 가"]],
    [
      "keeps a list with two links",
      '<ul><li><a href="/1">가</a></li><li><a href="/2">나</a></li></ul>',
      ["(lead): - 가 / - 나"],
    ],
    [
      "keeps a paragraph with links in it",
      `<p>이 문단은 ${"긴 글이고 ".repeat(9)}<a href="/1">가</a> <a href="/2">나</a> <a href="/3">다</a></p>`,
      [expect.stringContaining("가 나 다") as unknown as string],
    ],
    ["reads nested lists", "- 가\n  - 나\n    - 다\n- 라", ["(lead): - 가 /   - 나 /     - 다 / - 라"]],
    [
      "numbers ordered lists",
      '<ol start="4"><li>가</li><li value="9">나</li><li>다</li></ol>',
      ["(lead): 4. 가 / 9. 나 / 10. 다"],
    ],
    ["reads a list item of two paragraphs", "- 가\n\n  나\n", ["(lead): - 가 / 나"]],
    [
      "keeps empty cells in their place",
      "<table><tr><td>가</td><td></td><td>다</td></tr></table>",
      ["(lead): 가 | | 다"],
    ],
    [
      "repeats a cell that spans rows",
      '<table><tr><td rowspan="2">가</td><td>나</td></tr><tr><td>다</td></tr></table>',
      ["(lead): 가 | 나 / 가 | 다"],
    ],
    [
      "sees through a table that lays out a page",
      "<table><tr><td><h2>가</h2><p>나</p></td><td><p>다</p></td></tr></table>",
      ["가: 나 / 다"],
    ],
    [
      "takes bold cells below each other for no headings",
      "<table><tr><td><b>가</b></td></tr><tr><td><b>나</b></td></tr><tr><td><strong>다</strong></td></tr></table><p>라</p>",
      ["(lead): 가 / 나 / 다 / 라"],
    ],
    [
      "takes a bold cell above plain ones for one",
      "<table><tr><td><b>가</b></td></tr><tr><td>나</td></tr><tr><td>다</td></tr></table>",
      ["가: 나 / 다"],
    ],
    ["reads lines of preformatted text", "```\n가\n  나\n```", ["(lead): 가 / 나"]],
    ["closes what is left open", "<p>가 <b>나<div>다", ["(lead): 가 나 / 다"]],
    ["keeps a rule out", "가\n\n---\n\n<hr>나", ["(lead): 가 / 나"]],
  ])("%s", (_, body, expected) => {
    expect(post(body)).toEqual(expected);
  });
});

describe("headings", () => {
  test.each<[string, string, string[]]>([
    ["nest by level", "# 가\n\n나\n\n### 다\n\n라\n\n## 마\n\n# 바", ["가: 나", "가 > 다: 라", "가 > 마:", "바:"]],
    ["without text are ignored", "<h2><b>&nbsp;</b></h2><p>가</p>", ["(lead): 가"]],
    ["may be bold paragraphs", "<p><b><span>가</span></b></p><p>나</p>", ["가: 나"]],
    [
      "may be bold paragraphs below real ones",
      "## 가\n\n**나**\n\n다\n\n**라**\n\n마",
      ["가:", "가 > 나: 다", "가 > 라: 마"],
    ],
    ["may be the bold first line of a paragraph", "**가**  \n나", ["가: 나"]],
    ["are no bold sentences", "**가를 알렸습니다.**\n\n나", ["(lead): 가를 알렸습니다. / 나"]],
    ["are no bold words in a sentence", "**가** 나\n\n다", ["(lead): 가 나 / 다"]],
    ["are no bold words without text below", "나\n\n**가**", ["(lead): 나 / 가"]],
    [
      "are no bold words above a link alone",
      '나\n\n**가**\n\n<a href="https://a.b">더 보기</a>',
      ["(lead): 나 / 가 / 더 보기"],
    ],
    [
      "are no bold list items or cells",
      "- **가**\n\n나\n\n<table><tr><td><b>다</b></td><td>라</td></tr></table>",
      ["(lead): - 가 / 나 / 다 | 라"],
    ],
    [
      "are no long bold lines",
      `**${"가나다 ".repeat(20)}라**\n\n나`,
      [expect.stringMatching(/^\(lead\)/) as unknown as string],
    ],
    ["give their numbers away where all are numbered", "## 1. 가\n\n나\n\n## 2. 다\n\n라", ["1. 가: 나", "2. 다: 라"]],
    ["keep numbers that follow no order", "## 2024. 가\n\n나\n\n## 7. 다\n\n라", ["2024. 가: 나", "7. 다: 라"]],
  ])("%s", (_, body, expected) => {
    expect(post(body)).toEqual(expected);
  });

  test("have a number apart from their words only where the whole document is numbered", () => {
    const numbers = (body: string) =>
      read(`---\ntitle: 제목\n---\n${body}`).article.sections.map((section) => section.number);
    expect(numbers("## 3 가\n\n나\n\n### 3.1 다\n\n라")).toEqual([null, null]);
    expect(numbers("## 1. 가\n\n나\n\n### 1.1 다\n\n라\n\n### 1.2 마\n\n## 2. 바")).toEqual(["1", "1.1", "1.2", "2"]);
    expect(numbers("## 1. 가\n\n나\n\n## 다\n\n## 라\n\n## 마")).toEqual([null, null, null, null]);
  });
});

test("HTML footnotes belong to the section that refers to them", () => {
  const { article } = read(
    '<html><h2>가</h2><p>나<sup><a href="#f1">1)</a></sup>다.</p><h2>라</h2><p>마<a href="#f2">[2]</a></p>' +
      '<p id="f1"><a href="#r1">^</a> 첫 주석.</p><p><a name="f2"></a>둘째 주석.</p></html>',
  );
  expect(outline(article)).toEqual(["가: 나다.", "라: 마"]);
  expect(article.sections.map((section) => section.footnotes)).toEqual([
    [{ mark: "1", text: "첫 주석." }],
    [{ mark: "2", text: "둘째 주석." }],
  ]);
});

test("a document longer than one piece reads as a short one does", () => {
  const paragraph = "이 문단은 길다. [가] 그리고 이어진다[^1].\n\n";
  const long = `# 긴 글\n\n${paragraph.repeat(2000)}## 끝\n\n표다.\n\n| 가 | 나 |\n|--|--|\n| 다 | 라 |\n\n[^1]: 주석이다.\n\n[가]: https://a.b\n`;
  const { article, warnings } = read(long);
  expect(warnings).toEqual([]);
  expect(article.title).toBe("긴 글");
  expect(article.sections.map((section) => section.body.split("\n").length)).toEqual([2000, 3]);
  expect(new Set(article.sections[0]?.body.split("\n"))).toEqual(new Set(["이 문단은 길다. 가 그리고 이어진다."]));
  expect(article.sections[0]?.footnotes).toEqual([{ mark: "1", text: "주석이다." }]);
});
