import type { IIdentifyThrottler, WebSocketOptions } from "discord.js";
import type { Leases } from "../../src/ports/membership.ts";
import type { Clock } from "../../src/ports/runtime.ts";

/** Discord lets one of those that it counts together sign on within five seconds. */
const TURN_MS = 5500;
const LOOK_AGAIN_MS = 500;

type BuildThrottler = NonNullable<WebSocketOptions["buildIdentifyThrottler"]>;

/** Has the shards of this process sign on in turn, and those of all processes where they can agree on it. */
export function identifyTurns(leases: Leases, clock: Clock): BuildThrottler {
  let shared: Promise<IIdentifyThrottler> | null = null;
  return (manager) => {
    shared ??= manager.fetchGatewayInformation().then(({ session_start_limit: limit }) => {
      return inTurn(leases, clock, limit.max_concurrency);
    });
    // What failed once is asked again.
    shared.catch(() => {
      shared = null;
    });
    return shared;
  };
}

function inTurn(leases: Leases, clock: Clock, atOnce: number): IIdentifyThrottler {
  /** When the last turn of this process ends, by the name of the lease. */
  const ends = new Map<string, Promise<void>>();

  /** A store that is away keeps nobody from signing on: Discord says so where it was too early. */
  const waitForOthers = async (name: string, signal: AbortSignal) => {
    signal.throwIfAborted();
    while (!(await leases.hold(name).catch(() => true))) {
      await clock.sleep(LOOK_AGAIN_MS);
      signal.throwIfAborted();
    }
  };

  return {
    async waitForIdentify(shardId, signal) {
      const name = `discord:identify:${shardId % atOnce}`;
      const before = ends.get(name);
      const turn = Promise.withResolvers<void>();
      ends.set(name, turn.promise);
      await before;
      try {
        await waitForOthers(name, signal);
      } catch (error) {
        await leases.letGo(name).catch(() => {});
        turn.resolve();
        throw error;
      }
      void clock
        .sleep(TURN_MS)
        .then(() => leases.letGo(name))
        .catch(() => {})
        .finally(turn.resolve);
    },
  };
}
