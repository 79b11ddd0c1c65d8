import { COUNTS_PER_TERM } from "./term-counts.ts";

/** A term's number and its counts. */
const PACKED_SIZE = 1 + COUNTS_PER_TERM;
const SMALLEST = 64;
/** Places of the hash table for each term, at least. */
const SPARSITY = 2;
/** Knuth's multiplier, the golden ratio of 32 bits: numbers side by side come apart. */
const GOLDEN = 0x9e3779b1;

/** COUNTS_PER_TERM for each of a few terms, by the term's number: a hash table with open addresses. */
export class SparseCounts {
  /** By place: the term's number counted from 1; 0 where the place is free. */
  #terms = new Uint32Array(SMALLEST);
  #counts = new Uint32Array(SMALLEST * COUNTS_PER_TERM);
  #size = 0;

  add(term: number, count: number, by: number): void {
    if ((this.#size + 1) * SPARSITY > this.#terms.length) this.#grow();
    const place = this.#placeOf(term);
    if (this.#terms[place] === 0) {
      this.#terms[place] = term + 1;
      this.#size++;
    }
    const at = place * COUNTS_PER_TERM + count;
    this.#counts[at] = (this.#counts[at] as number) + by;
  }

  /** Where the term's counts begin in `counts`; -1 where it has none. */
  find(term: number): number {
    const place = this.#placeOf(term);
    return this.#terms[place] === 0 ? -1 : place * COUNTS_PER_TERM;
  }

  get counts(): Uint32Array {
    return this.#counts;
  }

  /** Each term's number with its counts behind it. */
  pack(): Uint32Array {
    const packed = new Uint32Array(this.#size * PACKED_SIZE);
    let at = 0;
    for (const [place, term] of this.#terms.entries()) {
      if (term === 0) continue;
      packed[at] = term - 1;
      packed.set(this.#counts.subarray(place * COUNTS_PER_TERM, (place + 1) * COUNTS_PER_TERM), at + 1);
      at += PACKED_SIZE;
    }
    return packed;
  }

  /** Adds what `pack` gave. */
  addPacked(packed: Uint32Array): void {
    for (let at = 0; at < packed.length; at += PACKED_SIZE) {
      for (let count = 0; count < COUNTS_PER_TERM; count++) {
        this.add(packed[at] as number, count, packed[at + 1 + count] as number);
      }
    }
  }

  #placeOf(term: number): number {
    const last = this.#terms.length - 1;
    let place = (Math.imul(term, GOLDEN) >>> 8) & last;
    while (this.#terms[place] !== 0 && this.#terms[place] !== term + 1) place = (place + 1) & last;
    return place;
  }

  #grow(): void {
    const packed = this.pack();
    this.#terms = new Uint32Array(this.#terms.length * 2);
    this.#counts = new Uint32Array(this.#terms.length * COUNTS_PER_TERM);
    this.#size = 0;
    this.addPacked(packed);
  }
}
