import { NumberList } from "./number-list.ts";
import type { Arrays } from "./segment-image.ts";
import { hashOfUnits, packSlots, type Strings } from "./string-table.ts";

/** Strings of several tables as one: each gets a number when it first comes. They stay units of UTF-16 throughout. */
export class StringPool {
  #units = new Uint16Array(1 << 14);
  #used = 0;
  #scratch = new Uint16Array(64);
  readonly #ends = new NumberList();
  readonly #hashes = new NumberList();
  #slots = packSlots(new Uint32Array(0), 1 << 11);
  /** Strings that the slots have room for. */
  #room = 1 << 11;

  get count(): number {
    return this.#ends.size;
  }

  add(text: string): number {
    if (text.length > this.#scratch.length) this.#scratch = new Uint16Array(text.length * 2);
    for (let at = 0; at < text.length; at++) this.#scratch[at] = text.charCodeAt(at);
    return this.#add(this.#scratch, 0, text.length);
  }

  /** The number here of each of a table's strings. */
  addAll({ count, units, starts }: Strings): Uint32Array {
    const numbers = new Uint32Array(count);
    for (let number = 0; number < count; number++) {
      numbers[number] = this.#add(units, starts[number] as number, starts[number + 1] as number);
    }
    return numbers;
  }

  /** The arrays of a table of them, their names beginning with `name`. */
  packAll(name: string): Arrays {
    return this.pack(
      name,
      Uint32Array.from({ length: this.count }, (_, number) => number),
    );
  }

  /** Of some of them. `kept`: their numbers. */
  pack(name: string, kept: Uint32Array): Arrays {
    const starts = new Uint32Array(kept.length + 1);
    for (const [place, number] of kept.entries()) {
      starts[place + 1] = (starts[place] as number) + this.#ends.at(number) - this.#startOf(number);
    }
    const units = new Uint16Array(starts[kept.length] as number);
    const hashes = new Uint32Array(kept.length);
    for (const [place, number] of kept.entries()) {
      units.set(this.#units.subarray(this.#startOf(number), this.#ends.at(number)), starts[place]);
      hashes[place] = this.#hashes.at(number);
    }
    return { [`${name}.units`]: units, [`${name}.starts`]: starts, [`${name}.slots`]: packSlots(hashes) };
  }

  #add(units: Uint16Array, from: number, to: number): number {
    if (this.count === this.#room) {
      this.#room *= 2;
      this.#slots = packSlots(this.#hashes.all(), this.#room);
    }
    const hash = hashOfUnits(units, from, to);
    const last = this.#slots.length - 1;
    let slot = hash & last;
    for (; this.#slots[slot] !== 0; slot = (slot + 1) & last) {
      const number = (this.#slots[slot] as number) - 1;
      if (this.#hashes.at(number) === hash && this.#equals(number, units, from, to)) return number;
    }
    const number = this.count;
    this.#slots[slot] = number + 1;
    this.#hashes.add(hash);
    const end = this.#used + to - from;
    if (end > this.#units.length) this.#grow(end);
    for (let at = from; at < to; at++) this.#units[this.#used++] = units[at] as number;
    this.#ends.add(end);
    return number;
  }

  #startOf(number: number): number {
    return number === 0 ? 0 : this.#ends.at(number - 1);
  }

  #equals(number: number, units: Uint16Array, from: number, to: number): boolean {
    const start = this.#startOf(number);
    if (this.#ends.at(number) - start !== to - from) return false;
    for (let at = from; at < to; at++) if (units[at] !== this.#units[start + at - from]) return false;
    return true;
  }

  #grow(least: number): void {
    const larger = new Uint16Array(Math.max(least, this.#units.length * 2));
    larger.set(this.#units);
    this.#units = larger;
  }
}
