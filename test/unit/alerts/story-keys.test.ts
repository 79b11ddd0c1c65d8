import { expect, it } from "vitest";
import { storyKeys } from "../../../src/alerts/story-keys.ts";
import type { Article } from "../../../src/documents/article.ts";
import { article } from "./alert-article.ts";

const LONG =
  "정부는 오늘 아침 회의를 열고 쌀을 사들이는 값을 작년보다 조금 올리기로 뜻을 모았다고 밝혔으며 곧 알린다고 했다.";
const kinds = (of: Article) => storyKeys(of).map((key) => key.slice(0, key.indexOf(":")));

it("names an article by its id, its link and its text", () => {
  const keys = storyKeys(article(LONG, { id: "신문/7", url: "http://news.example/a/7/?utm_source=x#top" }));
  expect(keys).toEqual(["article:신문/7", "link:https://news.example/a/7", expect.stringMatching(/^text:\S{16}$/)]);
});

it.each<[what: string, of: Article, expected: string[]]>([
  ["no link", article(LONG), ["article", "text"]],
  ["a link that none can follow", article(LONG, { url: "mailto:a@news.example" }), ["article", "text"]],
  ["the link of a front page", article(LONG, { url: "https://news.example/#new" }), ["article", "text"]],
  [
    "a link with a number and no path",
    article(LONG, { url: "https://news.example/?p=7" }),
    ["article", "link", "text"],
  ],
  ["little text", article("속보다."), ["article"]],
  ["no text", article([]), ["article"]],
])("an article with %s: %j", (_, of, expected) => expect(kinds(of)).toEqual(expected));

it("is another story where the same words come on another day", () => {
  const textOf = (publishedAt: string) => storyKeys(article(LONG, { publishedAt })).at(-1);
  expect(textOf("2026-03-02T09:00:00+09:00")).toBe(textOf("2026-03-02T18:00:00+09:00"));
  expect(textOf("2026-03-02T09:00:00+09:00")).not.toBe(textOf("2026-03-09T09:00:00+09:00"));
});

it("is the same story with other spaces, marks and sections", () => {
  const half = LONG.indexOf("쌀을");
  const other = article([LONG.slice(0, half), LONG.slice(half).replaceAll(" ", "  ")], {
    id: "다른/1",
    title: "소식!",
  });
  expect(storyKeys(other).at(-1)).toBe(storyKeys(article(LONG)).at(-1));
});

it.each<[what: string, other: Article]>([
  ["title", article(LONG, { title: "다른 소식" })],
  ["text", article(`${LONG} 값은 1만 원이다.`)],
])("is another story with another %s", (_, other) => {
  expect(storyKeys(other).at(-1)).not.toBe(storyKeys(article(LONG)).at(-1));
});

it("keeps keys short", () => {
  const long = "a/".repeat(400);
  for (const key of storyKeys(article(LONG, { id: long, url: `https://news.example/${long}` })))
    expect(key.length).toBeLessThan(220);
});
