import { BM25, FIELD_WEIGHTS, FIELDS } from "../index-options.ts";
import { COUNTS_PER_TERM, type Extent } from "./term-counts.ts";

/** What almost every frequency and length lies below: only these are looked up. Powers of two. */
const FREQUENCY_BITS = 3;
const LENGTH_BITS = 9;
const FREQUENCIES = 1 << FREQUENCY_BITS;
const LENGTHS = 1 << LENGTH_BITS;

/**
 * How much a term counts by how often it stands in a field, and by the field's length beside the mean of all sections:
 * Okapi BM25+ (Lv and Zhai, 2011) as MiniSearch has it. The mean moves with every article, so the table is made again.
 */
export class Saturation {
  readonly #table = new Float64Array(FIELDS.length * FREQUENCIES * LENGTHS);
  #means: readonly number[] = [];

  follow({ sections, lengths }: Extent): void {
    const means = lengths.map((length) => length / sections || 1);
    if (means.every((mean, field) => mean === this.#means[field])) return;
    this.#means = means;
    for (let field = 0; field < FIELDS.length; field++) {
      for (let frequency = 1; frequency < FREQUENCIES; frequency++) {
        const from = placeOf(field, frequency, 0);
        for (let length = 0; length < LENGTHS; length++) {
          this.#table[from + length] = this.#compute(field, frequency, length);
        }
      }
    }
  }

  of(field: number, frequency: number, length: number): number {
    return frequency < FREQUENCIES && length < LENGTHS
      ? (this.#table[placeOf(field, frequency, length)] as number)
      : this.#compute(field, frequency, length);
  }

  #compute(field: number, frequency: number, length: number): number {
    const { k, b, d } = BM25;
    return d + (frequency * (k + 1)) / (frequency + k * (1 - b + (b * length) / (this.#means[field] as number)));
  }
}

function placeOf(field: number, frequency: number, length: number): number {
  return (((field << FREQUENCY_BITS) | frequency) << LENGTH_BITS) | length;
}

/** What every storey scores one question with. */
export interface Scoring {
  /** For each term one of each field: what its saturation is multiplied by. */
  readonly weights: Float64Array;
  readonly saturation: Saturation;
}

/** `counts`: of all storeys together, in the order of the boosts. */
export function weighTerms(boosts: readonly number[], counts: Uint32Array, { sections }: Extent): Float64Array {
  const fieldWeights = FIELDS.map((field) => FIELD_WEIGHTS[field]);
  const weights = new Float64Array(boosts.length * FIELDS.length);
  for (const [term, boost] of boosts.entries()) {
    for (const [field, weight] of fieldWeights.entries()) {
      const count = counts[term * COUNTS_PER_TERM + field] as number;
      weights[term * FIELDS.length + field] = boost * weight * inverseFrequency(count, sections);
    }
  }
  return weights;
}

/** The idf of Robertson and Sparck Jones as in BM25. */
export function inverseFrequency(count: number, sections: number): number {
  return Math.log(1 + (sections - count + 0.5) / (count + 0.5));
}

/**
 * MiniSearch multiplies a score by the number of matched terms; for Korean pairs of syllables its root serves better.
 * Rounded, so that the last bits of a sum decide nothing.
 */
export function finalScore(sum: number, matchedTerms: number): number {
  return Math.fround((sum * matchedTerms) / Math.sqrt(matchedTerms));
}
