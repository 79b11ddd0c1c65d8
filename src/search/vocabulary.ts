import type { Article } from "../documents/article.ts";
import { toJamo } from "../text/hangul.ts";
import { readWords } from "../text/words.ts";

/** A word of the documents, and where it stands. */
export interface Entry {
  readonly stem: string;
  /** Letters, with vowels that sound alike as one. */
  readonly heard: string;
  /** How often it stands in texts. */
  inText: number;
  /** How often it stands in titles and headings, or is a name of the lexicon. */
  asName: number;
}

/** A word of titles and headings is a name; one of the text counts once it recurs. */
const LEAST_IN_TEXT = 3;

/** The words of all articles. Only those of articles that changed are counted again. */
export class Vocabulary {
  readonly #entries = new Map<string, Entry>();
  readonly #byLength = new Map<number, Entry[]>();
  readonly #counted = new Map<string, Article>();

  constructor(names: readonly string[]) {
    for (const name of names) this.#entryOf(name).asName++;
  }

  update(articles: readonly Article[]): void {
    const gone = new Set(this.#counted.keys());
    for (const article of articles) {
      gone.delete(article.id);
      const before = this.#counted.get(article.id);
      if (before === article) continue;
      if (before) this.#count(before, -1);
      this.#count(article, 1);
      this.#counted.set(article.id, article);
    }
    for (const id of gone) {
      const before = this.#counted.get(id);
      if (before) this.#count(before, -1);
      this.#counted.delete(id);
    }
  }

  /** Words of so many letters that documents are known for. */
  *ofLength(length: number): Iterable<Entry> {
    for (const entry of this.#byLength.get(length) ?? []) {
      if (entry.asName > 0 || entry.inText >= LEAST_IN_TEXT) yield entry;
    }
  }

  #count(article: Article, by: 1 | -1): void {
    const headings = article.sections.flatMap((section) => section.headingPath.slice(-1));
    for (const stem of stemsOf([article.title, ...headings].join("\n"))) this.#entryOf(stem).asName += by;
    for (const stem of stemsOf(article.sections.map((section) => section.body).join("\n"))) {
      this.#entryOf(stem).inText += by;
    }
  }

  #entryOf(stem: string): Entry {
    const known = this.#entries.get(stem);
    if (known) return known;
    const entry = { stem, heard: asHeard(stem), inText: 0, asName: 0 };
    this.#entries.set(stem, entry);
    const bucket = this.#byLength.get(entry.heard.length);
    if (bucket) bucket.push(entry);
    else this.#byLength.set(entry.heard.length, [entry]);
    return entry;
  }
}

function stemsOf(text: string): string[] {
  const hangul = readWords(text).filter((word) => word.script === "hangul" && word.stem.length > 1);
  return hangul.map((word) => word.stem);
}

/** Letters, with vowels that sound alike as one. */
export function asHeard(stem: string): string {
  return toJamo(stem)
    .replaceAll("ㅔ", "ㅐ")
    .replaceAll("ㅖ", "ㅒ")
    .replace(/[ㅚㅞ]/g, "ㅙ");
}
