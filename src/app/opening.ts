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

/**
 * What an operator should know where the database is new: an index that was kept for another one tells that there was
 * one, which is lost, or not the one that the settings name.
 */
export function lostStoreLines(isNew: boolean, others: readonly string[]): string[] {
  if (!isNew || others.length === 0) return [];
  return [
    `The database is new and empty, but an index of another one was kept: ${others.join(", ")}. Where articles, sources and subscriptions are missed, stop the bot, put that database back where the settings name it (DATA_DIR or DATABASE_URL), and start again. Else remove that folder.`,
  ];
}

/** What an operator should know of it. */
export function notKeptLines({ notKept }: StartReport): string[] {
  return notKept === null
    ? []
    : [`The index could not be kept; the next start builds it again: ${notKept.replace(/\.$/, "")}.`];
}
