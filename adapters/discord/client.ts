import {
  Client,
  DefaultRestOptions,
  Events,
  GatewayCloseCodes,
  GatewayIntentBits,
  Options,
  Partials,
  type WebSocketOptions,
} from "discord.js";
import type { Logger } from "../../src/ports/runtime.ts";
import { withoutDetails } from "./discord-errors.ts";
import { WRONG_TOKEN } from "./register-commands.ts";
import { DISALLOWED_INTENTS } from "./sign-in.ts";

/** A reply refers to a message that came with it; nothing else is looked up. */
const MESSAGES_KEPT_PER_CHANNEL = 20;
const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits;

export interface ClientOptions {
  readonly messageContent: boolean;
  readonly apiUrl: string | null;
}

/** One of the parts that Discord cuts a bot's servers into. */
export interface ShardName {
  readonly id: number;
  readonly count: number;
}

/** A client of one shard that is not signed in yet. Whatever happens to its connection ends up in the log. */
export function createClient(
  { messageContent, apiUrl }: ClientOptions,
  { id, count }: ShardName,
  ws: WebSocketOptions,
  log: Logger,
): Client {
  const client = new Client({
    intents: [Guilds, GuildMessages, DirectMessages, ...(messageContent ? [MessageContent] : [])],
    // Direct messages come from channels that nobody has told of before.
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    enforceNonce: true,
    shards: [id],
    shardCount: count,
    ws,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: MESSAGES_KEPT_PER_CHANNEL,
    }),
    rest: { makeRequest: requestOrReset, ...(apiUrl !== null && { api: apiUrl }) },
  });
  client.on(Events.Error, (error) => log.error("Discord: the client reports a failure", withoutDetails(error)));
  client.on(Events.Warn, () => log.warn("Discord: the client reports something unusual"));
  client.on(Events.ShardError, (error, shard) => {
    log.warn("Discord: the connection failed; it is opened again", { shard, reason: withoutDetails(error).message });
  });
  client.on(Events.ShardReconnecting, (shard) => log.info("Discord: the connection is opened again", { shard }));
  client.on(Events.ShardResume, (shard, replayed) => log.info("Discord: the connection is back", { shard, replayed }));
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    // Before that, signing in says so.
    if (client.readyTimestamp !== null)
      log.error(`Discord closed the connection for good. ${adviceOn(code)}`, undefined, { shard, code });
  });
  client.on(Events.Invalidated, () => log.error("Discord ended the session. Start the bot again."));
  return client;
}

/** A connection that breaks off is a reset one: discord.js tries those again, a few times. */
const requestOrReset: typeof DefaultRestOptions.makeRequest = async (url, init) => {
  try {
    return await DefaultRestOptions.makeRequest(url, init);
  } catch (error) {
    throw codeOf(error) === "UND_ERR_SOCKET" ? Object.assign(error as Error, { code: "ECONNRESET" }) : error;
  }
};

function codeOf(error: unknown): unknown {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
  return code ?? cause?.code;
}

function adviceOn(code: number): string {
  if (code === GatewayCloseCodes.AuthenticationFailed) return WRONG_TOKEN;
  return code === GatewayCloseCodes.DisallowedIntents ? DISALLOWED_INTENTS : "Start the bot again.";
}
