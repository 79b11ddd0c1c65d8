import type { Leases } from "../../src/ports/membership.ts";
import type { Clock, Logger } from "../../src/ports/runtime.ts";
import { withoutDetails } from "./discord-errors.ts";
import { leaseOf, type Shard } from "./shard.ts";
import type { SignedIn } from "./sign-in.ts";

/** Leases are looked after so often: a shard whose process died is free after 10 seconds. */
const LEASE_EVERY_MS = 2500;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 300_000;
const CLOSE_WITHIN_MS = 3000;
/** Others go on with what was noted before where that takes longer. */
const PASS_WITHIN_MS = 5000;

export interface HeldShards {
  /** Those that this process has, in the order it took them. */
  all(): readonly Shard[];
  /** Takes a shard that nobody has; null where there is none. One that Discord does not let in is let go. */
  takeOne(): Promise<SignedIn | null>;
  /** From now on takes what becomes free, one at a time, and gives up what is another's. */
  keep(): void;
  /** Leaves all to others. What is in hand goes on. */
  pass(): Promise<void>;
  /** Ends all, with what is still in hand. */
  end(): Promise<void>;
}

interface HeldShardsServices {
  readonly leases: Leases;
  readonly clock: Clock;
  readonly log: Logger;
  open(id: number): Shard;
  /** Somebody was let in after the start. */
  onTaken(signedIn: SignedIn): void;
}

/** The shards of `ids` that this process has, by leases: each is one process's at a time. */
export function holdShards(
  ids: readonly number[],
  count: number,
  { leases, clock, log, open, onTaken }: HeldShardsServices,
): HeldShards {
  const held = new Map<number, Shard>();
  const passed = new Set<Shard>();
  const name = (id: number) => leaseOf({ id, count });
  let taking = false;
  let stopping = false;
  let failing = false;
  let stopRounds = async () => {};

  const takeOne = async (): Promise<SignedIn | null> => {
    for (const id of ids) {
      if (stopping || held.has(id) || !(await leases.hold(name(id)))) continue;
      if (stopping) {
        await leases.letGo(name(id));
        return null;
      }
      const shard = open(id);
      held.set(id, shard);
      const signedIn = await shard.signedIn;
      if (!("client" in signedIn)) {
        if (held.get(id) === shard) held.delete(id);
        await handOver(id, shard);
        await within(CLOSE_WITHIN_MS, shard.end());
      }
      return signedIn;
    }
    return null;
  };

  /** Where Discord cannot be reached, others may try meanwhile. */
  const takeNext = async () => {
    for (let pauseMs = FIRST_PAUSE_MS; !stopping; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      const signedIn = await takeOne();
      if (signedIn !== null && !stopping) onTaken(signedIn);
      if (signedIn === null || "client" in signedIn) return;
      await clock.sleep("problem" in signedIn ? LONGEST_PAUSE_MS : pauseMs);
    }
  };

  /** Others may have it once they know where to go on; at the latest when this process ends. */
  const handOver = async (id: number, shard: Shard) => {
    try {
      if (await within(PASS_WITHIN_MS, shard.pass())) await leases.letGo(name(id));
      else log.warn("Discord: a shard is let go later, as the store is slow", { shard: id });
    } catch (error) {
      log.warn("Discord: a shard was not let go; it is free within seconds", {
        shard: id,
        reason: withoutDetails(error).message,
      });
    }
  };

  const giveUpLost = async () => {
    for (const [id, shard] of held) {
      if (await leases.hold(name(id))) continue;
      held.delete(id);
      passed.add(shard);
      log.warn("Discord: another process took a shard, as this one was silent for too long", { shard: id });
      await within(PASS_WITHIN_MS, shard.pass());
      void shard.idle().then(async () => {
        await within(CLOSE_WITHIN_MS, shard.end());
        passed.delete(shard);
      });
    }
  };

  const round = async () => {
    try {
      await giveUpLost();
      failing = false;
    } catch (error) {
      if (!failing) log.error("Discord: the store does not say whose the shards are", withoutDetails(error));
      failing = true;
      return;
    }
    if (taking || held.size === ids.length) return;
    taking = true;
    void takeNext()
      .catch((error: unknown) => log.warn("Discord: no shard was taken", { reason: withoutDetails(error).message }))
      .finally(() => {
        taking = false;
      });
  };

  /** Whether it is done by then, well or not. */
  const within = (ms: number, work: Promise<void>): Promise<boolean> => {
    const done = work.catch((error: unknown) => {
      log.warn("Discord: a shard was not closed", { reason: withoutDetails(error).message });
    });
    return Promise.race([done.then(() => true), clock.sleep(ms).then(() => false)]);
  };

  return {
    all: () => [...held.values()],
    takeOne,
    keep() {
      if (!stopping) stopRounds = clock.every(LEASE_EVERY_MS, round);
    },
    async pass() {
      stopping = true;
      await stopRounds();
      await Promise.all([...held].map(([id, shard]) => handOver(id, shard)));
    },
    async end() {
      const shards = [...held.values(), ...passed];
      await Promise.all(shards.map((shard) => within(CLOSE_WITHIN_MS, shard.end())));
    },
  };
}
