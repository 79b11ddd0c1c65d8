/**
 * How often each term stands in a text, and in which of its sentences. Nearly all terms are pairs of syllables: those are
 * kept as numbers in a hash table with linear probing, without a string for each.
 */
export class TermTable {
  /** Of all terms that were counted. */
  readonly length: number;
  /** By place, three cells each: a pair, how often it was counted, and its latest holding or NONE. */
  readonly #pairs: Int32Array;
  /** Of the hash, the bits that are no place. */
  readonly #shift: number;
  readonly #others = new Map<string, { count: number; latest: number }>();
  /** A holding is a sentence that holds a term, and the holding before it of that term. */
  readonly #sentences = [NO_SENTENCE];
  readonly #before = [NONE];

  /**
   * `sentences`: for each of `terms` the sentence that it stands in, or NO_SENTENCE; ascending, as those of `marked`,
   * which are not counted.
   */
  constructor(terms: readonly string[], sentences: readonly number[], marked: readonly MarkedTerm[]) {
    this.length = terms.length;
    const size = sizeFor(terms.length + marked.length);
    this.#shift = Math.clz32(size) + 1;
    this.#pairs = new Int32Array(size * CELLS);
    for (let i = 0; i < terms.length; i++) this.#add(terms[i] ?? "", 1, sentences[i] ?? NO_SENTENCE);
    for (const { term, sentence } of marked) this.#add(term, 0, sentence);
  }

  countOf(term: string): number {
    if (term.length === 2) return this.#pairs[this.#placeOf(pairOf(term)) + COUNT] ?? 0;
    return this.#others.get(term)?.count ?? 0;
  }

  /** The sentences that hold it, each once, the last first. */
  sentencesOf(term: string): number[] {
    const sentences: number[] = [];
    for (let at = this.#latestOf(term); at !== NONE; at = this.#before[at] ?? NONE) {
      sentences.push(this.#sentences[at] ?? 0);
    }
    return sentences;
  }

  /** A bit for each of the first `count` sentences that holds it; the last bit stands for all further ones. */
  maskOf(term: string, count: number): number {
    let mask = 0;
    for (let at = this.#latestOf(term); at !== NONE; at = this.#before[at] ?? NONE) {
      const sentence = this.#sentences[at] ?? 0;
      if (sentence < count) mask |= 1 << Math.min(sentence, LAST_BIT);
    }
    return mask;
  }

  #latestOf(term: string): number {
    if (term.length === 2) return this.#pairs[this.#placeOf(pairOf(term)) + LATEST] ?? NONE;
    return this.#others.get(term)?.latest ?? NONE;
  }

  #add(term: string, count: number, sentence: number): void {
    if (term.length === 2) {
      const pair = pairOf(term);
      const place = this.#placeOf(pair);
      this.#pairs[place] = pair;
      this.#pairs[place + COUNT] = (this.#pairs[place + COUNT] ?? 0) + count;
      this.#pairs[place + LATEST] = this.#hold(sentence, this.#pairs[place + LATEST] ?? NONE);
      return;
    }
    const known = this.#others.get(term);
    if (known === undefined) {
      this.#others.set(term, { count, latest: this.#hold(sentence, NONE) });
      return;
    }
    known.count += count;
    known.latest = this.#hold(sentence, known.latest);
  }

  /** The latest holding of a term, of which `latest` was it before. */
  #hold(sentence: number, latest: number): number {
    if (sentence === NO_SENTENCE || this.#sentences[latest] === sentence) return latest;
    this.#before.push(latest);
    return this.#sentences.push(sentence) - 1;
  }

  /** The first cell of a pair, or of where it would stand. */
  #placeOf(pair: number): number {
    const pairs = this.#pairs;
    let place = (Math.imul(pair, GOLDEN_RATIO) >>> this.#shift) * CELLS;
    while (pairs[place] !== pair && pairs[place] !== NO_PAIR) {
      place += CELLS;
      if (place === pairs.length) place = 0;
    }
    return place;
  }
}

/** A term that a sentence holds as it is read by itself. */
export interface MarkedTerm {
  readonly term: string;
  readonly sentence: number;
}

export const NO_SENTENCE = -1;
/** No holding: the first of the list is none. */
const NONE = 0;
/** Of masks. */
const LAST_BIT = 29;
/** Of a place in the table. */
const CELLS = 3;
const COUNT = 1;
const LATEST = 2;
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
