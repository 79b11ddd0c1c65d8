import type { AskedFor } from "../asked/asked-for.ts";
import type { Candidate } from "../sentences/rank-sentences.ts";

/** Items beyond these are left to the reader's own look: an answer stays one message on a phone. */
const MOST_ITEMS = 8;
const MOST_CHARACTERS = 480;
/** A longer item is a paragraph with a mark before it. Characters. */
const LONGEST_ITEM = 100;

const ASKS_FOR_ALL =
  /전부|(?<![가-힣])(?:싹\s)?다\s?(?:알려|보여|말해|가르쳐|적어|써)|모두(?!\s?(?:몇|얼마))|빠짐없이|하나하나|각각|(?<!몇\s?)종류(?:는|가|를|별|\s|[?？]|$)|(?:무엇|뭐|어떤 것|어떤 게|어떤 것들)[이가]?\s?(?:있|포함|들어)|나열|\blist (?:all|every|the)\b|\bwhat are (?:the|all)\b|\ball (?:of )?the\b|\bevery\b/iu;

export function asksForAll(question: string, askedFor: AskedFor): boolean {
  return askedFor === "list" || (askedFor !== "how-many" && askedFor !== "how-much" && ASKS_FOR_ALL.test(question));
}

/**
 * The items of the list that a sentence belongs to, in reading order and after what announces it: as many as fit, that
 * sentence among them. Null where it belongs to none, or its items are long.
 */
export function wholeList(best: Candidate, candidates: readonly Candidate[]): Candidate[] | null {
  const { inList, hit, footnote } = best;
  if (inList === null || footnote !== null) return null;
  const inSection = new Map(
    candidates
      .filter((candidate) => candidate.hit.section === hit.section && candidate.footnote === null)
      .map((candidate) => [candidate.place, candidate]),
  );
  const items = inList.list.items.map((places) => places.flatMap((place) => inSection.get(place) ?? []));
  const lengths = items.map((item) => item.reduce((sum, { text }) => sum + text.length, 0));
  if (lengths.some((length) => length > LONGEST_ITEM)) return null;
  const from = firstShown(lengths, inList.item ?? 0);
  const shown = items.slice(from, from + fitting(lengths.slice(from)));
  return [...(inList.item === null ? [best] : []), ...shown.flat()];
}

/** The first item where it and the wanted one fit together, else the wanted one. */
function firstShown(lengths: readonly number[], wanted: number): number {
  return wanted < fitting(lengths) ? 0 : wanted;
}

/** How many of the first ones fit. */
function fitting(lengths: readonly number[]): number {
  let sum = 0;
  const end = lengths.findIndex((length, at) => {
    sum += length;
    return at === MOST_ITEMS || sum > MOST_CHARACTERS;
  });
  return end === -1 ? lengths.length : end;
}
