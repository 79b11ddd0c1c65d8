import { setImmediate } from "node:timers/promises";
import {
  type Client,
  Events,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  type GatewayMessageCreateDispatchData,
  SnowflakeUtil,
} from "discord.js";
import type { Leases } from "../../src/ports/membership.ts";
import type { Clock, Logger } from "../../src/ports/runtime.ts";
import { createCatchUp } from "./catch-up.ts";
import type { ChannelNames } from "./channel-names.ts";
import { type ClientOptions, createClient, type ShardName } from "./client.ts";
import type { DiscordContext } from "./context.ts";
import { withoutDetails } from "./discord-errors.ts";
import { onMessage } from "./mentions.ts";
import { onInteraction } from "./route-interaction.ts";
import { createSession } from "./session.ts";
import { createShardNote } from "./shard-note.ts";
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
/** Discord takes no first answer later. */
const ANSWERABLE_MS = 3000;

export function leaseOf({ id, count }: ShardName): string {
  return `discord:shard:${id}/${count}`;
}

/** Opens a shard that this process holds the lease of. */
export function openShard(name: ShardName, options: ShardOptions, services: ShardServices): Shard {
  const { context, leases, clock, log, names } = services;
  const note = createShardNote(leases, leaseOf(name), log);
  /** Oldest first. */
  const sessions = () => [catchUp.left(), session.info() ?? []].flat();
  const session = createSession((before) => {
    if (before) catchUp.hear(before);
    void note.write(sessions);
  });
  const { buildStrategy } = session;
  const { buildIdentifyThrottler } = services;
  const ws = { buildStrategy, ...(buildIdentifyThrottler && { buildIdentifyThrottler }) };
  const client = createClient(options, name, ws, log);
  const inHand = new Set<Promise<void>>();
  const idle = async () => void (await Promise.allSettled(inHand));
  let connected: Client<true> | null = null;
  let passed: Promise<void> | null = null;
  const gone = Promise.withResolvers<SignedIn>();
  let stopNoting = async () => {};

  const take = (work: () => Promise<void>, mark = () => () => {}) => {
    if (passed) return;
    const handled = mark();
    const taken = work().catch((error: unknown) =>
      log.error("Discord: an event was not handled", withoutDetails(error)),
    );
    inHand.add(taken);
    void taken.finally(() => {
      inHand.delete(taken);
      handled();
    });
    services.hold(taken);
  };

  session.follow(client);
  context.interactions.listen(client);
  client.on(Events.InteractionCreate, (interaction) => take(() => onInteraction(context, interaction), session.take));
  client.on(Events.MessageCreate, (message) => take(() => onMessage(context, message), session.take));
  names.listen(client);

  const tellMissed = (event: GatewayDispatchPayload) => {
    if (passed || !isAnswerable(event, clock.now())) return;
    if (event.t === GatewayDispatchEvents.MessageCreate) forget(client, event.d);
    session.tell(event);
  };
  const { token } = options;
  const catchUp = createCatchUp({ token, shard: name.id, clock, log, tell: tellMissed, idle });

  /** Null where that is known now; else why not. */
  const hearBefore = async (): Promise<string | null> => {
    try {
      for (const each of await note.read()) catchUp.hear(each);
      return null;
    } catch (error) {
      return withoutDetails(error).message;
    }
  };
  const heardBefore = hearBefore();

  const open = async (): Promise<SignedIn> => {
    const reason = await heardBefore;
    // Who signs on without it loses what was said meanwhile.
    if (reason !== null) return { unreachable: reason };
    if (passed) return gone.promise;
    stopNoting = clock.every(NOTE_EVERY_MS, () => note.write(sessions));
    const signedIn = await Promise.race([gone.promise, signIn(client, token)]);
    if (!("client" in signedIn) || passed) return signedIn;
    connected = signedIn.client;
    catchUp.begin();
    void tellEarly().then(session.settle);
    return signedIn;
  };

  /** discord.js tells of what came before it knew the servers one by one, each in a turn of the event loop. */
  const tellEarly = async () => {
    for (let left = session.told(); left >= 0; left--) await setImmediate();
  };

  const pass = async () => {
    gone.resolve({ unreachable: "others have the shard" });
    catchUp.close();
    client.removeAllListeners(Events.ShardReconnecting);
    // Before others know where to go on: a client that was not told to end takes the session back from them.
    // Whoever ends the shard hears of a failure.
    session.close().catch(() => {});
    if ((await heardBefore) !== null) return;
    await stopNoting();
    await note.write(sessions);
  };
  const passOnce = () => {
    passed ??= pass();
    return passed;
  };

  return {
    id: name.id,
    client: () => (passed ? null : connected),
    signedIn: open(),
    take: (work) => take(work),
    tell: (event) => session.tell(event),
    pass: passOnce,
    idle,
    async end() {
      void passOnce();
      await session.close();
      await client.destroy();
    },
  };
}

/** discord.js does not tell of a message that it knows, as it does of one that somebody replied to. */
function forget({ channels }: Client, { id, channel_id }: GatewayMessageCreateDispatchData): void {
  const channel = channels.cache.get(channel_id);
  if (channel?.isTextBased()) channel.messages.cache.delete(id);
}

function isAnswerable(event: GatewayDispatchPayload, nowMs: number): boolean {
  if (event.t !== GatewayDispatchEvents.InteractionCreate) return true;
  return nowMs - SnowflakeUtil.timestampFrom(event.d.id) < ANSWERABLE_MS;
}
