import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDocument } from "../../../src/documents/parse-document.ts";
import { fixtures } from "./read.ts";

const parse = (bytes: Uint8Array) => parseDocument(bytes, { articleId: "a", source: "s", path: "a.txt" });
const deep = 20_000;
const long = 1_000_000;

describe("no input runs into the time limit, and its text is not lost", () => {
  test.each<[string, string]>([
    ["one line of a megabyte", `${"가나다 라마바 사아자. ".repeat(long / 13)}끝말`],
    ["one word of a megabyte", `${"가".repeat(long)} 끝말`],
    ["a megabyte of digits and dots", `${"1.".repeat(long / 2)} 끝말`],
    ["a megabyte of spaces", `가${" ".repeat(long)}끝말`],
    ["nested quotations", `${">".repeat(deep)} 끝말`],
    ["nested lists", `# 가\n\n${"- ".repeat(deep)}끝말`],
    ["opening brackets", `# 가\n\n${"[".repeat(deep)} 끝말`],
    ["many empty links", `# 가\n\n${"[a](".repeat(deep)} 끝말`],
    ["mixed emphasis", `# 가\n\n${"*a_ ".repeat(deep)} 끝말`],
    ["emphasis of marks that alternate", `# 가\n\n${"_*".repeat(long / 2)} 끝말`],
    ["a table of many columns", `${"|a".repeat(deep)}\n${"|-".repeat(deep)}\n끝말`],
    ["closing brackets", `# 가\n\n${"]".repeat(deep)} 끝말`],
    ["a table of cells of a character", `# 가\n\n${`${"|-".repeat(200)}\n`.repeat(long / 401)}\n끝말`],
    ["front matter that is closed again and again", `---\ntitle: ${"]".repeat(long)}\n---\n끝말`],
    ["comments left open", `# 가\n\n${"<!--".repeat(long / 4)} 끝말`],
    ["comments left open in paragraphs", `# 가\n\n${"<!-- a\n\n".repeat(long / 8)}끝말`],
    ["CDATA left open", `# 가\n\n${"<![CDATA[".repeat(long / 9)} 끝말`],
    ["script tags without an end", `# 가\n\n${"<script ".repeat(long / 8)} 끝말`],
    ["underlines", `# 가\n\n${"===\n".repeat(long / 4)}\n끝말`],
    ["underlined headings", `# 가\n\n${"a\n===\n".repeat(long / 6)}\n끝말`],
    ["footnotes of one name", `# 가\n\n${"[^1]: a\n".repeat(long / 8)}\n# 끝말`],
    ["headings", `${"# a\n".repeat(long / 4)}\n끝말`],
    ["numbered items", `# 가\n\n${"1. a\n".repeat(long / 5)}\n끝말`],
    ["indented items", `# 가\n\n${"  - a\n".repeat(long / 6)}\n끝말`],
    ["short lines", `# 가\n\n${"a\n".repeat(long / 2)}\n끝말`],
    ["nested elements", `<html><body>${"<div>".repeat(deep)}끝말`],
    ["nested elements in a post", `---\ntitle: 가\n---\n${"<div><b>".repeat(deep)}끝말`],
    ["open bold over many paragraphs", `<html><body>${"<b><i>".repeat(25)}${"<p>가".repeat(deep)}끝말`],
    ["nested front matter", `---\ntitle: ${"[".repeat(deep)}\n---\n끝말`],
    ["lone surrogates by reference", `<html><body><p>&#xD800; 끝말`],
  ])("%s", (_, text) => {
    const { article } = parse(new TextEncoder().encode(text));
    const all = article?.sections.map((section) => [section.body, ...section.headingPath].join(" ")).join(" ") ?? "";
    expect(`${article?.title} ${all}`.includes("끝말")).toBe(true);
    expect(all.isWellFormed()).toBe(true);
  });
});

test("Markdown of too many lines is read line by line, with its headings and a warning that names the file", () => {
  const text = `# 제목\n\n## 하나\n\n${"- 가\n".repeat(5000)}\n## 둘\n\n끝말\n`;
  const { article, warnings } = parse(new TextEncoder().encode(text));
  expect(article?.title).toBe("제목");
  expect(article?.sections.map((section) => section.heading)).toEqual(["하나", "둘"]);
  expect(warnings).toEqual(["a.txt has too many lines to be read as HTML or Markdown: it was read as plain text."]);
});

describe("no control character reaches the article or a warning", () => {
  const forbidden = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/u;
  const yaml = String.raw`title: "가\e[31m\a나\tb\u202e"
categories: ["x\e", "y\n\x9b"]
source: "원\e\u2066천"
url: "https://example.org/\u202e가 나"
excerpt: "요약\e 99개\tc"
feature_text: "특집 &#27;[1m 77개"`;
  const body =
    "들머리\u009b\u202e 글[^1]\n\n# 하&#27;나 &#x202E;\n\n본&#27;문&#9;둘 &#xFEFF;\n\n## &#27;\n\n- &#7;\n- 셋\n\n[^1]: 각&#27;주";
  test.each<[string, string]>([
    ["front matter", `---\n${yaml}\n---\n${body}`],
    ["broken front matter", `---\ntitle: "가\u009b\nb: [\n---\n${body}`],
    ["HTML", "<html><title>가&#27;[31m</title><body><h1>나&#7;&#x202e;</h1><pre>다&#27;\n&#9;라</pre><p>&#27;</p>"],
    ["plain text", "가\u009b\u202e나\n\n다\u2066라\ufeff 마\n"],
  ])("%s", (_, text) => {
    const origin = { articleId: "a", source: "s\u001b\u202e", path: "폴더\u001b[2J/글\u0007\u202e.md" };
    const { article, warnings } = parseDocument(new TextEncoder().encode(text), origin);
    if (article === null) throw new Error(warnings.join(" "));
    const { title, source, url, categories, sections } = article;
    const lines = sections.flatMap((section) => {
      const body = section.body === "" ? [] : section.body.split("\n");
      expect(section.fingerprints).toHaveLength(body.length);
      expect(body.every((line) => line.trim() !== "")).toBe(true);
      const notes = section.footnotes.flatMap((note) => [note.mark, note.text]);
      return [section.heading, ...section.headingPath, ...body, ...notes];
    });
    const all = [title, source, url ?? "", ...categories, ...lines, ...warnings];
    expect(all.filter((line) => forbidden.test(line))).toEqual([]);
  });

  test("the words around them stay", () => {
    const { article } = parse(new TextEncoder().encode(`---\n${yaml}\n---\n${body}`));
    expect(article).toMatchObject({
      title: "가[31m나 b",
      source: "원천",
      categories: ["x", "y"],
      url: "https://example.org/%EA%B0%80%20%EB%82%98",
    });
  });

  test("a file name of nothing else", () => {
    const origin = { articleId: "a", source: "s", path: "\u001b\u202e" };
    expect(parseDocument(new TextEncoder().encode("글이 있다."), origin).article?.title).toBe("(no title)");
  });
});

const samples = readdirSync(fixtures).map((name) => readFileSync(new URL(encodeURIComponent(name), fixtures)));

/** Deletes, doubles, moves or overwrites spans of a fixture, cutting through characters and tags. */
const mutated = fc
  .tuple(
    fc.constantFrom(...samples),
    fc.array(
      fc.record({
        kind: fc.constantFrom("delete", "double", "insert", "overwrite"),
        at: fc.nat(),
        length: fc.nat({ max: 200 }),
        bytes: fc.oneof(
          fc.uint8Array({ maxLength: 8 }),
          fc
            .constantFrom(
              "<",
              "</p>",
              "<!--",
              "```\n",
              "\n---\n",
              "[1]",
              "1. ",
              "3.2. 가\n",
              "\u0000",
              "|",
              "**",
              "\ufeff",
              "#,#",
              '"',
            )
            .map((text) => new TextEncoder().encode(text)),
        ),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  )
  .map(([sample, edits]) => {
    let bytes = Buffer.from(sample);
    for (const { kind, at, length, bytes: other } of edits) {
      const start = bytes.length === 0 ? 0 : at % bytes.length;
      const end = Math.min(bytes.length, start + length);
      const span = bytes.subarray(start, end);
      const middle = { delete: [], double: [span, span], insert: [other, span], overwrite: [other] }[kind] ?? [];
      bytes = Buffer.concat([bytes.subarray(0, start), ...middle, bytes.subarray(end)]);
    }
    return bytes;
  });

test("parse never throws on mutated input, and what it gives is whole", () => {
  fc.assert(
    fc.property(mutated, (bytes) => {
      const { article, warnings } = parse(bytes);
      expect(warnings.join(" ")).not.toContain("could not be read");
      if (article === null) {
        expect(warnings).toHaveLength(1);
        return;
      }
      expect(article.title).not.toBe("");
      expect(new Set(article.sections.map((section) => section.id)).size).toBe(article.sections.length);
      for (const section of article.sections) {
        const lines = section.body === "" ? [] : section.body.split("\n");
        expect(section.fingerprints).toHaveLength(lines.length);
        expect(lines.every((line) => line.trim() !== "")).toBe(true);
      }
    }),
    { numRuns: 120, seed: 20_250_120 },
  );
});
