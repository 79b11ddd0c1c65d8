/** Numbers of 32 bits that are added one by one, in one block: a list of as many would be garbage for long. */
export class NumberList {
  #numbers = new Uint32Array(1 << 10);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(number: number): void {
    if (this.#size === this.#numbers.length) {
      const larger = new Uint32Array(this.#size * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#size++] = number;
  }

  at(place: number): number {
    return this.#numbers[place] as number;
  }

  addTo(place: number, by: number): void {
    this.#numbers[place] = (this.#numbers[place] as number) + by;
  }

  /** What is there now, not a copy. */
  all(): Uint32Array {
    return this.#numbers.subarray(0, this.#size);
  }
}

/**
 * Places by what stands there, of keys below `keys`, the places of one key ascending: those of key k lie in `places`
 * from starts[k] up to starts[k + 1]. A counting sort.
 */
export function placesByKey(
  keyOf: Uint32Array,
  keys: number,
): { readonly starts: Uint32Array; readonly places: Uint32Array } {
  const starts = new Uint32Array(keys + 1);
  for (let place = 0; place < keyOf.length; place++) {
    const after = (keyOf[place] as number) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let key = 0; key < keys; key++) starts[key + 1] = (starts[key + 1] as number) + (starts[key] as number);
  const next = starts.slice();
  const places = new Uint32Array(keyOf.length);
  for (let place = 0; place < keyOf.length; place++) {
    const key = keyOf[place] as number;
    places[next[key] as number] = place;
    next[key] = (next[key] as number) + 1;
  }
  return { starts, places };
}
