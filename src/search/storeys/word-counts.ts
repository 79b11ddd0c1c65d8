import { asHeard } from "../heard.ts";
import type { ArticleTerms } from "./field-terms.ts";

/** How often a word stands in texts, and in titles and headings. */
export interface CountedWord {
  readonly stem: string;
  readonly inText: number;
  readonly asName: number;
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
  readonly #numbers = new Map<string, number>();
  readonly #inText: number[] = [];
  readonly #asName: number[] = [];
  readonly #byHeard = new Map<string, string[]>();
  /** Stems that were never looked for as they are heard. */
  #unheard: string[] = [];

  /** `by`: 1, or -1 for what is gone. */
  countArticle({ inText, asName }: Pick<ArticleTerms, "inText" | "asName">, by: 1 | -1): void {
    for (const stem of inText) this.add(stem, by, 0);
    for (const stem of asName) this.add(stem, 0, by);
  }

  add(stem: string, inText: number, asName: number): void {
    const known = this.#numbers.get(stem);
    if (known === undefined) {
      this.#numbers.set(stem, this.#inText.length);
      this.#inText.push(inText);
      this.#asName.push(asName);
      this.#unheard.push(stem);
      return;
    }
    this.#inText[known] = (this.#inText[known] as number) + inText;
    this.#asName[known] = (this.#asName[known] as number) + asName;
  }

  heardAs(heard: string): CountedWord[] {
    for (const stem of this.#unheard) {
      const sounding = asHeard(stem);
      const known = this.#byHeard.get(sounding);
      if (known) known.push(stem);
      else this.#byHeard.set(sounding, [stem]);
    }
    this.#unheard = [];
    return (this.#byHeard.get(heard) ?? []).flatMap((stem) => this.#counted(stem) ?? []);
  }

  pack(): PackedWords {
    const counts = new Int32Array(this.#numbers.size * 2);
    for (let number = 0; number < this.#numbers.size; number++) {
      counts[number * 2] = this.#inText[number] as number;
      counts[number * 2 + 1] = this.#asName[number] as number;
    }
    return { stems: [...this.#numbers.keys()].join("\n"), counts };
  }

  addPacked(packed: PackedWords): void {
    for (const { stem, inText, asName } of wordsIn(packed)) this.add(stem, inText, asName);
  }

  *[Symbol.iterator](): Iterator<CountedWord> {
    for (const stem of this.#numbers.keys()) {
      const word = this.#counted(stem);
      if (word) yield word;
    }
  }

  /** A word that came to nothing is as if it had not been. */
  #counted(stem: string): CountedWord | null {
    const number = this.#numbers.get(stem) as number;
    const word = { stem, inText: this.#inText[number] as number, asName: this.#asName[number] as number };
    return word.inText === 0 && word.asName === 0 ? null : word;
  }
}

export function* wordsIn({ stems, counts }: PackedWords): Iterable<CountedWord> {
  if (counts.length === 0) return;
  for (const [number, stem] of stems.split("\n").entries()) {
    yield { stem, inText: counts[number * 2] as number, asName: counts[number * 2 + 1] as number };
  }
}
