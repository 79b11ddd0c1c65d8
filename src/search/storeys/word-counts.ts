import type { Article } from "../../documents/article.ts";
import { readWords } from "../../text/words.ts";
import { asHeard } from "../heard.ts";

/** How often a word stands in texts, and in titles and headings. */
export interface WordCount {
  readonly inText: number;
  readonly asName: number;
}

export interface CountedWord extends WordCount {
  readonly stem: string;
}

/** Words that can still change. */
export class WordCounts implements Iterable<CountedWord> {
  readonly #counts = new Map<string, WordCount>();
  readonly #byHeard = new Map<string, string[]>();
  /** Stems that were never looked for as they are heard. */
  #unheard: string[] = [];

  /** `by`: 1, or -1 for what is gone. */
  countArticle({ title, sections }: Article, by: 1 | -1): void {
    const headings = sections.flatMap((section) => section.headingPath.slice(-1));
    for (const stem of stemsOf([title, ...headings].join("\n"))) this.add(stem, { inText: 0, asName: by });
    for (const stem of stemsOf(sections.map((section) => section.body).join("\n"))) {
      this.add(stem, { inText: by, asName: 0 });
    }
  }

  /** A word that comes to nothing is as if it had not been. */
  add(stem: string, { inText, asName }: WordCount): void {
    const known = this.#counts.get(stem);
    const count = { inText: inText + (known?.inText ?? 0), asName: asName + (known?.asName ?? 0) };
    if (count.inText === 0 && count.asName === 0) this.#counts.delete(stem);
    else this.#counts.set(stem, count);
    if (!known) this.#unheard.push(stem);
  }

  heardAs(heard: string): CountedWord[] {
    for (const stem of this.#unheard) {
      const sounding = this.#byHeard.get(asHeard(stem));
      if (!sounding) this.#byHeard.set(asHeard(stem), [stem]);
      else if (!sounding.includes(stem)) sounding.push(stem);
    }
    this.#unheard = [];
    return (this.#byHeard.get(heard) ?? []).flatMap((stem) => {
      const count = this.#counts.get(stem);
      return count ? [{ stem, ...count }] : [];
    });
  }

  *[Symbol.iterator](): Iterator<CountedWord> {
    for (const [stem, count] of this.#counts) yield { stem, ...count };
  }
}

function stemsOf(text: string): string[] {
  const hangul = readWords(text).filter((word) => word.script === "hangul" && word.stem.length > 1);
  return hangul.map((word) => word.stem);
}
