import type { Article, Section } from "../../documents/article.ts";
import { plainHeading } from "../../documents/heading-name.ts";
import { shortHash } from "../../text/short-hash.ts";

const ASKED = { ko: [" 어떻게 되나요?", " 알려 주세요"], en: [": how does it work?", ", please tell me"] } as const;

/**
 * Questions that the articles must answer, made of titles and headings: at most so many, and the same ones whatever
 * order the articles came in. An article that is added changes few of them.
 */
export function titleQuestions(articles: readonly Article[], most: number): string[] {
  const named = articles.flatMap((article) =>
    article.sections.filter(hasText).map((section) => ({ article, section, order: shortHash(section.id) })),
  );
  named.sort((a, b) => (a.order < b.order ? -1 : 1));
  return named.slice(0, most).map(({ article, section }, number) => {
    const endings = ASKED[article.lang === "en" ? "en" : "ko"];
    return `${nameOf(article, section)}${endings[number % endings.length]}`;
  });
}

function hasText({ body }: Section): boolean {
  return body !== "";
}

/** Title and heading, without the outline's number. */
function nameOf({ title }: Article, { headingPath }: Section): string {
  return `${title} ${plainHeading(headingPath)}`.trim();
}
