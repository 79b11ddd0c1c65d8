import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseDocument } from "../../../src/documents/parse-document.ts";
import { read } from "./read.ts";

const shared = process.env["POLICYDESK_SHARED"] ?? "";
const reason = shared === "" ? " (skipped: POLICYDESK_SHARED names no folder with seeds/ and data/)" : "";

describe.skipIf(shared === "")(`real documents${reason}`, () => {
  const seed = (name: string) => read(readFileSync(join(shared, "seeds", name)), name).article;

  test("the flattened wiki page has its 33 sections", () => {
    const article = seed("003_41cccb9acabca282.txt");
    const numbered = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => `3.${from + i}`);
    expect(article.title).toBe("003_41cccb9acabca282");
    expect(article.publishedAt).toBeNull();
    expect(article.sections.map((section) => section.number)).toEqual([
      "1",
      "2",
      "3",
      "3.1",
      "3.1.1",
      "3.1.1.1",
      ...numbered(2, 28),
    ]);
    expect(article.sections.filter((section) => section.body === "").map((section) => section.number)).toEqual([
      "1",
      "2",
      "3",
      "3.1",
      "3.1.1",
      "3.7",
      "3.9",
      "3.10",
      ...numbered(17, 28),
    ]);
    const noted = article.sections.filter((section) => section.footnotes.length > 0);
    expect(
      noted.map(({ number, heading, footnotes }) => [number, heading, footnotes.map((note) => note.mark)]),
    ).toEqual([
      ["3.4", "덴마크", ["1"]],
      ["3.12", "캐나다", ["2"]],
    ]);
    expect(article.sections[5]?.headingPath.map((heading) => heading.split(" ")[0])).toEqual([
      "3.",
      "3.1.",
      "3.1.1.",
      "3.1.1.1.",
    ]);
    expect(article.sections.map((section) => section.body).join("\n")).not.toMatch(/#|\[\d\]/);
  });

  test("the post has its sections, and its excerpt the fact that the body lacks", () => {
    const article = seed("000_663ae18e33a8a808.txt");
    expect(article.publishedAt).toBeNull();
    expect(article.categories).toEqual(["News"]);
    expect(article.sections.map((section) => [section.role, section.headingPath.length])).toEqual([
      ["excerpt", 0],
      ["section", 1],
      ...Array.from({ length: 4 }, () => ["section", 2]),
      ["section", 1],
      ["section", 2],
    ]);
    expect(
      article.sections.filter((section) => section.body.includes("10여 차례")).map((section) => section.role),
    ).toEqual(["excerpt"]);
  });

  test("all posts are read: dated, with text, most without a warning", { timeout: 120_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), "policydesk-posts-"));
    try {
      execFileSync("tar", ["xzf", join(shared, "data", "posts.tar.gz"), "-C", folder]);
      const names = readdirSync(join(folder, "posts"));
      const parsed = names.map((name) =>
        parseDocument(readFileSync(join(folder, "posts", name)), { articleId: name, source: "posts", path: name }),
      );
      expect(names.length).toBeGreaterThan(1400);
      expect(parsed.filter(({ article }) => article?.publishedAt == null || article.sections.length === 0)).toEqual([]);
      expect(parsed.filter(({ warnings }) => warnings.length > 0).length).toBeLessThan(names.length / 50);
      const bodies = parsed.flatMap(({ article }) => article?.sections.map((section) => section.body) ?? []).join("\n");
      expect(bodies.match(/<\/?(?:p|b|span|div|td|li|h\d)\b|&nbsp;|\*\*/g)).toBeNull();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
