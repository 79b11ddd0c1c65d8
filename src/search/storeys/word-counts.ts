import { asHeard } from "../heard.ts";
import type { ArticleTerms } from "./field-terms.ts";

/** How often a word stands in texts, and in titles and headings. */
export interface WordCount {
  readonly inText: number;
  readonly asName: number;
}

export interface CountedWord extends WordCount {
  readonly stem: string;
}

/** Words side by side, as they are kept and handed to threads. */
export interface PackedWords {
  /** With a line break between. */
  readonly stems: string;
  /** For each stem how often it stands in texts, and how often as a name; below zero for what is gone. */
  readonly counts: Int32Array;
}

/** Words that can still change. */
export class WordCounts implements Iterable<CountedWord> {
  readonly #counts = new Map<string, WordCount>();
  readonly #byHeard = new Map<string, string[]>();
  /** Stems that were never looked for as they are heard. */
  #unheard: string[] = [];

  /** `by`: 1, or -1 for what is gone. */
  countArticle({ inText, asName }: Pick<ArticleTerms, "inText" | "asName">, by: 1 | -1): void {
    for (const stem of asName) this.add(stem, { inText: 0, asName: by });
    for (const stem of inText) this.add(stem, { inText: by, asName: 0 });
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

  pack(): PackedWords {
    const counts = new Int32Array(this.#counts.size * 2);
    let at = 0;
    for (const { inText, asName } of this.#counts.values()) {
      counts[at++] = inText;
      counts[at++] = asName;
    }
    return { stems: [...this.#counts.keys()].join("\n"), counts };
  }

  addPacked({ stems, counts }: PackedWords): void {
    if (counts.length === 0) return;
    for (const [number, stem] of stems.split("\n").entries()) {
      this.add(stem, { inText: counts[number * 2] as number, asName: counts[number * 2 + 1] as number });
    }
  }

  *[Symbol.iterator](): Iterator<CountedWord> {
    for (const [stem, count] of this.#counts) yield { stem, ...count };
  }
}
