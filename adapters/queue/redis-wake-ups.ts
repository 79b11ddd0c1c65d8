import { randomUUID } from "node:crypto";
import type { Redis } from "ioredis";
import type { Clock, Logger } from "../../src/ports/runtime.ts";
import type { WakeUps } from "../../src/ports/wake-ups.ts";
import { connectRedis } from "./redis-link.ts";

/** Many commits in a row are told as one. */
const PAUSE_MS = 20;

export interface RedisWakeUpsOptions {
  /** redis:// or rediss://, with a password where there is one. */
  readonly url: string;
  /** What the channel's name begins with; installations that share a Redis have one each. */
  readonly prefix?: string;
}

/**
 * Over Redis, to all processes that share it but this one. What is told while Redis is away is lost; those who listen
 * are woken whenever they begin to hear. Throws, without the address, where the address cannot be one.
 */
export function createRedisWakeUps(
  { url, prefix = "policydesk" }: RedisWakeUpsOptions,
  { clock, log }: { readonly clock: Clock; readonly log: Logger },
): WakeUps {
  const link = connectRedis(url, { meanwhile: "what other processes commit is found a moment later" }, { clock, log });
  const channel = `${prefix}:wake-up`;
  const name = randomUUID();
  let listener: Redis | null = null;
  let resting = false;
  let toldMeanwhile = false;
  let stopped = false;

  function tell(): void {
    if (resting) {
      toldMeanwhile = true;
      return;
    }
    resting = true;
    if (link.isUsable()) void link.attempt("Others were not told", {}, () => link.client.publish(channel, name));
    void clock.sleep(PAUSE_MS).then(() => {
      resting = false;
      if (toldMeanwhile) tell();
    });
    toldMeanwhile = false;
  }

  return {
    tell,
    listen(onTold) {
      // A connection that listens can do nothing else. It comes back by itself.
      const listening = link.client.duplicate({ autoResubscribe: false });
      listener = listening;
      const wake = () => {
        if (!stopped) onTold();
      };
      // The link says what is wrong with Redis.
      listening.on("error", () => {});
      listening.on("message", (_channel, teller) => {
        if (teller !== name) wake();
      });
      // Something may have been told before.
      listening.on("ready", () => void listening.subscribe(channel).then(wake, link.report));
    },
    async stop() {
      stopped = true;
      listener?.disconnect();
      link.close();
    },
  };
}
