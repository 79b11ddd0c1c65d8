import type { Lexicon } from "../text/lexicon.ts";
import { asHeard, oneSlipAway } from "./heard.ts";
import type { SectionIndex } from "./section-index.ts";

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
/** A word of titles and headings is a name; one of the text counts once it recurs. */
const LEAST_IN_TEXT = 3;

/** Looks up in the index whatever a word may have been. */
export function createSpeller(index: SectionIndex, lexicon: Lexicon): Speller {
  const names = new Set(lexicon.allForms());
  const namesByHeard = Map.groupBy(names, asHeard);
  let revision = -1;
  const known = new Map<string, string | null>();

  /** Of words that are heard so, those that documents are known for, names first. */
  const candidates = (heard: string) => {
    const inText = new Map((namesByHeard.get(heard) ?? []).map((name) => [name, 0]));
    for (const { stem, inText: often, asName } of index.heardAs(heard)) {
      if (names.has(stem) || asName > 0 || often >= LEAST_IN_TEXT) inText.set(stem, often);
    }
    return inText;
  };
  const look = (stem: string): string | null => {
    let best: { readonly stem: string; readonly inText: number } | null = null;
    for (const heard of oneSlipAway(asHeard(stem))) {
      for (const [candidate, inText] of candidates(heard)) {
        if (candidate === stem || candidate.length < 2) continue;
        if (stem.length < SHORTEST_COMMON_WORD && !names.has(candidate)) continue;
        if (best === null || isBetter({ stem: candidate, inText }, best)) best = { stem: candidate, inText };
      }
    }
    return best?.stem ?? null;
  };
  /** Which of two stands first must not depend on the order in which articles came. */
  const isBetter = (one: { stem: string; inText: number }, other: { stem: string; inText: number }) => {
    if (one.inText !== other.inText) return one.inText > other.inText;
    const lengths = asHeard(one.stem).length - asHeard(other.stem).length;
    if (lengths !== 0) return lengths < 0;
    return names.has(one.stem) === names.has(other.stem) ? one.stem < other.stem : names.has(one.stem);
  };
  return {
    correct(stem) {
      const { length } = asHeard(stem);
      if (length < SHORTEST_CORRECTED || length > LONGEST_CORRECTED) return null;
      if (revision !== index.revision()) known.clear();
      revision = index.revision();
      const before = known.get(stem);
      if (before !== undefined) return before;
      if (known.size >= MOST_REMEMBERED) known.clear();
      const meant = look(stem);
      known.set(stem, meant);
      return meant;
    },
  };
}
