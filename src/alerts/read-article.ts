import type { Article, Section } from "../documents/article.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { findPart } from "./find-part.ts";
import type { Part, Phrase } from "./phrase.ts";
import { readTexts, type TextReading } from "./read-text.ts";
import { sameName } from "./same-name.ts";

/** An article as topics see it. */
export interface ArticleReading {
  readonly source: string;
  readonly categories: ReadonlySet<string>;
  readonly text: TextReading;
  /** Whether one section, with the title, says all of the phrase. */
  says(phrase: Phrase): boolean;
}

const TITLE = 0;

/** Each part is looked for once, however many phrases ask. */
export function readArticle(article: Article, lexicon: Lexicon): ArticleReading {
  const text = readTexts([article.title, ...article.sections.map(sectionText)], lexicon);
  const known = new Map<string, ReadonlySet<number>>();
  const placesOf = (part: Part) => {
    const places = known.get(part.key) ?? placesIn(text, part);
    known.set(part.key, places);
    return places;
  };
  return {
    source: sameName(article.source),
    categories: new Set(article.categories.map(sameName)),
    text,
    says: ({ parts }) => {
      const elsewhere = parts.map(placesOf).filter((places) => !places.has(TITLE));
      const [first] = elsewhere;
      if (!first) return parts.length > 0;
      return [...first].some((place) => elsewhere.every((places) => places.has(place)));
    },
  };
}

function sectionText({ headingPath, body, footnotes }: Section): string {
  return [...headingPath, body, ...footnotes.map((note) => note.text)].join("\n");
}

function placesIn(text: TextReading, part: Part): ReadonlySet<number> {
  return new Set(findPart(part, text).map(({ start }) => text.textOf[text.wordAt[start] ?? -1] ?? TITLE));
}
