import { type Channel, type Client, PermissionFlagsBits } from "discord.js";
import type { PermissionName } from "../../src/wording/chat-wording.ts";
import { isGone, lacksPermission } from "./discord-errors.ts";
import { WANTED } from "./permissions.ts";

/** What the bot would need to post in a channel, as Discord has it now; null where nothing is missing. */
export async function missingToPost({ channels }: Client<true>, channelId: string): Promise<PermissionName | null> {
  try {
    return missingIn(await channels.fetch(channelId, { force: true }));
  } catch (error) {
    // A private thread that nobody asked the bot into is not shown to it.
    if (lacksPermission(error) || isGone(error)) return "view-channel";
    throw error;
  }
}

function missingIn(channel: Channel | null): PermissionName | null {
  if (channel === null || channel.isDMBased()) return null;
  const held = channel.permissionsFor(channel.client.user);
  if (held?.has(WANTED["view-channel"]) === false) return "view-channel";
  const writing = channel.isThread() ? "send-in-threads" : "send-messages";
  const isClosed = channel.isThread() && channel.locked && held?.has(PermissionFlagsBits.ManageThreads) === false;
  return isClosed || held?.has(WANTED[writing]) === false ? writing : null;
}
