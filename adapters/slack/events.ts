import type { EventLog } from "../../src/ports/event-log.ts";
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
  /** Handles what was acked before this process began, and never finished. */
  resume(): Promise<void>;
  /** Waits until nothing is in hand, but no longer than this. */
  settle(withinMs: number): Promise<void>;
}

interface InboxParts {
  readonly events: EventLog;
  readonly clock: Clock;
  readonly log: Logger;
  /** Whether something will come of this event; what is nobody's business is not kept. */
  isWanted(body: Body): Promise<boolean>;
  handle(incoming: Incoming): Promise<unknown>;
}

const PREFIX = "slack:event:";

/** Set on what is handled again after a restart. */
const RESUMED = { resumed: true };

/**
 * Events are acked only when they are in the database, and finished when they were handled: a restart between loses
 * nothing. Commands and interactions come once, and are just handled.
 */
export function createInbox({ events, clock, log, isWanted, handle }: InboxParts): Inbox {
  const startedAt = new Date(clock.now()).toISOString();
  const inHand = new Set<Promise<unknown>>();

  const track = async (work: Promise<unknown>) => {
    inHand.add(work);
    try {
      await work;
    } finally {
      inHand.delete(work);
    }
  };

  const receiveEvent = async (incoming: Incoming, eventId: string) => {
    if (!(await isWanted(incoming.body))) return incoming.ack();
    const key = PREFIX + eventId;
    const { token: _, ...body } = incoming.body;
    if (!(await events.claim({ key, payload: JSON.stringify(body) }))) return incoming.ack();
    // Where the connection breaks under the ack, Slack sends the event again, and it is known by then.
    const ack = () => incoming.ack().catch(() => log.debug("Slack hung up before an event was acked"));
    await handle({ ...incoming, ack });
    await events.finish(key);
  };

  return {
    async receive(incoming) {
      const eventId = incoming.body["event_id"];
      if (typeof eventId === "string") await track(receiveEvent(incoming, eventId));
      else await track(handle(incoming));
    },
    async resume() {
      for (const { key, payload } of await events.unfinished(PREFIX, startedAt)) {
        const body = JSON.parse(payload ?? "{}") as Body;
        await track(handle({ body, ack: async () => {}, customProperties: RESUMED }));
        await events.finish(key);
      }
    },
    async settle(withinMs) {
      await Promise.race([Promise.allSettled(inHand), clock.sleep(withinMs)]);
    },
  };
}
