import {
  type Client,
  Events,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  type SessionInfo,
  SnowflakeUtil,
} from "discord.js";
import type { Leases } from "../../src/ports/membership.ts";
import type { Clock, Logger } from "../../src/ports/runtime.ts";
import type { ChannelNames } from "./channel-names.ts";
import { type ClientOptions, createClient, type ShardName } from "./client.ts";
import type { DiscordContext } from "./context.ts";
import { withoutDetails } from "./discord-errors.ts";
import { onMessage } from "./mentions.ts";
import { missedEvents } from "./missed-events.ts";
import { onInteraction } from "./route-interaction.ts";
import { createSession } from "./session.ts";
import { type SignedIn, signIn } from "./sign-in.ts";

export interface ShardOptions extends ClientOptions {
  readonly token: string;
}

export interface ShardServices {
  readonly context: DiscordContext;
  readonly leases: Leases;
  readonly clock: Clock;
  readonly log: Logger;
  readonly names: ChannelNames;
  readonly buildIdentifyThrottler: Parameters<typeof createClient>[2]["buildIdentifyThrottler"];
  /** Keeps what was taken in hand until it ends. */
  hold(work: Promise<void>): void;
}

/** A shard of the bot that this process has. */
export interface Shard {
  readonly id: number;
  /** Null until it is signed in and knows its servers, and when it takes nothing any more. */
  client(): Client<true> | null;
  /** Fulfilled when that is clear. */
  readonly signedIn: Promise<SignedIn>;
  /** Does something for the shard; nothing where it takes nothing any more. */
  take(work: () => Promise<void>): void;
  /** Tells of an event as if it came now. */
  tell(event: GatewayDispatchPayload): void;
  /** Takes nothing any more and leaves the session to the next one who has the shard. What is in hand goes on. */
  pass(): Promise<void>;
  /** Fulfilled when nothing is in hand. */
  idle(): Promise<void>;
  /** Ends it, with what is still in hand. */
  end(): Promise<void>;
}

const NOTE_EVERY_MS = 1500;
/** Both connections hear of the same moment before one of them is closed. */
const OVERLAP_MS = 1000;
const CATCH_UP_WITHIN_MS = 10_000;
/** Discord takes no first answer later. */
const ANSWERABLE_MS = 3000;

export function leaseOf({ id, count }: ShardName): string {
  return `discord:shard:${id}/${count}`;
}

/** Opens a shard that this process holds the lease of. */
export function openShard(name: ShardName, options: ShardOptions, services: ShardServices): Shard {
  const { context, leases, clock, log, names } = services;
  const lease = leaseOf(name);
  const session = createSession();
  const { buildStrategy } = session;
  const { buildIdentifyThrottler } = services;
  const ws = { buildStrategy, ...(buildIdentifyThrottler && { buildIdentifyThrottler }) };
  const client = createClient(options, name, ws, log);
  /** Where in the session the events in hand stand. */
  const inHand = new Map<Promise<void>, number>();
  let connected: Client<true> | null = null;
  let firstTold = 0;
  let passing = false;
  let noting = false;
  let closeMissed = () => {};
  const gone = Promise.withResolvers<SignedIn>();
  let stopNoting = async () => {};

  const take = (work: () => Promise<void>, sequence: number) => {
    if (passing) return;
    const taken = work().catch((error: unknown) =>
      log.error("Discord: an event was not handled", withoutDetails(error)),
    );
    inHand.set(taken, sequence);
    void taken.finally(() => inHand.delete(taken));
    services.hold(taken);
  };

  session.follow(client);
  context.interactions.listen(client);
  // What came before the servers were known is told late.
  const here = () => session.telling() ?? firstTold;
  client.on(Events.InteractionCreate, (interaction) => take(() => onInteraction(context, interaction), here()));
  client.on(Events.MessageCreate, (message) => take(() => onMessage(context, message), here()));
  names.listen(client);

  /** Where the next owner goes on: what is in hand comes again, and is claimed. */
  const noteNow = () => {
    const oldest = Math.min(...inHand.values());
    return session.info(Number.isFinite(oldest) ? oldest - 1 : undefined);
  };
  const putNote = async (note: string) => {
    try {
      await leases.putNote(lease, note);
      return true;
    } catch (error) {
      log.warn("Discord: where another process would go on was not stored", { reason: withoutDetails(error).message });
      return false;
    }
  };
  const keepNoting = async () => {
    if (passing) return;
    noting = true;
    let last = JSON.stringify(session.info(firstTold));
    await putNote(last);
    if (passing) return;
    stopNoting = clock.every(NOTE_EVERY_MS, async () => {
      const note = JSON.stringify(noteNow());
      if (note !== last && (await putNote(note))) last = note;
    });
  };

  const open = async (): Promise<SignedIn> => {
    const handOver = await hearMissed();
    const signedIn = await Promise.race([signIn(client, options.token), gone.promise]);
    if ("client" in signedIn && !passing) {
      firstTold = session.info()?.sequence ?? 0;
      connected = signedIn.client;
      // The old note stands until all that it leads to was done.
      void handOver().then(keepNoting);
    } else closeMissed();
    return signedIn;
  };

  /** What people did since the last owner ended waits for the client. */
  const hearMissed = async (): Promise<() => Promise<void>> => {
    const before = await lastSession();
    if (before === null || passing) return async () => {};
    const waiting: GatewayDispatchPayload[] = [];
    let told = 0;
    const tell = (event: GatewayDispatchPayload) => {
      if (passing || !isAnswerable(event, clock.now())) return;
      told++;
      session.tell(event);
    };
    const missed = missedEvents(before, options.token, (event) => {
      if (connected === null) waiting.push(event);
      else tell(event);
    });
    closeMissed = missed.close;
    return async () => {
      for (const event of waiting.splice(0)) tell(event);
      const late = clock.sleep(CATCH_UP_WITHIN_MS).then(() => ({ resumed: false }));
      const { resumed } = await Promise.race([missed.caughtUp, late]);
      if (resumed) await clock.sleep(OVERLAP_MS);
      missed.close();
      await Promise.allSettled(inHand.keys());
      if (resumed) log.info("Discord: went on where the last one ended", { shard: name.id, events: told });
    };
  };

  /** Null where nothing is known of one. */
  const lastSession = async (): Promise<SessionInfo | null> => {
    try {
      const note = await leases.note(lease);
      const last = note === null ? null : (JSON.parse(note) as SessionInfo | null);
      return last?.shardCount === name.count ? last : null;
    } catch (error) {
      log.warn("Discord: what was missed cannot be asked for", { reason: withoutDetails(error).message });
      return null;
    }
  };

  return {
    id: name.id,
    client: () => (passing ? null : connected),
    signedIn: open(),
    take: (work) => take(work, Number.POSITIVE_INFINITY),
    tell: (event) => session.tell(event),
    async pass() {
      if (passing) return;
      const note = noteNow();
      passing = true;
      gone.resolve({ unreachable: "others have the shard" });
      closeMissed();
      client.removeAllListeners(Events.ShardReconnecting);
      await stopNoting();
      if (noting) await putNote(JSON.stringify(note));
      await session.close();
    },
    idle: async () => void (await Promise.allSettled(inHand.keys())),
    async end() {
      passing = true;
      closeMissed();
      await session.close();
      await client.destroy();
    },
  };
}

function isAnswerable(event: GatewayDispatchPayload, nowMs: number): boolean {
  if (event.t !== GatewayDispatchEvents.InteractionCreate) return true;
  return nowMs - SnowflakeUtil.timestampFrom(event.d.id) < ANSWERABLE_MS;
}
