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
    ["a table of many columns", `${"|a".repeat(deep)}\n${"|-".repeat(deep)}\n끝말`],
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
