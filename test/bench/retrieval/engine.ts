import type { Article } from "../../../src/documents/article.ts";

export const MOST_HITS = 10;

/** Ids of at most `MOST_HITS` sections, best first. */
export type Search = (question: string) => readonly string[] | Promise<readonly string[]>;

/** A library in one of its settings. */
export interface Engine {
  readonly name: string;
  readonly build: (articles: readonly Article[]) => Search | Promise<Search>;
}

/** Makes the terms of a text; the same ones for sections and questions. */
export type Terms = (text: string) => string[];

/** A section as the libraries get it. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export function entriesOf(articles: readonly Article[]): Entry[] {
  return articles.flatMap(({ title, sections }) => sections.map(({ id, body }) => ({ id, title, text: body })));
}
