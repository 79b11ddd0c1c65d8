import { describe, expect, test } from "vitest";
import { splitFrontMatter } from "../../../src/documents/front-matter.ts";
import { read } from "./read.ts";

const post = (yaml: string): string => `---\n${yaml}\n---\n\n본문이다.\n`;

describe("a title is read from", () => {
  test.each<[string, string, string]>([
    ["plain text", "title: 새 소식", "새 소식"],
    ["a quoted string with a colon", 'title: "정책: 새 소식"', "정책: 새 소식"],
    ["a folded block", "title: >\n  긴\n  제목", "긴 제목"],
    ["a number", "title: 2025", "2025"],
    ["a number that YAML would shorten", "title: 2025.10", "2025.10"],
    ["a date", "title: 2025-01-02", "2025-01-02"],
    ["a list", "title: [하나, 둘]", "하나, 둘"],
    ["broken YAML: two colons", "title: 정책: 새 소식\ncategories:\n  - 가", "정책: 새 소식"],
    ["broken YAML: a quote goes on", 'title: "새" 소식', '"새" 소식'],
    ["broken YAML: several quotes", "title: '새' '소식'", "'새' '소식'"],
    ["broken YAML: a bracket goes on", "title: [속보] 새 소식", "[속보] 새 소식"],
    ["broken YAML elsewhere", "title: '새 소식'\nexcerpt: >\n  가\n bad\nx: [", "새 소식"],
  ])("%s", (_, yaml, title) => {
    const { article } = read(post(yaml));
    expect(article.title).toBe(title);
    expect(article.sections.map((section) => section.body)).toEqual(["본문이다."]);
  });

  test.each([
    ["title:"],
    ["title: null"],
    ["title: ~"],
    ["title: {가: 나}"],
    ["other: 1"],
  ])("the file name where the front matter says %j", (yaml) => {
    expect(read(post(yaml), "폴더/2024-01-02-안내.md").article.title).toBe("안내");
  });
});

test.each<[string, readonly string[]]>([
  ["categories: [가, 나, 가]", ["가", "나"]],
  ["categories:\n  - 가\n  - 2024\n  - null", ["가", "2024"]],
  ["categories: 가, 나", ["가", "나"]],
  ["categories: 외교 안보", ["외교 안보"]],
  ["tags: [가]", []],
  ["title: 두: 점\ncategories:\n  - 가\n  - 나", ["가", "나"]],
])("%j gives the categories %j", (yaml, categories) => {
  expect(read(post(yaml)).article.categories).toEqual(categories);
});

test.each<[string, string | null]>([
  ["url: https://example.org/1", "https://example.org/1"],
  ["link: http://example.org/2", "http://example.org/2"],
  ["permalink: /3\nlink: https://example.org/3", "https://example.org/3"],
  ["url: javascript:alert(1)", null],
  ["url: /only/a/path", null],
])("%j gives the address %j", (yaml, url) => {
  expect(read(post(yaml)).article.url).toBe(url);
});

test("the source is the document's own where it names one", () => {
  expect(read(post("source: 어떤 신문")).article.source).toBe("어떤 신문");
  expect(read(post("publication: 어떤 잡지")).article.source).toBe("어떤 잡지");
  expect(read(post("title: 가")).article.source).toBe("시험");
});

describe("warnings", () => {
  test("name broken YAML and the file", () => {
    const { warnings } = read(post("title: 정책: 새 소식"), "a.md");
    expect(warnings).toEqual([expect.stringMatching(/^a\.md: the front matter is not valid YAML \(.+\); .+\.$/)]);
  });

  test("name front matter that is too long to be parsed, and its simple lines stay", () => {
    const { article, warnings } = read(post(`title: 새 소식\nnote: ${"가".repeat(100_000)}`), "a.md");
    expect(article.title).toBe("새 소식");
    expect(warnings).toEqual([expect.stringMatching(/^a\.md: the front matter is not valid YAML \(it is too long\);/)]);
  });

  test("name front matter that is never closed, and the text stays", () => {
    const { article, warnings } = read("---\ntitle: 새 소식\ncategories:\n  - 가\n본문이다.\n\n둘째 문단이다.", "a.md");
    expect(article.title).toBe("새 소식");
    expect(article.sections[0]?.body).toBe("본문이다.\n둘째 문단이다.");
    expect(warnings).toEqual([expect.stringMatching(/^a\.md: the front matter is not closed/)]);
  });

  test("name a document without any text", () => {
    expect(read("---\ntitle: 새 소식\n---\n", "a.md").warnings).toEqual([
      "a.md has no text below its title and headings.",
    ]);
  });

  test("stay away from a document that begins with a line across the page", () => {
    const text = "---\n\n본문이다.\n\n---\n\n끝이다.";
    expect(splitFrontMatter(text, "a.md")).toEqual({ fields: null, body: text, warnings: [] });
  });
});
