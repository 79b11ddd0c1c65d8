import {
  type Channel,
  ChannelType,
  type Message,
  type PublicThreadChannel,
  RESTJSONErrorCodes,
  Routes,
  ThreadAutoArchiveDuration,
  type ThreadChannel,
} from "discord.js";
import { clip } from "../../src/text/clip.ts";
import { onOneLine } from "../../src/text/plain.ts";
import { codeOf, lacksPermission } from "./discord-errors.ts";

const LONGEST_NAME = 100;

/** In such a thread people need not call the bot by its name. */
export async function isOwnThread(channel: Channel | null): Promise<boolean> {
  if (!channel?.isThread()) return false;
  return (await ownerOf(channel)) === channel.client.user.id;
}

/** A thread that woke after a restart is known without its owner. */
async function ownerOf(thread: ThreadChannel): Promise<string | null> {
  if (thread.ownerId) return thread.ownerId;
  const fetched = await thread.client.rest.get(Routes.channel(thread.id)).catch(() => null);
  return (fetched as { owner_id?: string } | null)?.owner_id ?? null;
}

/** Threads are opened in plain text channels only, and a message has one at most. */
export function mayBecomeThread(message: Message): boolean {
  return message.channel.type === ChannelType.GuildText && !message.hasThread;
}

/** Opens a thread under a question; null where Discord does not let the bot, or somebody was faster. */
export async function openThread(message: Message, question: string): Promise<PublicThreadChannel | null> {
  try {
    const thread = await message.startThread({
      name: clip(onOneLine(question).trim(), LONGEST_NAME),
      autoArchiveDuration: ThreadAutoArchiveDuration.OneDay,
    });
    return thread as PublicThreadChannel;
  } catch (error) {
    if (codeOf(error) === RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage) return ownThreadOf(message);
    if (lacksPermission(error)) return null;
    throw error;
  }
}

/** Opened by an earlier try whose answer was lost. */
async function ownThreadOf({ id, client }: Message): Promise<PublicThreadChannel | null> {
  const thread = await client.channels.fetch(id);
  return (await isOwnThread(thread)) ? (thread as PublicThreadChannel) : null;
}
