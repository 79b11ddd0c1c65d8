import type { Article } from "../../documents/article.ts";

/** The articles that were asked for last. What is known of their sections is kept as long as they are. */
export class HotArticles {
  readonly #articles = new Map<number, Article>();
  readonly #read: (number: number) => Article;
  readonly #most: number;

  constructor(read: (number: number) => Article, most: number) {
    this.#read = read;
    this.#most = most;
  }

  get(number: number): Article {
    const article = this.#articles.get(number) ?? this.#read(number);
    this.put(number, article);
    return article;
  }

  /** Only what is kept. */
  peek(number: number): Article | undefined {
    return this.#articles.get(number);
  }

  put(number: number, article: Article): void {
    // A Map lists first what was put first.
    this.#articles.delete(number);
    this.#articles.set(number, article);
    if (this.#articles.size <= this.#most) return;
    const [coldest] = this.#articles.keys();
    this.#articles.delete(coldest as number);
  }

  forget(number: number): void {
    this.#articles.delete(number);
  }

  /** Least asked for first. */
  values(): Iterable<Article> {
    return this.#articles.values();
  }
}
