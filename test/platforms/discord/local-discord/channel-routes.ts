import { FormCheck, refusal } from "./api-error.ts";
import { ChannelKind, type LocalChannel, openThread } from "./channels.ts";
import { directChannelOf } from "./direct-messages.ts";
import { MESSAGE_DEFAULT, pingsOf } from "./mentions.ts";
import { shownAfter } from "./message-rules.ts";
import { addMessage, deleteMessage, editMessage, type LocalMessage } from "./messages.ts";
import type { PermissionName } from "./permissions.ts";
import { type Call, noContent, ok, param, type Route } from "./routing.ts";
import { messageJson } from "./wire-messages.ts";
import { channelJson } from "./wire-places.ts";
import { type MessageBody, MessageFlag, MessageKind } from "./wire-types.ts";
import type { Account, World } from "./world.ts";

const NONCE_REMEMBERED_MS = 5 * 60_000;
const ACCEPTED_FLAGS = MessageFlag.SuppressEmbeds | MessageFlag.SuppressNotifications | MessageFlag.ComponentsV2;
const MOST_LISTED = 100;
const ARCHIVE_MINUTES = [60, 1440, 4320, 10080];

/** A channel that the bot sees. */
function channelOf(call: Call): LocalChannel {
  const channel = call.world.channels.get(param(call, "channel_id"));
  if (!channel) throw refusal.unknownChannel();
  if (!channel.may(call.world.bot, "ViewChannel")) throw refusal.missingAccess();
  return channel;
}

function demand(world: World, channel: LocalChannel, ...names: PermissionName[]): void {
  if (!channel.may(world.bot, ...names)) throw refusal.missingPermissions();
}

function messageOf(call: Call): LocalMessage {
  const channel = channelOf(call);
  const message = call.world.messages.get(param(call, "message_id"));
  if (!message || message.channel !== channel || message.deleted || message.ephemeralFor)
    throw refusal.unknownMessage();
  return message;
}

const read = (world: World, message: LocalMessage) => messageJson(world, message, world.options.messageContentIntent);

function createMessage(call: Call) {
  const { world } = call;
  const channel = channelOf(call);
  const body = (call.body ?? {}) as MessageBody;
  if (!channel.mayWrite(world.bot)) throw refusal.missingPermissions();
  if (channel.closed) throw refusal.cannotDm();
  if (channel.recipient && !isMet(world, channel.recipient)) throw refusal.noMutualGuild();
  const flags = (body.flags ?? 0) & ACCEPTED_FLAGS;
  const shown = shownAfter(body, { flags });
  if (shown.embeds.length > 0) demand(world, channel, "EmbedLinks");
  if (channel.locked && !channel.may(world.bot, "ManageThreads"))
    throw channel.archived ? refusal.archivedThread() : refusal.lockedThread();
  const nonce = body.nonce ?? null;
  const earlier = nonce !== null && body.enforce_nonce ? channel.nonces.get(String(nonce)) : undefined;
  if (earlier && !earlier.message.deleted && world.now() - earlier.at < NONCE_REMEMBERED_MS) {
    return ok({ ...read(world, earlier.message), nonce });
  }
  const reference = repliedTo(world, channel, body);
  // Writing wakes a thread that nobody has locked.
  if (channel.archived) channel.setThread({ archived: false });
  const allowed = body.allowed_mentions ?? MESSAGE_DEFAULT;
  const { content } = shown;
  const message = addMessage(world, {
    ...{ channel, author: world.bot, shown, flags, nonce, reference },
    type: reference ? MessageKind.Reply : MessageKind.Default,
    pings: pingsOf(world, { content, channel, author: world.bot, replyTo: reference, allowed }),
  });
  if (nonce !== null) channel.nonces.set(String(nonce), { message, at: world.now() });
  return ok({ ...read(world, message), ...(nonce !== null && { nonce }) });
}

/** Whether the bot shares a guild with somebody. */
function isMet({ guilds, bot }: World, { id }: Account): boolean {
  return [...guilds.values()].some(({ members }) => members.has(bot.id) && members.has(id));
}

function repliedTo(
  world: World,
  channel: LocalChannel,
  { message_reference: given }: MessageBody,
): LocalMessage | null {
  if (!given?.message_id) return null;
  if (!channel.may(world.bot, "ReadMessageHistory")) throw refusal.replyNeedsHistory();
  const found = world.messages.get(given.message_id);
  const form = new FormCheck();
  if (!found || found.deleted || found.ephemeralFor || found.channel !== channel) {
    if (given.fail_if_not_exists === false) return null;
    form.add(["message_reference"], "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
  } else if (!found.isOrdinary) {
    form.add(["message_reference"], "REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE", "Cannot reply to a system message");
  }
  form.throwIfAny();
  return found ?? null;
}

function updateMessage(call: Call) {
  const { world } = call;
  const message = messageOf(call);
  const { channel } = message;
  if (message.author.id !== world.bot.id) throw refusal.editsAnother();
  if (channel.archived) throw refusal.archivedThread();
  const body = (call.body ?? {}) as MessageBody;
  const flags = message.flags | ((body.flags ?? 0) & ACCEPTED_FLAGS);
  const shown = shownAfter(body, { before: message, flags });
  if (body.embeds?.length) demand(world, channel, "EmbedLinks");
  message.flags = flags;
  const allowed = body.allowed_mentions ?? MESSAGE_DEFAULT;
  const { content } = shown;
  const replyTo = message.reference;
  editMessage(world, message, shown, pingsOf(world, { content, channel, author: world.bot, replyTo, allowed }));
  return ok(read(world, message));
}

function removeMessage(call: Call) {
  const message = messageOf(call);
  if (message.author.id !== call.world.bot.id) demand(call.world, message.channel, "ManageMessages");
  deleteMessage(call.world, message);
  return noContent;
}

function listMessages(call: Call) {
  const { world, query } = call;
  const channel = channelOf(call);
  if (!channel.may(world.bot, "ReadMessageHistory")) return ok([]);
  const limit = Number(query.get("limit") ?? 50);
  const form = new FormCheck();
  if (!(limit >= 1 && limit <= MOST_LISTED))
    form.add(["limit"], "NUMBER_TYPE_MAX", `int value should be between 1 and ${MOST_LISTED}.`);
  form.throwIfAny();
  const bound = (name: string) => (query.has(name) ? BigInt(query.get(name) as string) : null);
  const [before, after] = [bound("before"), bound("after")];
  const all = channel.stored
    .filter(({ deleted, ephemeralFor }) => !deleted && !ephemeralFor)
    .filter(({ id }) => (before === null || BigInt(id) < before) && (after === null || BigInt(id) > after));
  // After a message the oldest come first in line, otherwise the newest; the list is newest first.
  const page = after === null ? all.slice(-limit) : all.slice(0, limit);
  return ok(page.reverse().map((message) => read(world, message)));
}

function getMessage(call: Call) {
  const message = messageOf(call);
  if (!message.channel.may(call.world.bot, "ReadMessageHistory")) throw refusal.missingAccess();
  return ok(read(call.world, message));
}

function startTyping(call: Call) {
  const channel = channelOf(call);
  if (!channel.mayWrite(call.world.bot)) throw refusal.missingPermissions();
  channel.typingCount++;
  return noContent;
}

interface ThreadBody {
  name?: string;
  type?: number;
  auto_archive_duration?: number | null;
}

function createThread(call: Call, message?: LocalMessage) {
  const { world } = call;
  const parent = channelOf(call);
  const {
    name,
    type = message ? ChannelKind.PublicThread : ChannelKind.PrivateThread,
    ...body
  } = call.body as ThreadBody;
  if (parent.isThread || !parent.guild) throw refusal.missingPermissions();
  const isPublic = type === ChannelKind.PublicThread;
  demand(world, parent, isPublic ? "CreatePublicThreads" : "CreatePrivateThreads");
  if (message?.thread) throw refusal.threadExists();
  const form = new FormCheck();
  form.text(["name"], name, { min: 1, max: 100 });
  form.choice(["type"], type, [ChannelKind.PublicThread, ChannelKind.PrivateThread]);
  const minutes = body.auto_archive_duration ?? undefined;
  if (minutes !== undefined) form.choice(["auto_archive_duration"], minutes, ARCHIVE_MINUTES);
  form.throwIfAny();
  const thread = openThread(world, {
    ...{ parent, owner: world.bot, name: name ?? "", type },
    ...(message && { message }),
    ...(minutes !== undefined && { autoArchiveMinutes: minutes }),
  });
  return { status: 201, body: channelJson(thread, world.bot.id) };
}

function updateChannel(call: Call) {
  const { world } = call;
  const channel = channelOf(call);
  const { name, archived, locked } = call.body as { name?: string; archived?: boolean; locked?: boolean };
  if (!channel.isThread) demand(world, channel, "ManageChannels");
  else if (channel.ownerId !== world.bot.id || locked !== undefined) demand(world, channel, "ManageThreads");
  const form = new FormCheck();
  form.text(["name"], name, { min: 1, max: 100, optional: true });
  form.throwIfAny();
  channel.setThread({
    ...(name !== undefined && { name }),
    ...(archived !== undefined && { archived }),
    ...(locked !== undefined && { locked }),
  });
  return ok(channelJson(channel, world.bot.id));
}

function openDirectChannel({ world, body }: Call) {
  const { recipient_id: id } = body as { recipient_id?: string };
  const person = world.accounts.get(id ?? "");
  if (!person) throw refusal.unknownUser();
  if (person.bot) throw refusal.cannotDm();
  return ok(channelJson(directChannelOf(world, person)));
}

function joinThread(call: Call) {
  channelOf(call).joined.add(call.world.bot.id);
  return noContent;
}

const CHANNEL = "/channels/{channel_id}";
const MESSAGES = `${CHANNEL}/messages`;
const MESSAGE = `${MESSAGES}/{message_id}`;

export const channelRoutes: readonly Route[] = [
  { method: "GET", template: CHANNEL, handle: (call) => ok(channelJson(channelOf(call), call.world.bot.id)) },
  { method: "PATCH", template: CHANNEL, handle: updateChannel },
  { method: "GET", template: MESSAGES, handle: listMessages },
  { method: "POST", template: MESSAGES, handle: createMessage },
  { method: "GET", template: MESSAGE, handle: getMessage },
  { method: "PATCH", template: MESSAGE, handle: updateMessage },
  { method: "DELETE", template: MESSAGE, handle: removeMessage },
  { method: "POST", template: `${CHANNEL}/typing`, handle: startTyping },
  { method: "POST", template: `${CHANNEL}/threads`, handle: (call) => createThread(call) },
  { method: "POST", template: `${MESSAGE}/threads`, handle: (call) => createThread(call, messageOf(call)) },
  { method: "PUT", template: `${CHANNEL}/thread-members/@me`, handle: joinThread },
  { method: "POST", template: "/users/@me/channels", handle: openDirectChannel },
];
