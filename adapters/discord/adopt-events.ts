import {
  type APIInteraction,
  type APIMessage,
  type Client,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  GatewayOpcodes,
  type Message,
  MessageFlags,
  Routes,
  SnowflakeUtil,
} from "discord.js";
import type { StoredEvent } from "../../src/ports/event-log.ts";
import type { DiscordContext } from "./context.ts";
import { INTERACTION_EVENT, MESSAGE_EVENT, type MessagePayload } from "./event-keys.ts";
import type { Deferral } from "./heard-interactions.ts";
import { onMessage } from "./mentions.ts";
import type { Shard } from "./shard.ts";
import { isOwnThread } from "./threads.ts";

const MOST_AT_ONCE = 500;
/** Nobody waits for an answer longer; an interaction's token lives no longer either. */
const ANSWERED_WITHIN_MS = 15 * 60_000;
/** Discord knows a nonce for "the past few minutes". */
const NONCE_KNOWN_MS = 120_000;
const LOOKED_THROUGH = 100;

/** The shard that hears of a server, direct messages being the first one's; null where this process has it not. */
export type ShardFor = (guildId: string | null) => Shard | null;

/** Goes on with what processes that are gone had taken and not answered. Safe to run again at any time. */
export async function adoptEvents(context: DiscordContext, shardFor: ShardFor): Promise<void> {
  const { events } = context.services.desk;
  for (const event of await events.orphans(MESSAGE_EVENT, MOST_AT_ONCE)) {
    const payload = read<MessagePayload>(event);
    await adopt(context, event, payload?.messageId, shardFor(payload?.guildId ?? null), async (client) => {
      if (payload) await answerAdopted(context, client, payload);
    });
  }
  for (const event of await events.orphans(INTERACTION_EVENT, MOST_AT_ONCE)) {
    const interaction = read<APIInteraction>(event);
    const shard = shardFor(interaction?.guild_id ?? null);
    await adopt(context, event, interaction?.id, shard, async (client) => {
      if (interaction && shard) await completeAdopted(context, client, interaction, shard);
    });
  }
}

function read<T>({ payload }: StoredEvent): T | null {
  try {
    return JSON.parse(payload ?? "null") as T | null;
  } catch {
    return null;
  }
}

async function adopt(
  context: DiscordContext,
  { key }: StoredEvent,
  id: string | undefined,
  shard: Shard | null,
  work: (client: Client<true>) => Promise<void>,
): Promise<void> {
  const { clock, desk } = context.services;
  const isLate = id === undefined || clock.now() - SnowflakeUtil.timestampFrom(id) > ANSWERED_WITHIN_MS;
  const client = shard?.client() ?? null;
  if (isLate) await desk.events.finish(key);
  else if (shard && client && (await desk.events.adopt(key))) shard.take(() => work(client));
}

/** Answers a message as if it came now, unless that was done. */
async function answerAdopted(context: DiscordContext, client: Client<true>, payload: MessagePayload): Promise<void> {
  const { channelId, messageId } = payload;
  const channel = await client.channels.fetch(channelId).catch(() => null);
  const message = channel?.isTextBased() ? await channel.messages.fetch(messageId).catch(() => null) : null;
  if (message === null || (await isAnswered(context, message))) await context.finish(MESSAGE_EVENT + messageId);
  else await onMessage(context, message, true);
}

/** Whether the bot has answered: by a reply, in a thread of its own, or by what stands below where replies are none. */
async function isAnswered({ services }: DiscordContext, message: Message): Promise<boolean> {
  const { channel, id, client } = message;
  const isOwn = ({ author, system }: Message) => author.id === client.user.id && !system;
  const after = await channel.messages.fetch({ after: id, limit: LOOKED_THROUGH, cache: false }).catch(() => null);
  if (after?.some((each) => isOwn(each) && each.reference?.messageId === id)) return true;
  const thread = message.hasThread ? await client.channels.fetch(id).catch(() => null) : null;
  if (thread?.isThread() && (await isOwnThread(thread))) {
    const said = await thread.messages.fetch({ limit: LOOKED_THROUGH, cache: false }).catch(() => null);
    if (said?.some(isOwn)) return true;
  }
  // Until then, a second answer is the first one to Discord.
  const isNonceForgotten = services.clock.now() - message.createdTimestamp > NONCE_KNOWN_MS;
  return channel.isDMBased() && isNonceForgotten && (after?.some(isOwn) ?? false);
}

/** Fills in what was deferred. What was never acknowledged cannot be answered any more, and what was answered is done. */
async function completeAdopted(
  { interactions, finish }: DiscordContext,
  client: Client<true>,
  interaction: APIInteraction,
  shard: Shard,
): Promise<void> {
  const deferral = await deferralOf(client, interaction);
  if (deferral === null) {
    await finish(INTERACTION_EVENT + interaction.id);
    return;
  }
  interactions.adopt(interaction.id, deferral);
  const event = { op: GatewayOpcodes.Dispatch, t: GatewayDispatchEvents.InteractionCreate, s: 0, d: interaction };
  shard.tell(event as GatewayDispatchPayload);
}

/** Null where nothing is to be filled in. */
async function deferralOf({ rest }: Client<true>, interaction: APIInteraction): Promise<Deferral | null> {
  const { application_id, token, id, message: source } = interaction;
  const route = Routes.webhookMessage(application_id, token, "@original");
  const original = (await rest.get(route, { auth: false }).catch(() => null)) as APIMessage | null;
  if (original === null) return null;
  const flags = original.flags ?? 0;
  if (flags & MessageFlags.Loading) return flags & MessageFlags.Ephemeral ? "private" : "public";
  // A message that was to be changed shows whether it was.
  const changedMs = Date.parse(original.edited_timestamp ?? "1970-01-01T00:00:00Z");
  const isWaiting = original.id === source?.id && changedMs < SnowflakeUtil.timestampFrom(id);
  return isWaiting ? "instead" : null;
}
