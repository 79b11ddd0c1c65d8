import type { Article } from "../../documents/article.ts";
import { shortHash } from "../../text/short-hash.ts";
import { readTyped } from "../../text/typed.ts";

/** What lists of articles and suggestions need of each, without its text. */
export interface ArticleCard {
  readonly id: string;
  /** 16 characters that stand for the id. */
  readonly key: string;
  readonly title: string;
  /** Of the title, as it is looked for while somebody types. */
  readonly keys: string;
  readonly initials: string;
  readonly source: string;
  readonly categories: readonly string[];
  readonly publishedAt: string | null;
  /** How many it has. */
  readonly sections: number;
}

export function cardOf({ id, title, source, categories, publishedAt, sections }: Article): ArticleCard {
  const { keys, initials } = readTyped(title);
  return { id, key: shortHash(id), title, keys, initials, source, categories, publishedAt, sections: sections.length };
}
