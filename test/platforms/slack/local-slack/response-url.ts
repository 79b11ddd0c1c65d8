import type { Parts } from "./api-call.ts";
import { type Content, checkedBlocks, keep } from "./chat-methods.ts";
import type { ReplyUrl } from "./handles.ts";
import { isTrue, type Json, listAt, textAt } from "./loose-json.ts";
import { Refusal } from "./refusal.ts";
import type { StoredMessage } from "./stored-message.ts";
import type { World } from "./world.ts";

const TEXT = 40_000;

/** What a POST to a response URL does: posts, replaces or deletes a message. Works where the bot is no member. */
export function answerReplyUrl(parts: Parts, key: string, body: Json): void {
  const record = parts.handles.takeReplyUrl(key);
  const { world, events } = parts;
  const channel = world.channel(record.channelId);
  const { source } = record;
  if (isTrue(body["delete_original"]) && source !== undefined) {
    source.deleted = true;
    record.uses += 1;
    world.waits.changed();
    return;
  }
  const content = replyContent(world, body);
  record.uses += 1;
  if (source !== undefined && replaces(body)) {
    source.change(content.text, content.blocks, body);
    record.posted.push(source);
    world.waits.changed();
    if (source.onlyFor === undefined) void events.changed(channel, source);
    return;
  }
  const message = keepReply(world, record, body, content, "response_url");
  record.posted.push(message);
  world.waits.changed();
  if (message.onlyFor === undefined) void events.posted(channel, message);
}

/** Keep what the app answered to a command or an interaction: for one person unless it says in_channel. */
export function keepReply(
  world: World,
  record: ReplyUrl,
  body: Json,
  content: Content,
  via: "response_url" | "ack",
): StoredMessage {
  const team = world.team(record.teamId);
  return keep(world, world.channel(record.channelId), {
    author: team.botUserId,
    botId: team.botId,
    appId: world.appId,
    ...content,
    threadTs: textAt(body, "thread_ts"),
    onlyFor: body["response_type"] === "in_channel" ? undefined : record.userId,
    sent: body,
    via,
  });
}

/** The text and blocks of an answer; markdown_text is no text here. */
export function replyContent(world: World, body: Json): Content {
  const blocks = checkedBlocks(world, body["blocks"]);
  const text = textAt(body, "text") ?? "";
  if (text === "" && blocks.length === 0 && listAt(body, "attachments").length === 0) throw new Refusal("no_text");
  return { text: text.slice(0, TEXT), blocks };
}

/** An answer that says neither what it replaces nor who sees it takes the place of the message. */
function replaces(body: Json): boolean {
  if (body["replace_original"] !== undefined) return isTrue(body["replace_original"]);
  return body["response_type"] === undefined;
}
