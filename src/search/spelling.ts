import { toJamo } from "../text/hangul.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { readWords } from "../text/words.ts";
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

/** Reads the vocabulary at the first question that needs it, and again when the index has moved on. */
export function createSpeller(index: SectionIndex, lexicon: Lexicon): Speller {
  const names = new Set(lexicon.allForms());
  let revision = -1;
  let byLength = new Map<number, { jamo: string; stem: string; count: number }[]>();
  const known = new Map<string, string | null>();

  const refresh = () => {
    if (revision === index.revision()) return;
    revision = index.revision();
    known.clear();
    byLength = new Map();
    for (const [stem, count] of countStems(index, lexicon)) {
      const jamo = asHeard(stem);
      const bucket = byLength.get(jamo.length) ?? [];
      if (bucket.length === 0) byLength.set(jamo.length, bucket);
      bucket.push({ jamo, stem, count });
    }
  };

  return {
    correct(stem) {
      const jamo = asHeard(stem);
      if (jamo.length < SHORTEST_CORRECTED || jamo.length > LONGEST_CORRECTED) return null;
      const namesOnly = stem.length < SHORTEST_COMMON_WORD;
      refresh();
      const before = known.get(stem);
      if (before !== undefined) return before;
      let best: { stem: string; count: number } | null = null;
      for (const length of [jamo.length - 1, jamo.length, jamo.length + 1]) {
        for (const candidate of byLength.get(length) ?? []) {
          if (candidate.stem === stem || candidate.stem.length < 2) continue;
          if (namesOnly && !names.has(candidate.stem)) continue;
          if ((best === null || candidate.count > best.count) && isOneSlipAway(jamo, candidate.jamo)) best = candidate;
        }
      }
      if (known.size >= MOST_REMEMBERED) known.clear();
      known.set(stem, best?.stem ?? null);
      return best?.stem ?? null;
    },
  };
}

/** Where a stem stands: words of titles and headings are names, those of the text count once they recur. */
const LEAST_IN_TEXT = 3;

function countStems(index: SectionIndex, lexicon: Lexicon): Map<string, number> {
  const inText = new Map<string, number>();
  const names = new Set(lexicon.allForms());
  for (const article of index.articles()) {
    const headings = article.sections.flatMap((section) => section.headingPath.slice(-1));
    for (const stem of stemsOf([article.title, ...headings].join("\n"))) names.add(stem);
    for (const stem of stemsOf(article.sections.map((section) => section.body).join("\n"))) {
      inText.set(stem, (inText.get(stem) ?? 0) + 1);
    }
  }
  const counts = new Map<string, number>();
  for (const [stem, count] of inText) if (count >= LEAST_IN_TEXT) counts.set(stem, count);
  for (const name of names) counts.set(name, inText.get(name) ?? 0);
  return counts;
}

function stemsOf(text: string): string[] {
  const hangul = readWords(text).filter((word) => word.script === "hangul" && word.stem.length > 1);
  return hangul.map((word) => word.stem);
}

/** Letters, with vowels that sound alike as one. */
function asHeard(stem: string): string {
  return toJamo(stem)
    .replaceAll("ㅔ", "ㅐ")
    .replaceAll("ㅖ", "ㅒ")
    .replace(/[ㅚㅞ]/g, "ㅙ");
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
