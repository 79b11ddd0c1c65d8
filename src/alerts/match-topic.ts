import type { Article } from "../documents/article.ts";
import type { Lexicon } from "../text/lexicon.ts";
import type { Phrase } from "./phrase.ts";
import { type ArticleReading, readArticle } from "./read-article.ts";
import { createPhraseReader } from "./read-phrase.ts";
import { sameName } from "./same-name.ts";
import type { Topic } from "./topic.ts";

/** The words of the topic that the article says, in the topic's order and as they were typed; null where it is not wanted. */
export function matchTopic(topic: Topic, article: Article, lexicon: Lexicon): readonly string[] | null {
  const readPhrase = createPhraseReader(lexicon);
  const wanted: WantedArticles = {
    include: topic.include.map(readPhrase),
    exclude: topic.exclude.map(readPhrase),
    ...wantedNames(topic),
  };
  const reading = readArticle(article, lexicon);
  if (!isWanted(wanted, reading)) return null;
  const words = wanted.include.filter((phrase) => reading.says(phrase)).map(({ text }) => text);
  return words.length === 0 && topic.include.length > 0 ? null : words;
}

/** A topic, read. */
export interface WantedArticles<P = Phrase> {
  readonly include: readonly P[];
  readonly exclude: readonly P[];
  readonly sources: readonly string[];
  readonly categories: readonly string[];
}

export function wantedNames({ sources, categories }: Topic): Pick<WantedArticles, "sources" | "categories"> {
  return { sources: sources.map(sameName), categories: categories.map(sameName) };
}

/** Whether the article is wanted as far as everything but the included words goes. */
export function isWanted<P>(
  { exclude, sources, categories }: WantedArticles<P>,
  article: Pick<ArticleReading, "source" | "categories"> & { says(phrase: P): boolean },
): boolean {
  return (
    (sources.length === 0 || sources.includes(article.source)) &&
    (categories.length === 0 || categories.some((category) => article.categories.has(category))) &&
    !exclude.some((phrase) => article.says(phrase))
  );
}
