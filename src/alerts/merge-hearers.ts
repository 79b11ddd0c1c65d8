import type { Roster } from "./roster.ts";
import type { Watcher } from "./watcher.ts";

/** A channel that is to hear of an article, with what its subscriptions have in common. */
export interface Hearer extends Pick<Watcher, "channel" | "place" | "locale"> {
  /** The oldest of those that match. */
  readonly subscriptionId: string;
  /** The others that match: while one of all these stands, the channel is to hear of it. */
  readonly alsoFor: readonly string[];
  /** Roles or user groups of all that match, each once. */
  readonly mentions: readonly string[];
  /** Words of the topics that were found, each once; empty where all articles are wanted. */
  readonly words: readonly string[];
}

/** One for each channel of these subscriptions: the oldest speaks for all, and mentions and words are theirs together. */
export function mergeHearers(
  numbers: readonly number[],
  wordsOf: (oldestFirst: readonly number[]) => readonly string[],
  roster: Roster,
): Hearer[] {
  return byChannel(numbers, roster).map((oldestFirst) => {
    const oldest = oldestFirst[0] ?? 0;
    return {
      subscriptionId: roster.ids[oldest] ?? "",
      alsoFor: oldestFirst.length === 1 ? NONE : oldestFirst.slice(1).map((number) => roster.ids[number] ?? ""),
      channel: roster.channelNames[roster.channels[oldest] ?? 0] ?? "",
      place: roster.places[oldest] ?? "",
      locale: roster.locales[oldest] ?? "ko",
      mentions: mentionsOf(oldestFirst, roster),
      words: wordsOf(oldestFirst),
    };
  });
}

function byChannel(numbers: readonly number[], roster: Roster): number[][] {
  const groupOf = new Int32Array(roster.channelBound()).fill(-1);
  const groups: number[][] = [];
  for (const number of numbers) {
    const channel = roster.channels[number] ?? 0;
    const group = groups[groupOf[channel] ?? -1];
    if (group) insert(group, number, roster);
    else groupOf[channel] = groups.push([number]) - 1;
  }
  return groups;
}

/** Oldest first. Few subscriptions of a channel want the same article. */
function insert(group: number[], number: number, roster: Roster): void {
  let at = group.length;
  while (at > 0 && isOlder(number, group[at - 1] ?? 0, roster)) at--;
  group.splice(at, 0, number);
}

function isOlder(a: number, b: number, { createdMs, ids }: Roster): boolean {
  const byMs = (createdMs[a] ?? 0) - (createdMs[b] ?? 0);
  return byMs < 0 || (byMs === 0 && (ids[a] ?? "") < (ids[b] ?? ""));
}

const NONE: readonly string[] = [];

function mentionsOf(numbers: readonly number[], { mentions }: Roster): readonly string[] {
  let found = NONE;
  for (const number of numbers) {
    const mention = mentions[number] ?? null;
    if (mention !== null && !found.includes(mention)) found = [...found, mention];
  }
  return found;
}
