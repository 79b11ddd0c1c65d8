import type { EventLog, StoredEvent } from "../../src/ports/event-log.ts";
import type { Clock, Logger } from "../../src/ports/runtime.ts";

type Body = Readonly<Record<string, unknown>>;

/** What came from Slack, as Bolt's receivers hand it on. */
export interface Incoming {
  readonly body: Body;
  ack(response?: unknown): Promise<void>;
  readonly customProperties?: Body;
}

interface Inbox {
  /** Handles it, unless it is known already; acks in any case. */
  receive(incoming: Incoming): Promise<void>;
  /** Handles what processes acked that live no more, and never finished. Never rejects. */
  adoptOrphans(): Promise<void>;
  /** Adopts nothing more, and waits until nothing is in hand, but no longer than this. */
  settle(withinMs: number): Promise<void>;
}

interface InboxParts {
  readonly events: EventLog;
  readonly clock: Clock;
  readonly log: Logger;
  /** What names an event in every process; null where nothing will come of it: what is nobody's business is not kept. */
  nameOf(body: Body): Promise<string | null>;
  handle(incoming: Incoming): Promise<unknown>;
}

const PREFIX = "slack:event:";
const MOST_AT_ONCE = 100;
/**
 * A late answer is better than none for so long; hours later it would surprise. It also ends what kills every process
 * that handles it. Slack takes answers to commands for half an hour.
 */
const LATE_MS = 15 * 60_000;
/** Commands and presses are to be acked within three seconds, and their windows opened. */
const LONGEST_CLAIM_MS = 1000;
const NEVER_LATE: ReadonlySet<unknown> = new Set(["app_uninstalled", "tokens_revoked"]);

/** Set on what is handled in the place of a process that died. */
const RESUMED = { resumed: true };

/**
 * What is to be answered is acked only when it is in the database, and finished when it was handled: where a process
 * dies between, another one, or the next, handles it. An answer over a response_url cannot be looked for: where the
 * process died after that, and before it finished, the answer comes twice rather than never.
 */
export function createInbox({ events, clock, log, nameOf, handle }: InboxParts): Inbox {
  const inHand = new Set<Promise<unknown>>();
  let settling = false;
  let failing = false;

  const track = async (work: Promise<unknown>) => {
    inHand.add(work);
    try {
      await work;
    } finally {
      inHand.delete(work);
    }
  };

  const receiveEvent = async ({ body, ...incoming }: Incoming, event: StoredEvent) => {
    if (!(await events.claim(event))) return incoming.ack();
    // Where the connection breaks under the ack, Slack sends the event again, and it is known by then.
    const ack = () => incoming.ack().catch(() => log.debug("Slack hung up before an event was acked"));
    await handle({ ...incoming, body, ack });
    await events.finish(event.key);
  };

  const receiveAct = async (incoming: Incoming, act: StoredEvent) => {
    const claiming = events.claim(act).catch(() => null);
    const claimed = await Promise.race([claiming, clock.sleep(LONGEST_CLAIM_MS).then(() => null)]);
    if (claimed === false) return incoming.ack();
    // Slack sends it once: where the store does not take it, or not soon, it is handled all the same.
    await handle(incoming);
    if (await claiming) await events.finish(act.key);
  };

  const receive = async (incoming: Incoming): Promise<unknown> => {
    const { token: _, ...body } = incoming.body;
    if (typeof body["event_id"] === "string") {
      const name = await nameOf(body);
      if (name === null) return incoming.ack();
      return receiveEvent(incoming, { key: PREFIX + name, payload: JSON.stringify(body) });
    }
    const { trigger_id: trigger } = body;
    if (typeof trigger !== "string" || !isAnsweredLater(body)) return handle(incoming);
    const kept = { ...body, received_at: clock.now() / 1000 };
    return receiveAct(incoming, { key: PREFIX + trigger, payload: JSON.stringify(kept) });
  };

  const handleOrphan = async ({ key, payload }: StoredEvent) => {
    const body = JSON.parse(payload ?? "{}") as Body;
    if (isLate(body, clock.now())) log.info("Something from Slack was left unanswered: its process died long ago");
    else await handle({ body, ack: async () => {}, customProperties: RESUMED });
    await events.finish(key);
  };

  const adoptOrphans = async () => {
    try {
      // One after the other: what was asked first may be what the next one follows.
      for (const orphan of await events.orphans(PREFIX, MOST_AT_ONCE)) {
        if (settling) return;
        if (await events.adopt(orphan.key)) await handleOrphan(orphan);
      }
      failing = false;
    } catch (error) {
      // Once per trouble.
      if (!failing) log.error("What other processes left unanswered in Slack could not be handled", error);
      failing = true;
    }
  };

  return {
    receive: (incoming) => track(receive(incoming)),
    adoptOrphans: () => track(adoptOrphans()),
    async settle(withinMs) {
      settling = true;
      await Promise.race([Promise.allSettled(inHand), clock.sleep(withinMs)]);
    },
  };
}

/** Whether it can be answered by another process: what only opens windows cannot, three seconds later. */
function isAnsweredLater({ type, response_url: url }: Body): boolean {
  return typeof url === "string" || type === "view_submission";
}

function isLate({ event, event_time: eventAt, received_at: receivedAt }: Body, nowMs: number): boolean {
  const { type } = (event ?? {}) as { readonly type?: unknown };
  return !NEVER_LATE.has(type) && nowMs - Number(eventAt ?? receivedAt) * 1000 > LATE_MS;
}
