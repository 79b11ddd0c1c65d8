import { setImmediate } from "node:timers/promises";
import type { Clock } from "../../../src/ports/runtime.ts";

interface Sleeper {
  readonly atMs: number;
  readonly order: number;
  readonly wake: () => void;
}

/** A clock that jumps to what happens next, once nothing happens any more at the time that it shows. */
export interface EventClock extends Clock {
  /** Lets time pass until `isOver`. Throws where nothing is left that could happen. */
  run(isOver: () => boolean): Promise<void>;
}

export function eventClock(startMs: number): EventClock {
  let nowMs = startMs;
  let order = 0;
  const sleepers: Sleeper[] = [];
  return {
    now: () => nowMs,
    sleep: (delayMs) =>
      new Promise((wake) => {
        push(sleepers, { atMs: nowMs + Math.max(0, Math.ceil(delayMs)), order: order++, wake });
      }),
    every: () => async () => {},
    async run(isOver) {
      for (;;) {
        // All that was promised by now is done before this returns.
        await setImmediate();
        if (isOver()) return;
        const next = sleepers[0];
        if (next === undefined) throw new Error("Nothing is left that could happen.");
        nowMs = next.atMs;
        while (sleepers[0]?.atMs === nowMs) pop(sleepers)?.wake();
      }
    },
  };
}

// A binary heap: the soonest first, and of those the one that came first.

const isSooner = (a: Sleeper, b: Sleeper) => a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);

function push(heap: Sleeper[], added: Sleeper): void {
  let at = heap.push(added) - 1;
  while (at > 0) {
    const parentAt = (at - 1) >> 1;
    const parent = heap[parentAt];
    if (parent === undefined || !isSooner(added, parent)) break;
    heap[at] = parent;
    at = parentAt;
  }
  heap[at] = added;
}

function pop(heap: Sleeper[]): Sleeper | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (last === undefined || last === first) return first;
  let at = 0;
  for (;;) {
    const childAt = soonerChild(heap, at);
    const child = heap[childAt];
    if (child === undefined || !isSooner(child, last)) break;
    heap[at] = child;
    at = childAt;
  }
  heap[at] = last;
  return first;
}

function soonerChild(heap: readonly Sleeper[], at: number): number {
  const left = heap[2 * at + 1];
  const right = heap[2 * at + 2];
  return left && right && isSooner(right, left) ? 2 * at + 2 : 2 * at + 1;
}
