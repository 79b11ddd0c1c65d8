import type { BotPorts } from "../../../src/ports/ports.ts";
import type { Starting } from "./running-slack.ts";

export interface WaitingLimit {
  readonly change: NonNullable<Starting["change"]>;
  /** Something is under way. */
  readonly arrived: Promise<void>;
  release(): void;
}

/** A rate limit that waits until the test lets it go on: whatever is asked is under way until then. */
export function waitingLimit(): WaitingLimit {
  const arrival = Promise.withResolvers<void>();
  const going = Promise.withResolvers<void>();
  return {
    change: ({ openRateLimit }: BotPorts) => ({
      openRateLimit: async (...given) => {
        const limit = await openRateLimit(...given);
        return {
          ...limit,
          async take(...asked) {
            arrival.resolve();
            await going.promise;
            return limit.take(...asked);
          },
        };
      },
    }),
    arrived: arrival.promise,
    release: going.resolve,
  };
}
