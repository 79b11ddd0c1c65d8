import type { StartReport } from "../flows/refresh-index.ts";
import type { Ports } from "../ports/ports.ts";
import { parseWordLists } from "../text/lexicon.ts";

/** A list with commas for tabs has a mistake on every line. */
const MOST_WARNINGS = 20;

/** The operator's word lists, as they are written and as they are read, and what is wrong with them. */
export async function readLexicon(ports: Pick<Ports, "readWordLists">) {
  const words = await ports.readWordLists();
  const { lexicon, warnings } = parseWordLists(words);
  const more = warnings.length - MOST_WARNINGS;
  const rest = more > 0 ? [`The word lists have ${more} more such mistakes.`] : [];
  return { words, lexicon, warnings: [...warnings.slice(0, MOST_WARNINGS), ...rest] };
}

/** How the articles of an installation are named: by their origin and their path in it. */
export function idWithin(originName: string): (path: string) => string {
  return (path) => `${originName}/${path}`;
}

/** What an operator may want to know of the index that was kept. */
export function refusedLines({ refused }: StartReport): string[] {
  return refused === null ? [] : [`The index was built again: what was kept of it was not used because ${refused}.`];
}

/** What an operator should know of it. */
export function notKeptLines({ notKept }: StartReport): string[] {
  return notKept === null
    ? []
    : [`The index could not be kept; the next start builds it again: ${notKept.replace(/\.$/, "")}.`];
}
