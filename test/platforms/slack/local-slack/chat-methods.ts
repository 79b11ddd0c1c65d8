import { type Call, channelOf, given, isMember, type Method, memberChannelOf, needed, structured } from "./api-call.ts";
import { blockProblems, isTooLong } from "./block-rules.ts";
import { isJson, type Json, parsed } from "./loose-json.ts";
import { Refusal, refusalFor } from "./refusal.ts";
import { type NewMessage, StoredMessage } from "./stored-message.ts";
import type { ChannelRecord, World } from "./world.ts";

const TEXT = 40_000;
const TEXT_IN_UPDATE = 4_000;
const MARKDOWN_TEXT = 12_000;

/** What a message says, checked: its text and its blocks with block ids. */
export interface Content {
  readonly text: string;
  readonly blocks: readonly Json[];
}

/** Check the blocks of a message as Slack does, and fill in the block ids that are missing. */
export function checkedBlocks(world: World, given: unknown): readonly Json[] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) throw new Refusal("invalid_blocks_format");
  const problems = blockProblems(given);
  if (problems.length > 0) throw refusalFor("invalid_blocks", problems);
  const blocks = withIds(world, given.filter(isJson));
  if (isTooLong(blocks)) throw new Refusal("msg_blocks_too_long");
  return blocks;
}

/** Blocks and their elements with the ids Slack makes up where the app gave none. */
export function withIds(world: World, blocks: readonly Json[]): readonly Json[] {
  const named = (element: unknown): unknown => {
    const plain = !isJson(element) || ["plain_text", "mrkdwn", "image"].includes(String(element["type"]));
    return plain || element["action_id"] !== undefined ? element : { ...element, action_id: world.newId("a") };
  };
  return blocks.map((block) => {
    const elements = block["elements"];
    const interactive = block["type"] === "actions" || block["type"] === "context_actions";
    return {
      ...block,
      block_id: block["block_id"] ?? world.newId("b"),
      ...(interactive && Array.isArray(elements) ? { elements: elements.map(named) } : {}),
      ...(block["accessory"] === undefined ? {} : { accessory: named(block["accessory"]) }),
      ...(block["element"] === undefined ? {} : { element: named(block["element"]) }),
    };
  });
}

function contentOf(call: Call): Content {
  const text = given(call, "text");
  const markdown = given(call, "markdown_text");
  const blocks = checkedBlocks(call.world, structured(call, "blocks"));
  const attachments = structured(call, "attachments");
  if (markdown !== undefined) {
    if (text !== undefined || blocks.length > 0) throw new Refusal("markdown_text_conflict");
    if (markdown.length > MARKDOWN_TEXT) throw new Refusal("msg_too_long");
    return { text: markdown, blocks: withIds(call.world, [{ type: "markdown", text: markdown }]) };
  }
  const attached = Array.isArray(attachments) && attachments.length > 0;
  if (text === undefined && blocks.length === 0 && !attached) throw new Refusal("no_text");
  return { text: (text ?? "").slice(0, TEXT), blocks };
}

/** Keep a message of the app and let the ones who wait see it. */
export function keep(world: World, channel: ChannelRecord, message: Omit<NewMessage, "ts" | "teamId" | "channelId">) {
  const stored = new StoredMessage({ ...message, ts: world.newTs(), teamId: channel.teamId, channelId: channel.id });
  (stored.onlyFor === undefined ? channel.messages : channel.ephemerals).push(stored);
  // A status ends when the app has posted in the thread.
  const statuses = channel.statuses.get(stored.threadTs ?? "");
  if (stored.fromBot && statuses !== undefined && statuses.at(-1) !== "") statuses.push("");
  world.waits.changed();
  return stored;
}

function asBot({ team, world, args }: Call): Pick<NewMessage, "author" | "botId" | "appId" | "sent"> {
  return { author: team.botUserId, botId: team.botId, appId: world.appId, sent: sentOf(args) };
}

function sentOf(args: Json): Json {
  const { token: _, ...sent } = args;
  return sent["metadata"] === undefined ? sent : { ...sent, metadata: parsed(sent["metadata"]) };
}

/** Apps tell each other by a name and an object. */
function refuseBadMetadata(call: Call): void {
  const metadata = structured(call, "metadata");
  if (metadata === undefined) return;
  const isGood = isJson(metadata) && typeof metadata["event_type"] === "string" && isJson(metadata["event_payload"]);
  if (!isGood) throw new Refusal("invalid_metadata_format");
}

/** The channel to post to: a person's id stands for the direct messages with them. */
function targetOf(call: Call): ChannelRecord {
  const id = needed(call, "channel");
  const { world, team } = call;
  const user = world.users.get(id);
  if (user !== undefined && user.teamId === team.id) return world.directMessages(team.id, user.id, team.botUserId);
  const named = [...world.channels.values()].find(
    ({ teamId, kind, name }) => teamId === team.id && kind === "public" && `#${name}` === id,
  );
  return named ?? channelOf(call);
}

function threadOf(call: Call, channel: ChannelRecord): string | undefined {
  const ts = given(call, "thread_ts");
  if (ts === undefined) return undefined;
  if (!/^\d+\.\d+$/u.test(ts)) throw new Refusal("invalid_thread_ts");
  // A reply to a reply lands in the thread of the first message.
  return call.world.message(channel, ts)?.threadTs ?? ts;
}

const postMessage: Method = (call) => {
  const channel = targetOf(call);
  if (channel.archived) throw new Refusal("is_archived");
  refuseBadMetadata(call);
  if (!isMember(call, channel) && !call.team.scopes.has("chat:write.public")) throw new Refusal("not_in_channel");
  const threadTs = threadOf(call, channel);
  const message = keep(call.world, channel, { ...asBot(call), ...contentOf(call), threadTs, via: "chat.postMessage" });
  // The app hears of its own messages, too; nobody waits for that.
  void call.events.posted(channel, message);
  return { channel: channel.id, ts: message.ts, message: message.toWire({ metadata: true }) };
};

const postEphemeral: Method = (call) => {
  const channel = memberChannelOf(call);
  if (channel.archived) throw new Refusal("is_archived");
  const onlyFor = needed(call, "user");
  if (!channel.members.has(onlyFor)) throw new Refusal("user_not_in_channel");
  const threadTs = threadOf(call, channel);
  const content = contentOf(call);
  const message = keep(call.world, channel, {
    ...asBot(call),
    ...content,
    threadTs,
    onlyFor,
    via: "chat.postEphemeral",
  });
  return { message_ts: message.ts };
};

const update: Method = (call) => {
  const { channel, message } = ownMessage(call, "cant_update_message");
  const text = given(call, "text");
  const blocks = structured(call, "blocks");
  if (text === undefined && blocks === undefined && given(call, "markdown_text") === undefined) {
    throw new Refusal("no_text");
  }
  if ((text?.length ?? 0) > TEXT_IN_UPDATE) throw new Refusal("msg_too_long");
  const markdown = given(call, "markdown_text");
  const content = markdown === undefined ? undefined : contentOf(call);
  // Blocks that are not named stay; an empty list takes them away.
  const next = content?.blocks ?? (blocks === undefined ? message.blocks : checkedBlocks(call.world, blocks));
  message.change(content?.text ?? text ?? message.text, next, sentOf(call.args));
  call.world.waits.changed();
  void call.events.changed(channel, message);
  return { channel: channel.id, ts: message.ts, text: message.text, message: message.toWire() };
};

const remove: Method = (call) => {
  const { channel, message } = ownMessage(call, "cant_delete_message");
  message.deleted = true;
  call.world.waits.changed();
  void call.events.deleted(channel, message);
  return { channel: channel.id, ts: message.ts };
};

function ownMessage(call: Call, otherwise: string): { channel: ChannelRecord; message: StoredMessage } {
  const channel = channelOf(call);
  const message = call.world.message(channel, needed(call, "ts"));
  if (message === undefined) throw new Refusal("message_not_found");
  if (message.author !== call.team.botUserId) throw new Refusal(otherwise);
  return { channel, message };
}

const getPermalink: Method = (call) => {
  const channel = channelOf(call);
  const message = call.world.message(channel, needed(call, "message_ts"));
  if (message === undefined) throw new Refusal("message_not_found");
  const base = `https://${call.team.domain}.slack.com/archives/${channel.id}/p${message.ts.replace(".", "")}`;
  const thread = message.threadTs === undefined ? "" : `?thread_ts=${message.threadTs}&cid=${channel.id}`;
  return { channel: channel.id, permalink: base + thread };
};

const react =
  (add: boolean): Method =>
  (call) => {
    const channel = memberChannelOf(call);
    const message = call.world.message(channel, needed(call, "timestamp"));
    if (message === undefined) throw new Refusal("message_not_found");
    const name = needed(call, "name");
    const found = message.reactions.find((reaction) => reaction.name === name);
    const mine = found?.users.indexOf(call.team.botUserId) ?? -1;
    if (add && mine >= 0) throw new Refusal("already_reacted");
    if (!add && mine < 0) throw new Refusal("no_reaction");
    if (add && found === undefined) message.reactions.push({ name, users: [call.team.botUserId] });
    else if (add) found?.users.push(call.team.botUserId);
    else found?.users.splice(mine, 1);
    const empty = message.reactions.findIndex(({ users }) => users.length === 0);
    if (empty >= 0) message.reactions.splice(empty, 1);
    call.world.waits.changed();
    return {};
  };

/** chat.* and reactions.* */
export const CHAT_METHODS: Readonly<Record<string, Method>> = {
  "chat.postMessage": postMessage,
  "chat.postEphemeral": postEphemeral,
  "chat.update": update,
  "chat.delete": remove,
  "chat.getPermalink": getPermalink,
  "reactions.add": react(true),
  "reactions.remove": react(false),
};
