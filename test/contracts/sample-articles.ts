import type { Article, Section } from "../../src/documents/article.ts";

/** An article of sections with the given heading and body; each line's fingerprint is the line itself. */
export function sampleArticle(
  id: string,
  texts: Readonly<Record<string, string>>,
  more: Partial<Article> = {},
): Article {
  const sections = Object.entries(texts).map(([heading, body]): Section => {
    return {
      id: `${id}#${heading}`,
      role: "section",
      number: null,
      heading,
      headingPath: [heading],
      body,
      fingerprints: body === "" ? [] : body.split("\n"),
      footnotes: [],
    };
  });
  return {
    id,
    source: "표본",
    title: `제목 ${id}`,
    url: null,
    categories: [],
    publishedAt: null,
    lang: "ko",
    sections,
    ...more,
  };
}
