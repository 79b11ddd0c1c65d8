import { type Message, PermissionFlagsBits } from "discord.js";
import { firstTime } from "../../src/chat/chat-services.ts";
import { type ChatMessage, line, saying } from "../../src/presentation/chat-message.ts";
import type { Locale } from "../../src/wording/age.ts";
import type { PermissionName } from "../../src/wording/chat-wording.ts";
import { chatWordingIn } from "../../src/wording/wording-for.ts";
import type { DiscordContext } from "./context.ts";
import { isClosed, isGone, lacksPermission, withoutDetails } from "./discord-errors.ts";
import { contentLayout } from "./render/message.ts";

/** What the bot asks for in an invitation. It works with less, and says what is missing. */
export const WANTED = {
  "view-channel": PermissionFlagsBits.ViewChannel,
  "send-messages": PermissionFlagsBits.SendMessages,
  "send-in-threads": PermissionFlagsBits.SendMessagesInThreads,
  "create-threads": PermissionFlagsBits.CreatePublicThreads,
  "embed-links": PermissionFlagsBits.EmbedLinks,
  "read-history": PermissionFlagsBits.ReadMessageHistory,
} satisfies Record<PermissionName, bigint>;

/** Whether the bot may do something where a message was written. What cannot be known is tried. */
export function may({ channel, client }: Message, permission: PermissionName): boolean {
  if (channel.isDMBased()) return true;
  return channel.permissionsFor(client.user)?.has(WANTED[permission]) ?? true;
}

/** What writing in this channel takes: a thread has a permission of its own. */
export function toWrite({ channel }: Message): PermissionName {
  return channel.isThread() ? "send-in-threads" : "send-messages";
}

/** Says what is missing: in the channel, or to the one who asked where the bot may not write there. Once a day. */
export async function tellMissing(
  { services, log }: DiscordContext,
  message: Message,
  locale: Locale,
  permission: PermissionName,
): Promise<void> {
  const { channel, author } = message;
  try {
    if (!(await firstTime(services.desk, `discord:permission:${permission}:${channel.id}`))) return;
    log.warn("Discord: a permission is missing in a channel", { permission, channel: channel.id });
    const hint = chatWordingIn(locale).missingPermission(permission);
    if (may(message, toWrite(message)) && channel.isSendable()) await channel.send(plain(saying(hint)));
    else await author.send(plain({ ...saying(hint), lines: [line("small", placeOf(message)), line("own", hint)] }));
  } catch (error) {
    if (!isClosed(error) && !isGone(error) && !lacksPermission(error)) throw error;
    log.debug("Discord: nobody could be told of a missing permission", { reason: withoutDetails(error).message });
  }
}

function plain(message: ChatMessage) {
  return contentLayout.render(message);
}

/** A direct message about a channel names it. */
function placeOf({ channel, guild }: Message): string {
  return `${channel.isDMBased() ? "" : `#${channel.name}`} · ${guild?.name ?? ""}`;
}
