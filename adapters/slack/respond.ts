import type { types } from "@slack/bolt";
import type { ChatMessage } from "../../src/presentation/chat-message.ts";
import { apiProblem } from "./api-problem.ts";
import type { Origin } from "./origin.ts";
import { renderMessage } from "./render/message.ts";
import type { SlackDesk } from "./slack-desk.ts";

const NO_PREVIEWS = { unfurl_links: false, unfurl_media: false } as const;

/** What is posted: kept small, and without previews of links. */
function bodyOf(message: ChatMessage, thread: string | null) {
  return { ...renderMessage(message), ...NO_PREVIEWS, ...(thread === null ? {} : { thread_ts: thread }) };
}

/** Only the one who acts sees it: where they are, else in direct messages. Rejects where neither can be reached. */
export async function tellOne({ fetch }: SlackDesk, origin: Origin, message: ChatMessage): Promise<void> {
  const { client, channel, user, thread, responseUrl } = origin;
  const body = bodyOf(message, thread);
  const response = { ...body, response_type: "ephemeral", replace_original: false } as const;
  if (await responseUrl?.post(response, fetch)) return;
  if (channel !== null) {
    try {
      await client.chat.postEphemeral({ channel, user, ...body });
      return;
    } catch (error) {
      if (apiProblem(error)?.kind !== "place") throw error;
    }
  }
  await client.chat.postMessage({ channel: user, ...bodyOf(message, null) });
}

/** Only the one who acts sees it, where they are. Rejects where the bot may not write. */
export async function tellHere({ client, channel, user, thread }: Origin, message: ChatMessage): Promise<void> {
  if (channel === null) throw new RangeError("There is no channel to post to.");
  await client.chat.postEphemeral({ channel, user, ...bodyOf(message, thread) });
}

/** Everybody in the channel or the thread sees it. `marks`: what the message is found by later. */
export async function tellAll(
  { fetch }: SlackDesk,
  origin: Origin,
  message: ChatMessage,
  marks?: types.MessageMetadata,
): Promise<void> {
  const { client, channel, thread, responseUrl } = origin;
  const body = bodyOf(message, thread);
  if (await responseUrl?.post({ ...body, response_type: "in_channel", replace_original: false }, fetch)) return;
  if (channel === null) throw new RangeError("There is no channel to post to.");
  await client.chat.postMessage({ channel, ...body, ...(marks ? { metadata: marks } : {}) });
}

/** Takes the place of the message that was pressed. */
export async function replace(slack: SlackDesk, origin: Origin, message: ChatMessage): Promise<void> {
  const { client, channel, messageTs, responseUrl, alone } = origin;
  const body = bodyOf(message, null);
  if (await responseUrl?.post({ ...body, replace_original: true }, slack.fetch)) return;
  if (alone || channel === null || messageTs === null) return tellOne(slack, origin, message);
  const { text, blocks } = body;
  await client.chat.update({ channel, ts: messageTs, text, blocks });
}

/** An answer to somebody: beside what only they see, and for all where all see what they acted on. */
export async function answer(slack: SlackDesk, origin: Origin, message: ChatMessage): Promise<void> {
  return isSeenByAll(origin) ? tellAll(slack, origin, message) : tellOne(slack, origin, message);
}

/** In threads and direct messages, unless it was a message for one. In a channel itself nobody else is bothered. */
export function isSeenByAll({ alone, channel, thread }: Origin): boolean {
  return !alone && (thread !== null || channel?.startsWith("D") === true);
}
