import type { Lexicon } from "../text/lexicon.ts";
import type { SectionIndex } from "./section-index.ts";
import { asHeard, type Entry, Vocabulary } from "./vocabulary.ts";

/** Words that the documents hold, to find the one that was meant. */
export interface Speller {
  /** The word one slip away (a letter wrong, missing, doubled or swapped) that stands in most places; null if none. */
  correct(stem: string): string | null;
}

/** Shorter words have too many neighbours. Letters. */
const SHORTEST_CORRECTED = 5;
/** Corrections kept in memory. */
const MOST_REMEMBERED = 1000;
const LONGEST_CORRECTED = 40;
/** Words of two syllables are taken for names of the lexicon only. */
const SHORTEST_COMMON_WORD = 3;

/** Reads the vocabulary at the first question that needs it, and what has changed since at later ones. */
export function createSpeller(index: SectionIndex, lexicon: Lexicon): Speller {
  const names = new Set(lexicon.allForms());
  const vocabulary = new Vocabulary([...names]);
  let revision = -1;
  const known = new Map<string, string | null>();

  const refresh = () => {
    if (revision === index.revision()) return;
    revision = index.revision();
    known.clear();
    vocabulary.update(index.articles());
  };

  return {
    correct(stem) {
      const heard = asHeard(stem);
      if (heard.length < SHORTEST_CORRECTED || heard.length > LONGEST_CORRECTED) return null;
      const namesOnly = stem.length < SHORTEST_COMMON_WORD;
      refresh();
      const before = known.get(stem);
      if (before !== undefined) return before;
      let best: Entry | null = null;
      for (const length of [heard.length - 1, heard.length, heard.length + 1]) {
        for (const entry of vocabulary.ofLength(length)) {
          if (entry.stem === stem || entry.stem.length < 2) continue;
          if (namesOnly && !names.has(entry.stem)) continue;
          if ((best === null || entry.inText > best.inText) && isOneSlipAway(heard, entry.heard)) best = entry;
        }
      }
      if (known.size >= MOST_REMEMBERED) known.clear();
      known.set(stem, best?.stem ?? null);
      return best?.stem ?? null;
    },
  };
}

/** Damerau-Levenshtein distance of at most one. */
export function isOneSlipAway(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const left = a.slice(start, endA);
  const right = b.slice(start, endB);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
