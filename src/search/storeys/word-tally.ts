import { asHeard } from "../heard.ts";
import type { ArticleTerms } from "./field-terms.ts";
import { NumberList } from "./number-list.ts";
import type { Arrays } from "./segment-image.ts";
import { StringPool } from "./string-pool.ts";
import { hashOf } from "./string-table.ts";
import { type PackedWords, wordsIn } from "./word-counts.ts";
import { packWordNumbers, type WordTable } from "./word-table.ts";

/** Counts the words of a segment that is being packed. */
export class WordTally {
  readonly #pool = new StringPool();
  readonly #hashes = new NumberList();
  readonly #inText = new NumberList();
  readonly #asName = new NumberList();

  addArticle({ inText, asName }: ArticleTerms): void {
    for (const stem of inText) this.#inText.addTo(this.#numberOf(stem), 1);
    for (const stem of asName) this.#asName.addTo(this.#numberOf(stem), 1);
  }

  addTable({ stems, hashes, inText, asName }: WordTable): void {
    for (const [word, number] of this.#pool.addAll(stems).entries()) {
      this.#room(number, () => hashes[word] as number);
      this.#inText.addTo(number, inText[word] as number);
      this.#asName.addTo(number, asName[word] as number);
    }
  }

  addPacked(packed: PackedWords): void {
    for (const { stem, inText, asName } of wordsIn(packed)) {
      const number = this.#numberOf(stem);
      this.#inText.addTo(number, inText);
      this.#asName.addTo(number, asName);
    }
  }

  /** The arrays of a word table. Words that came to nothing are left out. */
  pack(name: string): Arrays {
    const left = Uint32Array.from({ length: this.#pool.count }, (_, number) => number).filter(
      (number) => this.#inText.at(number) > 0 || this.#asName.at(number) > 0,
    );
    return {
      ...this.#pool.pack(name, left),
      // In place of the pool's slots: these words are found by how they are heard.
      ...packWordNumbers(name, {
        hashes: left.map((number) => this.#hashes.at(number)),
        inText: left.map((number) => this.#inText.at(number)),
        asName: left.map((number) => this.#asName.at(number)),
      }),
    };
  }

  #numberOf(stem: string): number {
    const number = this.#pool.add(stem);
    this.#room(number, () => hashOf(asHeard(stem)));
    return number;
  }

  /** For a word that comes for the first time. */
  #room(number: number, hash: () => number): void {
    if (number < this.#hashes.size) return;
    this.#hashes.add(hash());
    this.#inText.add(0);
    this.#asName.add(0);
  }
}
