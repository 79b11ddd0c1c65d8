import { type APIGatewayBotInfo, type Client, REST, Routes } from "discord.js";
import type { ChatPlatform, FrontDesk } from "../../src/ports/chat-platform.ts";
import type { Clock, Logger } from "../../src/ports/runtime.ts";
import { adoptEvents, type ShardFor } from "./adopt-events.ts";
import { createAlertSender } from "./alert-sender.ts";
import { createAlertTurns } from "./alert-turns.ts";
import { createChannelNames } from "./channel-names.ts";
import type { DiscordContext } from "./context.ts";
import { isUnauthorized, withoutDetails } from "./discord-errors.ts";
import { createHeardInteractions } from "./heard-interactions.ts";
import { type HeldShards, holdShards } from "./hold-shards.ts";
import { identifyTurns } from "./identify-turns.ts";
import { WANTED } from "./permissions.ts";
import { syncCommands, WRONG_TOKEN } from "./register-commands.ts";
import { embedSize } from "./render/size.ts";
import { openShard } from "./shard.ts";
import type { SignedIn } from "./sign-in.ts";

export interface DiscordOptions {
  readonly token: string;
  readonly messageContent: boolean;
  readonly apiUrl: string | null;
  readonly timeZone: string;
  readonly shards: {
    /** The same in every process; null: as many as Discord advises. */
    readonly count: number | null;
    /** Those that this process may have; null: any. */
    readonly ids: readonly number[] | null;
  };
}

export interface DiscordServices {
  readonly desk: FrontDesk;
  readonly log: Logger;
  readonly clock: Clock;
}

/** The rest of the bot does not wait longer for Discord. */
const START_WITHIN_MS = 20_000;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 300_000;
const FINISH_WITHIN_MS = 10_000;
const ADOPT_EVERY_MS = 10_000;

const STOPPED = { unreachable: "stopped" };

type Opened = { readonly address: string } | { readonly problem: string } | { readonly unreachable: string };

/** The bot in this process: those shards of it that no other process has. */
export function createDiscordBot(options: DiscordOptions, { desk, log, clock }: DiscordServices): ChatPlatform {
  const { messageContent, timeZone } = options;
  const services = { desk, clock, timeZone, size: embedSize };
  const inHand = new Set<Promise<void>>();
  const names = createChannelNames();
  const buildIdentifyThrottler = identifyTurns(desk.leases, clock);
  let shards: HeldShards | null = null;
  let count = 1;
  let stopping = false;
  let ended = false;
  let knowsCommands = false;
  let stopAdopting = async () => {};

  const context: DiscordContext = {
    ...{ services, log, messageContent },
    interactions: createHeardInteractions(),
    async finish(key) {
      if (!ended) await desk.events.finish(key);
    },
  };
  const hold = (work: Promise<void>) => {
    inHand.add(work);
    void work.finally(() => inHand.delete(work));
  };
  const open = (id: number) => {
    const shard = { context, leases: desk.leases, clock, log, names, buildIdentifyThrottler, hold };
    return openShard({ id, count }, options, shard);
  };
  const shardFor: ShardFor = (guildId) => {
    const id = shardOf(guildId, count);
    return shards?.all().find((shard) => shard.id === id) ?? null;
  };

  const adopt = async () => {
    try {
      if (!stopping) await adoptEvents(context, shardFor);
    } catch (error) {
      log.warn("Discord: what others left was not taken over", { reason: withoutDetails(error).message });
    }
  };
  /** Once a shard is open. */
  const welcome = async (client: Client<true>): Promise<string> => {
    if (!knowsCommands) knowsCommands = await tellCommands(client, log);
    hold(adopt());
    return addressOf(client, count);
  };
  const onTaken = (signedIn: SignedIn) => {
    if ("client" in signedIn) void welcome(signedIn.client).then((address) => log.info(`Discord: ${address}`));
    else if ("problem" in signedIn) log.error(signedIn.problem);
    else log.warn("Discord cannot be reached; others may take the shard", { reason: signedIn.unreachable });
  };

  const connect = async (): Promise<Opened> => {
    if (shards === null) {
      const advice = await countOf(options);
      if (!("count" in advice)) return advice;
      if (stopping) return STOPPED;
      count = advice.count;
      const ids = options.shards.ids ?? Array.from({ length: count }, (_, id) => id);
      shards = holdShards(ids, count, { leases: desk.leases, clock, log, open, onTaken });
    }
    const signedIn = await shards.takeOne();
    if (signedIn !== null && !("client" in signedIn)) return signedIn;
    if (stopping) return STOPPED;
    shards.keep();
    stopAdopting = clock.every(ADOPT_EVERY_MS, adopt);
    return { address: signedIn === null ? standsBy(count) : await welcome(signedIn.client) };
  };

  const tryToConnect = () =>
    connect().catch((error: unknown): Opened => ({ unreachable: withoutDetails(error).message }));

  const keepTrying = async (first: Promise<Opened>) => {
    let opened = await first;
    for (let pauseMs = FIRST_PAUSE_MS; "unreachable" in opened; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      await clock.sleep(pauseMs);
      if (stopping) return;
      opened = await tryToConnect();
      if ("unreachable" in opened) log.warn("Discord still cannot be reached", { reason: opened.unreachable });
    }
    if ("address" in opened) log.info(`Discord: ${opened.address}`);
    else log.error(opened.problem);
  };

  return {
    name: "Discord",
    alerts: createAlertSender(options, {
      ...{ clock, log, names },
      turn: createAlertTurns(desk.rateLimit, clock),
      connected: (guildId) => shardFor(guildId)?.client() ?? null,
    }),
    async start() {
      const first = tryToConnect();
      const late = clock.sleep(START_WITHIN_MS).then((): Opened => ({ unreachable: "no answer yet" }));
      const opened = await Promise.race([first, late]);
      if (!("unreachable" in opened)) return opened;
      log.warn("Discord cannot be reached. The bot works without it and keeps trying.", { reason: opened.unreachable });
      void keepTrying(first);
      return { address: "cannot be reached at the moment; it is tried again and again" };
    },
    async stop() {
      stopping = true;
      // Others go on with what comes from now on, while this process answers what it has.
      await shards?.pass();
      await Promise.race([Promise.allSettled(inHand), clock.sleep(FINISH_WITHIN_MS)]);
      ended = true;
      await stopAdopting();
      await shards?.end();
    },
  };
}

/** The shard that Discord tells of a server; it tells the first one of direct messages. */
function shardOf(guildId: string | null, count: number): number {
  return guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count));
}

type Advice = { readonly count: number } | Exclude<Opened, { readonly address: string }>;

/** How many shards there are. */
async function countOf({ token, apiUrl, shards }: DiscordOptions): Promise<Advice> {
  if (shards.count !== null) return { count: shards.count };
  const rest = new REST({ version: "10", ...(apiUrl !== null && { api: apiUrl }) }).setToken(token);
  try {
    return { count: ((await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo).shards };
  } catch (error) {
    if (isUnauthorized(error)) return { problem: WRONG_TOKEN };
    return { unreachable: withoutDetails(error).message };
  }
}

/** Without its commands the bot still answers mentions. */
async function tellCommands(client: Client<true>, log: Logger): Promise<boolean> {
  try {
    const { count, changed } = await syncCommands(client.rest, client.application.id);
    log.info(`Discord: ${count} commands, ${changed ? "registered anew" : "unchanged"}`);
    return true;
  } catch (error) {
    log.error("Discord: the commands could not be registered", withoutDetails(error));
    return false;
  }
}

function addressOf({ user, guilds, application, options }: Client<true>, count: number): string {
  const servers = guilds.cache.size === 1 ? "1 server" : `${guilds.cache.size} servers`;
  const part = count === 1 ? "" : `, shard ${String(options.shards)} of ${count}`;
  const permissions = Object.values(WANTED).reduce((all, each) => all | each, 0n);
  const invite = `https://discord.com/oauth2/authorize?client_id=${application.id}&scope=bot+applications.commands&permissions=${permissions}`;
  return `signed in as ${user.tag} in ${servers}${part}; invite: ${invite}`;
}

function standsBy(count: number): string {
  return `stands by; other processes have ${count === 1 ? "its shard" : `all ${count} shards`}`;
}
