/**
 * How often each term stands in a text, and in which sentences. Nearly all terms are pairs of syllables: those are kept
 * as numbers in a hash table with linear probing, without a string for each.
 */
export class TermTable {
  /** Of all terms that were counted. */
  readonly length: number;
  readonly #pairs: Int32Array;
  readonly #pairCounts: Uint32Array;
  readonly #pairSentences: Int32Array;
  /** Of the hash, the bits that are no place. */
  readonly #shift: number;
  readonly #others = new Map<string, { count: number; sentences: number }>();

  /** `sentences`: for each of `terms` the mask of sentences that it is counted in; `marked` are not counted. */
  constructor(terms: readonly string[], sentences: readonly number[], marked: readonly MarkedTerm[]) {
    this.length = terms.length;
    const size = sizeFor(terms.length + marked.length);
    this.#shift = Math.clz32(size) + 1;
    this.#pairs = new Int32Array(size);
    this.#pairCounts = new Uint32Array(size);
    this.#pairSentences = new Int32Array(size);
    for (let i = 0; i < terms.length; i++) this.#add(terms[i] ?? "", 1, sentences[i] ?? 0);
    for (const { term, sentences: held } of marked) this.#add(term, 0, held);
  }

  countOf(term: string): number {
    if (term.length === 2) return this.#pairCounts[this.#placeOf(pairOf(term))] ?? 0;
    return this.#others.get(term)?.count ?? 0;
  }

  /** A bit for each sentence that holds it. */
  sentencesOf(term: string): number {
    if (term.length === 2) return this.#pairSentences[this.#placeOf(pairOf(term))] ?? 0;
    return this.#others.get(term)?.sentences ?? 0;
  }

  #add(term: string, count: number, sentences: number): void {
    if (term.length === 2) {
      const pair = pairOf(term);
      const place = this.#placeOf(pair);
      this.#pairs[place] = pair;
      this.#pairCounts[place] = (this.#pairCounts[place] ?? 0) + count;
      this.#pairSentences[place] = (this.#pairSentences[place] ?? 0) | sentences;
      return;
    }
    const known = this.#others.get(term);
    if (known === undefined) {
      this.#others.set(term, { count, sentences });
      return;
    }
    known.count += count;
    known.sentences |= sentences;
  }

  /** Where a pair stands, or where it would. */
  #placeOf(pair: number): number {
    const pairs = this.#pairs;
    const last = pairs.length - 1;
    let place = Math.imul(pair, GOLDEN_RATIO) >>> this.#shift;
    while (pairs[place] !== pair && pairs[place] !== NO_PAIR) place = (place + 1) & last;
    return place;
  }
}

/** A term that sentences hold as they are read by themselves. */
export interface MarkedTerm {
  readonly term: string;
  readonly sentences: number;
}

/** Two NULs are no term. */
const NO_PAIR = 0;
/** 2^32 divided by it; Knuth, The Art of Computer Programming, 6.4, multiplicative hashing. */
const GOLDEN_RATIO = 0x9e3779b1;

function pairOf(term: string): number {
  return (term.charCodeAt(0) << 16) | term.charCodeAt(1);
}

/** A power of two of which a third or more stays free. */
function sizeFor(terms: number): number {
  let size = 8;
  while (size * 2 < terms * 3) size *= 2;
  return size;
}
