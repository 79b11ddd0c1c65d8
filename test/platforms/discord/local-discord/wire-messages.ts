import type { LocalInteraction } from "./interactions.ts";
import type { LocalMessage } from "./messages.ts";
import { channelJson, memberJson, userJson } from "./wire-places.ts";
import { InteractionKind, MessageKind } from "./wire-types.ts";
import type { World } from "./world.ts";

const iso = (ms: number) => new Date(ms).toISOString();

/** Whether the bot may read the message without the privileged intent. */
function isAlwaysReadable(world: World, { channel, author, pings }: LocalMessage): boolean {
  return channel.guild === null || author.id === world.bot.id || pings.users.includes(world.bot.id);
}

/** A message as the bot gets it; without `content` stripped as Discord strips what the bot may not read. */
export function messageJson(world: World, message: LocalMessage, content: boolean): Record<string, unknown> {
  const { id, channel, author, pings, type, flags, reference, interaction, thread } = message;
  const readable = content || isAlwaysReadable(world, message);
  const isReply = type === MessageKind.Reply;
  return {
    ...{ id, channel_id: channel.id, author: userJson(author), type, flags, tts: false, pinned: false },
    content: readable ? message.content : "",
    embeds: readable ? message.embeds : [],
    components: readable ? message.components : [],
    attachments: [],
    timestamp: iso(message.createdAt),
    edited_timestamp: message.editedAt === null ? null : iso(message.editedAt),
    mention_everyone: pings.everyone,
    mention_roles: pings.roles,
    mentions: pings.users.flatMap((userId) => world.accounts.get(userId) ?? []).map(userJson),
    ...(reference && { message_reference: referenceJson(reference) }),
    ...(reference && isReply && { referenced_message: referencedJson(world, reference, content) }),
    ...(thread && { thread: channelJson(thread) }),
    ...(interaction && answerJson(world, interaction)),
  };
}

function referenceJson({ id, channel }: LocalMessage): object {
  return { type: 0, message_id: id, channel_id: channel.id, ...(channel.guild && { guild_id: channel.guild.id }) };
}

// One level deep: what the quoted message itself quotes is left out.
function referencedJson(world: World, message: LocalMessage, content: boolean): object | null {
  if (message.deleted) return null;
  const { referenced_message: _, ...quoted } = messageJson(world, message, content);
  return quoted;
}

function answerJson(world: World, { id, kind, user, commandName }: LocalInteraction): object {
  const author = userJson(user);
  return {
    ...{ webhook_id: world.applicationId, application_id: world.applicationId },
    interaction_metadata: { id, type: kind, user: author, authorizing_integration_owners: {} },
    ...(kind === InteractionKind.Command && { interaction: { id, type: kind, name: commandName ?? "", user: author } }),
  };
}

/** A message as the gateway gives it. */
export function messageEventJson(world: World, message: LocalMessage, content: boolean): object {
  const { channel, author, nonce, interaction } = message;
  const member = channel.guild?.members.get(author.id);
  return {
    ...messageJson(world, message, content),
    channel_type: channel.type,
    ...(channel.guild && { guild_id: channel.guild.id }),
    ...(member && !interaction && { member: memberJson(member) }),
    ...(nonce !== null && author.id === world.bot.id && { nonce }),
  };
}
