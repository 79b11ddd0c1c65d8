import { NumberList } from "./number-list.ts";
import { ANY_FIELD, COUNTS_PER_TERM } from "./term-counts.ts";

// A term's postings: an entry of 16 bits for each field of each section that holds it, sections and fields ascending.
// The high bits say how far the section is from the one before (0: another field of the same one), then comes the
// field, then how often the term stands there. What does not fit follows: first the distance in two more, then the count.

export const FREQUENCY_BITS = 4;
export const FIELD_BITS = 2;
export const DISTANCE_SHIFT = FREQUENCY_BITS + FIELD_BITS;
export const FREQUENCY_MASK = (1 << FREQUENCY_BITS) - 1;
export const FIELD_MASK = (1 << FIELD_BITS) - 1;
/** In place of a distance: it follows. */
export const DISTANCE_FOLLOWS = (1 << (16 - DISTANCE_SHIFT)) - 1;
/** In place of a count: it follows. */
export const FREQUENCY_FOLLOWS = 0;

/** Writes the postings of one term after the other. */
export class PostingsWriter {
  #entries = new Uint16Array(1 << 12);
  #size = 0;
  #previous = -1;
  readonly #ends = new NumberList();
  readonly #counts = new NumberList();
  #ofTerm = new Uint32Array(COUNTS_PER_TERM);

  /** Sections ascending, and the fields of each. `frequency`: 1 or more. */
  add(section: number, field: number, frequency: number): void {
    const distance = section - this.#previous;
    const fits = distance < DISTANCE_FOLLOWS;
    const counts = frequency <= FREQUENCY_MASK;
    if (this.#size + 4 > this.#entries.length) this.#grow();
    this.#entries[this.#size++] =
      ((fits ? distance : DISTANCE_FOLLOWS) << DISTANCE_SHIFT) |
      (field << FREQUENCY_BITS) |
      (counts ? frequency : FREQUENCY_FOLLOWS);
    if (!fits) {
      this.#entries[this.#size++] = distance & 0xffff;
      this.#entries[this.#size++] = distance >>> 16;
    }
    if (!counts) this.#entries[this.#size++] = frequency;
    this.#previous = section;
    this.#ofTerm[field] = (this.#ofTerm[field] as number) + 1;
    if (distance > 0) this.#ofTerm[ANY_FIELD] = (this.#ofTerm[ANY_FIELD] as number) + 1;
  }

  /** The next postings are another term's. False where this one had none: it is as if it had not been. */
  endTerm(): boolean {
    this.#previous = -1;
    if (this.#ofTerm[ANY_FIELD] === 0) return false;
    this.#ends.add(this.#size);
    for (let count = 0; count < COUNTS_PER_TERM; count++) this.#counts.add(this.#ofTerm[count] as number);
    this.#ofTerm.fill(0);
    return true;
  }

  /** By term: where its postings begin, and in how many sections it stands (COUNTS_PER_TERM). */
  finish(): { readonly postings: Uint16Array; readonly starts: Uint32Array; readonly counts: Uint32Array } {
    return {
      postings: this.#entries.subarray(0, this.#size),
      starts: startsOf(this.#ends.all()),
      counts: this.#counts.all(),
    };
  }

  #grow(): void {
    const larger = new Uint16Array(this.#entries.length * 2);
    larger.set(this.#entries);
    this.#entries = larger;
  }
}

function startsOf(ends: Uint32Array): Uint32Array {
  const starts = new Uint32Array(ends.length + 1);
  starts.set(ends, 1);
  return starts;
}

/** Calls back for each posting between two places, in their order. */
export function readPostings(
  postings: Uint16Array,
  from: number,
  to: number,
  visit: (section: number, field: number, frequency: number) => void,
): void {
  let section = -1;
  for (let at = from; at < to; ) {
    const entry = postings[at++] as number;
    let distance = entry >>> DISTANCE_SHIFT;
    if (distance === DISTANCE_FOLLOWS) {
      distance = (postings[at] as number) + (postings[at + 1] as number) * 0x10000;
      at += 2;
    }
    section += distance;
    let frequency = entry & FREQUENCY_MASK;
    if (frequency === FREQUENCY_FOLLOWS) frequency = postings[at++] as number;
    visit(section, (entry >>> FREQUENCY_BITS) & FIELD_MASK, frequency);
  }
}
