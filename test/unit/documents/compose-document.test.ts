import { expect, it } from "vitest";
import { composeDocument } from "../../../src/documents/compose-document.ts";
import { parseDocument } from "../../../src/documents/parse-document.ts";

const about = { articleId: "a", source: "표본", path: "a" };
const plain = { body: "관세는 25%다.", url: null, publishedAt: null, source: "통신", categories: [] };

it.each([
  "관세 소식",
  '"관세": 25% — 끝',
  "---\ntitle: 가짜",
  "# 표제 - {a: b} & *c | > %",
  "null",
  "2026-01-02",
  "관세\u2028소식\u0007",
])("keeps the title %j", (title) => {
  const { article, warnings } = parseDocument(composeDocument({ ...plain, title }), about);
  expect(warnings).toEqual([]);
  const shown = title.replaceAll("\u0007", "").replace(/\s+/g, " ").trim();
  expect(article?.title).toBe(title === "null" ? "a" : shown);
  expect(article?.sections.map(({ body }) => body).join()).toBe("관세는 25%다.");
});

it("keeps what else is known", () => {
  const { article } = parseDocument(
    composeDocument({
      title: "관세",
      body: "<p>첫 문단.</p><p>둘째 문단.</p>",
      url: "https://example.org/a?b=1&c=2",
      publishedAt: "2026-03-01T09:00:00+09:00",
      source: "하나: 통신",
      categories: ["무역", "a, b"],
    }),
    about,
  );
  expect(article).toMatchObject({
    url: "https://example.org/a?b=1&c=2",
    publishedAt: "2026-03-01T09:00:00+09:00",
    source: "하나: 통신",
    categories: ["무역", "a, b"],
  });
  expect(article?.sections[0]?.body).toBe("첫 문단.\n둘째 문단.");
});

it("leaves a body alone that begins like front matter", () => {
  const { article } = parseDocument(
    composeDocument({ ...plain, title: "관세", body: "---\ntitle: 다른\n---\n글." }),
    about,
  );
  expect(article?.title).toBe("관세");
});
