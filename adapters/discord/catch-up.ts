import type { GatewayDispatchPayload, SessionInfo } from "discord.js";
import type { Clock, Logger } from "../../src/ports/runtime.ts";
import { withoutDetails } from "./discord-errors.ts";
import { type MissedEvents, missedEvents } from "./missed-events.ts";

/** Both connections hear of the same moment before one of them is closed. */
const OVERLAP_MS = 1000;

/** Hears what sessions of before have to tell, while the client has one of its own. */
export interface CatchUp {
  /** Those whose events may not all have been handled, oldest first. */
  left(): readonly SessionInfo[];
  /** Goes on with a session until the client's own one tells the same, and all of it was handled. */
  hear(session: SessionInfo): void;
  /** The client can be told: what has waited for it is. */
  begin(): void;
  /** Hears no more; what is left stays so. */
  close(): void;
}

interface CatchUpServices {
  readonly token: string;
  readonly shard: number;
  readonly clock: Clock;
  readonly log: Logger;
  tell(event: GatewayDispatchPayload): void;
  /** Fulfilled when nothing is in hand. */
  idle(): Promise<void>;
}

export function createCatchUp({ token, shard, clock, log, tell, idle }: CatchUpServices): CatchUp {
  const left = new Set<SessionInfo>();
  const connections = new Set<MissedEvents>();
  const waiting: GatewayDispatchPayload[] = [];
  const begun = Promise.withResolvers<void>();
  let isBegun = false;
  let closed = false;

  const tellOne = (event: GatewayDispatchPayload) => {
    try {
      tell(event);
    } catch (error) {
      log.error("Discord: an event was not handled", withoutDetails(error));
    }
  };

  const goOn = async (session: SessionInfo) => {
    left.add(session);
    if (closed) return;
    let events = 0;
    const missed = missedEvents(session, { token, clock }, (event) => {
      events++;
      if (isBegun) tellOne(event);
      else waiting.push(event);
    });
    connections.add(missed);
    await begun.promise;
    await clock.sleep(OVERLAP_MS);
    const isHeard = await missed.caughtUp();
    missed.close();
    connections.delete(missed);
    if (isHeard) await idle();
    if (closed) return;
    left.delete(session);
    if (isHeard) log.info("Discord: went on where the last one ended", { shard, events });
    else log.warn("Discord does not tell what was said after the last one ended; it has to be asked again", { shard });
  };

  return {
    left: () => [...left],
    hear: (session) => void goOn(session),
    begin() {
      isBegun = true;
      for (const event of waiting.splice(0)) tellOne(event);
      begun.resolve();
    },
    close() {
      closed = true;
      for (const missed of connections) missed.close();
    },
  };
}
