import type { ChatInputCommandInteraction } from "discord.js";
import type { ChatMessage } from "../../../src/presentation/chat-message.ts";
import type { DiscordContext } from "../context.ts";
import { embedLayout } from "../render/message.ts";
import type { Announce, Said } from "../respond.ts";

/** What a slash command does. */
export type Command = (
  context: DiscordContext,
  interaction: ChatInputCommandInteraction,
  announce: Announce,
) => Promise<Said>;

export function toOne(message: ChatMessage): Said {
  return { manner: "private", message: embedLayout.render(message), more: [] };
}
