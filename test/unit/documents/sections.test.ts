import { expect, test } from "vitest";
import type { Section } from "../../../src/documents/article.ts";
import { read } from "./read.ts";

const byHeading = (text: string, path = "a.txt"): Map<string, Section> =>
  new Map(read(text, path).article.sections.map((section) => [section.headingPath.at(-1) ?? section.role, section]));

test("a section keeps its id when another is inserted before it", () => {
  const before = byHeading("1. 가\n나다.\n2. 다\n라다.\n2.1. 마\n바다.");
  const after = byHeading("1. 가\n나다.\n2. 새것\n새다.\n3. 다\n달라졌다.\n3.1. 마\n바다.");
  expect(after.get("3. 다")?.id).toBe(before.get("2. 다")?.id);
  expect(after.get("3.1. 마")?.id).toBe(before.get("2.1. 마")?.id);
});

test("ids are 16 hexadecimal digits, unique in the article, and other in another article", () => {
  const text = "# 가\n\n나\n\n## 같은 것\n\n다\n\n## 같은 것\n\n라\n\n# 마\n\n## 같은 것\n\n바";
  const ids = read(text, "a.md").article.sections.map((section) => section.id);
  const others = read(text, "b.md").article.sections.map((section) => section.id);
  expect(ids.every((id) => /^[0-9a-f]{16}$/.test(id))).toBe(true);
  expect(new Set([...ids, ...others]).size).toBe(ids.length * 2);
});

test("every line has a fingerprint, and an empty body has none", () => {
  const { article } = read("# 가\n\n나\n\n다\n\n# 라\n\n# 마\n\n- 바\n- 사");
  expect(article.sections.map((section) => section.fingerprints.length)).toEqual([2, 0, 2]);
});

const print = (title: string, line: string): string | undefined =>
  read(`---\ntitle: ${title}\n---\n${line}`, "a.md").article.sections[0]?.fingerprints[0];

test.each<[string, string, string]>([
  [
    "the words of links",
    '출처: <a href="/1">가나다</a> | 어떤매체',
    '출처: <a href="/2">라 <b>마</b> 바</a> | 어떤매체',
  ],
  ["addresses", "새 소식은 https://a.b/1 에서", "새 소식은 www.c.d/22?e=f 에서"],
  ["digits", "조회 12회, 3.5점", "조회 1,234회, 4점"],
  ["spaces", "가  나", "가 나"],
])("lines that differ only in %s have one fingerprint", (_, one, other) => {
  expect(print("제목", one)).toBe(print("제목", other));
});

test("words of the title do not count", () => {
  expect(print("청년 월세", "오늘은 청년 월세 소식이다")).toBe(
    print("바다 쓰레기 대책", "오늘은 바다 쓰레기 대책 소식이다"),
  );
});

test("other lines differ, and so do rows of figures alone", () => {
  expect(print("제목", "가나다 소식")).not.toBe(print("제목", "라마바 소식"));
  expect(print("제목", "<p>10 20 30</p>")).not.toBe(print("제목", "<p>40 50 60</p>"));
});
