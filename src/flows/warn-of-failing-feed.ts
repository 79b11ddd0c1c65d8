import { sameName } from "../alerts/same-name.ts";
import type { AlertAbout, NewAlert } from "../ports/alert-store.ts";
import type { Logger } from "../ports/runtime.ts";
import type { FeedState, Source } from "../ports/source-store.ts";
import type { Store } from "../ports/store.ts";
import type { Subscription } from "../ports/subscription-store.ts";
import { isoOf } from "../text/iso-of.ts";
import { randomId } from "../text/random-id.ts";

const HOUR_MS = 3_600_000;
/** Feeds are away over a weekend without being gone. */
const WARN_AFTER_MS = 48 * HOUR_MS;
/** From the warning on. */
const PAUSE_AFTER_MS = 24 * HOUR_MS;

interface WarnServices {
  readonly store: Store;
  readonly log: Logger;
  /** Called when something was committed. */
  onCommit(): void;
}

/** When it is time for the next step, should the feed fail until then; null where it does not fail. */
export function nextStepMs({ failingSince, warnedAt }: FeedState): number | null {
  if (failingSince === null) return null;
  return warnedAt === null ? Date.parse(failingSince) + WARN_AFTER_MS : Date.parse(warnedAt) + PAUSE_AFTER_MS;
}

/**
 * Tells the channels that hear of a feed when it has failed for two days, and pauses it a day later; a feed that nobody
 * hears of is tried for ever. Returns its state, to be stored. Channels are told first, and of each once: a crash
 * in between loses nothing and repeats nothing.
 */
export async function warnOfFailingFeed(
  source: Source,
  state: FeedState,
  nowMs: number,
  services: WarnServices,
): Promise<FeedState> {
  const { store, log } = services;
  const { failingSince: since, warnedAt } = state;
  const stepMs = nextStepMs(state);
  if (since === null || stepMs === null || nowMs < stepMs) return state;
  const { name } = source;
  if (warnedAt === null) {
    const pausesAt = isoOf(nowMs + PAUSE_AFTER_MS);
    const told = await tell(name, since, { kind: "source-failing", source: name, since, pausesAt }, services);
    return told === 0 ? state : { ...state, warnedAt: isoOf(nowMs) };
  }
  await tell(name, since, { kind: "source-paused", source: name, since }, services);
  // What was changed while the feed was read stays changed.
  const current = (await store.sources()).find((each) => each.name === name);
  if (current) await store.putSource({ ...current, paused: true });
  log.warn(`The feed ${name} was paused: it could not be read since ${since}.`);
  return state;
}

/** Returns how many channels hear of the feed. */
async function tell(
  name: string,
  since: string,
  about: Exclude<AlertAbout, { readonly kind: "article" | "alerts-paused" }>,
  { store, onCommit }: WarnServices,
): Promise<number> {
  const notices = (await hearersOf(name, store)).map(({ channel, place, locale }): NewAlert => {
    const story = `${about.kind}:${name}:${since}`;
    return { id: randomId(), channel, place, locale, subscriptionId: null, story, about };
  });
  await store.putAlerts(notices);
  if (notices.length > 0) onCommit();
  return notices.length;
}

/** One subscription of each channel that hears of what the source brings. */
async function hearersOf(name: string, store: Store): Promise<readonly Subscription[]> {
  const names = new Set([name, ...(await store.publicationsOf(name))].map(sameName));
  const { active } = await store.subscriptionsSince(0);
  const hearing = active.filter(
    ({ topic: { sources } }) => sources.length === 0 || sources.some((source) => names.has(sameName(source))),
  );
  return [...new Map(hearing.map((subscription) => [subscription.channel, subscription])).values()];
}
