import { readFileSync } from "node:fs";
import type { Article, Section } from "../../../src/documents/article.ts";
import { parseDocument } from "../../../src/documents/parse-document.ts";

export const fixtures = new URL("../../fixtures/documents/", import.meta.url);

/** The article of a text that must be readable, with its warnings. */
export function read(content: string | Uint8Array, path = "글.txt"): { article: Article; warnings: readonly string[] } {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const { article, warnings } = parseDocument(bytes, { articleId: path, source: "시험", path });
  if (article === null) throw new Error(`not read: ${warnings.join(" ")}`);
  return { article, warnings };
}

export function readFixture(name: string): { article: Article; warnings: readonly string[] } {
  return read(readFileSync(new URL(encodeURIComponent(name), fixtures)), name);
}

/** "2.1. 동해: 본문 / 둘째 줄" per section: what a person compares. */
export function outline(article: Article): string[] {
  return article.sections.map((section) => `${label(section)}: ${section.body.replaceAll("\n", " / ")}`.trim());
}

function label(section: Section): string {
  return section.role === "section" ? section.headingPath.join(" > ") : `(${section.role})`;
}
