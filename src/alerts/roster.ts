import { createNumbering } from "./numbering.ts";
import type { Watcher } from "./watcher.ts";

/**
 * Subscriptions by number, in columns: going through as many objects as one article may have subscriptions costs
 * several times as much as going through lists.
 */
export interface Roster {
  /** Of a subscription that it does not hold. */
  add(watcher: Watcher): number;
  /** Null where it does not hold it. */
  remove(id: string): number | null;
  /** Above every number in use. */
  bound(): number;
  readonly ids: readonly string[];
  readonly places: readonly string[];
  readonly locales: readonly Watcher["locale"][];
  readonly mentions: readonly (string | null)[];
  readonly createdMs: readonly number[];
  /** Of each subscription the number of its channel. */
  readonly channels: readonly number[];
  /** By the numbers of channels. */
  readonly channelNames: readonly string[];
  channelBound(): number;
}

export function createRoster(): Roster {
  const numbers = createNumbering();
  const channelNumbers = createNumbering();
  const ids: string[] = [];
  const places: string[] = [];
  const locales: Watcher["locale"][] = [];
  const mentions: (string | null)[] = [];
  const createdMs: number[] = [];
  const channels: number[] = [];
  const channelNames: string[] = [];

  return {
    add({ id, channel, place, locale, mention, createdAt }) {
      const number = numbers.take(id);
      ids[number] = id;
      places[number] = place;
      locales[number] = locale;
      mentions[number] = mention;
      createdMs[number] = Date.parse(createdAt);
      const channelNumber = channelNumbers.take(channel);
      channels[number] = channelNumber;
      channelNames[channelNumber] = channel;
      return number;
    },
    remove(id) {
      const number = numbers.of(id);
      if (number === undefined) return null;
      numbers.release(id);
      channelNumbers.release(channelNames[channels[number] ?? 0] ?? "");
      return number;
    },
    bound: numbers.bound,
    ids,
    places,
    locales,
    mentions,
    createdMs,
    channels,
    channelNames,
    channelBound: channelNumbers.bound,
  };
}
