import type { Arrays } from "./segment-image.ts";

/** Strings by number, side by side. */
export interface Strings {
  readonly count: number;
  /** UTF-16. */
  readonly units: Uint16Array;
  /** Where each one begins in the units, with one more for the end. */
  readonly starts: Uint32Array;
}

/** Different strings that are also found by what they are, in a hash table of their numbers. */
export interface StringTable extends Strings {
  at(number: number): string;
  /** -1 where it is not there. */
  find(text: string): number;
}

/** Places of a hash table for each entry, at least. */
const SPARSITY = 2;

/** The arrays of a table, their names beginning with `name`. */
export function packStrings(name: string, strings: readonly string[]): Arrays {
  return { ...packUnits(name, strings), [`${name}.slots`]: packSlots(Uint32Array.from(strings, hashOf)) };
}

/** The arrays of strings that are only read by number. */
export function packUnits(name: string, strings: readonly string[]): Arrays {
  const starts = new Uint32Array(strings.length + 1);
  for (const [number, text] of strings.entries()) starts[number + 1] = (starts[number] as number) + text.length;
  const units = new Uint16Array(starts[strings.length] as number);
  for (const [number, text] of strings.entries()) {
    const start = starts[number] as number;
    for (let i = 0; i < text.length; i++) units[start + i] = text.charCodeAt(i);
  }
  return { [`${name}.units`]: units, [`${name}.starts`]: starts };
}

/**
 * A hash table with open addresses: each entry's number, counted from 1, at the first free place from its hash on.
 * `room`: entries that there is room for.
 */
export function packSlots(hashes: Uint32Array, room = hashes.length): Uint32Array {
  let count = 2;
  while (count < room * SPARSITY) count *= 2;
  const slots = new Uint32Array(count);
  for (const [number, hash] of hashes.entries()) {
    let slot = hash & (count - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (count - 1);
    slots[slot] = number + 1;
  }
  return slots;
}

/** Reads a table where it lies. */
export function stringTable(units: Uint16Array, starts: Uint32Array, slots: Uint32Array): StringTable {
  const equals = (number: number, text: string) => {
    const start = starts[number] as number;
    if ((starts[number + 1] as number) - start !== text.length) return false;
    for (let i = 0; i < text.length; i++) if (units[start + i] !== text.charCodeAt(i)) return false;
    return true;
  };
  return {
    count: starts.length - 1,
    units,
    starts,
    at: (number) => stringAt(units, starts, number),
    find(text) {
      for (let slot = hashOf(text) & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
        const number = (slots[slot] as number) - 1;
        if (number < 0 || equals(number, text)) return number;
      }
    },
  };
}

/** Arguments that a call can take. */
const MOST_AT_ONCE = 1024;

export function stringAt(units: Uint16Array, starts: Uint32Array, number: number): string {
  const end = starts[number + 1] as number;
  let text = "";
  for (let at = starts[number] as number; at < end; at += MOST_AT_ONCE) {
    text += String.fromCharCode(...units.subarray(at, Math.min(end, at + MOST_AT_ONCE)));
  }
  return text;
}

const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over UTF-16 (Fowler, Noll, Vo), its low bits mixed as in MurmurHash3 (Appleby). */
export function hashOf(text: string): number {
  let hash = FNV_BASIS;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return mixed(hash);
}

/** The same of units that lie between two places. */
export function hashOfUnits(units: Uint16Array, from: number, to: number): number {
  let hash = FNV_BASIS;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (units[at] as number), FNV_PRIME);
  return mixed(hash);
}

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (once ^ (once >>> 13)) >>> 0;
}
