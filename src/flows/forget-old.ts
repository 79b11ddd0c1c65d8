import type { AlertStore } from "../ports/alert-store.ts";
import type { EventLog } from "../ports/event-log.ts";
import type { ExchangeStore } from "../ports/exchange-store.ts";
import type { Clock, Logger } from "../ports/runtime.ts";

const HOUR_MS = 3_600_000;
/** The buttons under an answer work this long. */
const EXCHANGES_KEPT_MS = 30 * 24 * HOUR_MS;
/** No platform delivers an event again after a day. */
const EVENTS_KEPT_MS = 24 * HOUR_MS;
/** What nobody answered by then, such as where its platform was turned off, nobody will. */
const UNFINISHED_KEPT_MS = 2 * EVENTS_KEPT_MS;
/** The buttons under an alert work this long. */
const ALERTS_KEPT_MS = 90 * 24 * HOUR_MS;

/** Removes what is kept for a time only, once an hour. The result ends that. */
export function forgetOld(
  store: ExchangeStore & EventLog & AlertStore,
  clock: Clock,
  log: Logger,
): () => Promise<void> {
  return clock.every(HOUR_MS, async () => {
    try {
      await store.dropExchangesBefore(new Date(clock.now() - EXCHANGES_KEPT_MS).toISOString());
      await store.dropEventsBefore(new Date(clock.now() - EVENTS_KEPT_MS).toISOString());
      await store.dropEventsBefore(new Date(clock.now() - UNFINISHED_KEPT_MS).toISOString(), "all");
      await store.dropAlertsBefore(new Date(clock.now() - ALERTS_KEPT_MS).toISOString());
    } catch (error) {
      log.error("Old questions, events and alerts could not be removed; this is tried again in an hour", error);
    }
  });
}
