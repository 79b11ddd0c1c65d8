import type { Article, Section } from "../../../src/documents/article.ts";

/** A section of a heading and a text. */
export function section(body: string, ...headingPath: readonly string[]): Section {
  const heading = headingPath.at(-1) ?? "";
  return { id: heading, role: "section", number: null, heading, headingPath, body, fingerprints: [], footnotes: [] };
}

/** An article of one text, or of several. */
export function article(bodies: string | readonly (string | Section)[], other: Partial<Article> = {}): Article {
  const sections = [bodies].flat().map((body) => (typeof body === "string" ? section(body) : body));
  return {
    id: "보기/1",
    source: "보기신문",
    title: "소식",
    url: null,
    categories: [],
    publishedAt: null,
    lang: "ko",
    sections,
    ...other,
  };
}
