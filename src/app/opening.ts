import type { StartReport } from "../flows/refresh-index.ts";
import type { Ports } from "../ports/ports.ts";
import { parseLexicon } from "../text/lexicon.ts";

/** The operator's word lists, and what is wrong with them. */
export async function readLexicon(ports: Ports) {
  return parseLexicon(await ports.readAliases(), await ports.readSynonyms());
}

/** How the articles of an installation are named: by their origin and their path in it. */
export function idWithin(originName: string): (path: string) => string {
  return (path) => `${originName}/${path}`;
}

/** What an operator may want to know of the index's snapshot. */
export function refusedLines({ snapshotRefused }: StartReport): string[] {
  return snapshotRefused === null
    ? []
    : [`The index was built again: its snapshot was not used because ${snapshotRefused}.`];
}

/** What an operator should know of it. */
export function notKeptLines({ snapshotNotKept }: StartReport): string[] {
  return snapshotNotKept === null
    ? []
    : [`The index's snapshot could not be written; the next start builds it again: ${snapshotNotKept}.`];
}
