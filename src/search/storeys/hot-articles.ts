import type { Article } from "../../documents/article.ts";

/** What was read of their sections is kept as long as they are; all of that takes some 100 kB each. */
const MOST_KEPT = 500;

/** The articles that were asked for last, so that what is read often is read once. */
export class HotArticles {
  readonly #articles = new Map<number, Article>();
  readonly #read: (number: number) => Article;

  constructor(read: (number: number) => Article) {
    this.#read = read;
  }

  get(number: number): Article {
    const article = this.#articles.get(number) ?? this.#read(number);
    this.put(number, article);
    return article;
  }

  put(number: number, article: Article): void {
    // A Map lists first what was put first.
    this.#articles.delete(number);
    this.#articles.set(number, article);
    if (this.#articles.size <= MOST_KEPT) return;
    const [coldest] = this.#articles.keys();
    this.#articles.delete(coldest as number);
  }

  /** Least asked for first. */
  values(): Iterable<Article> {
    return this.#articles.values();
  }
}
