import { type Channel, cleanContent } from "discord.js";

/** What somebody wrote, with names in place of mentions. */
export function plainQuestion(text: string, channel: Channel | null): string {
  return (channel?.isTextBased() ? cleanContent(text, channel) : text).trim();
}

/** The same without the mention of the bot itself. */
export function withoutMention(text: string, botId: string): string {
  return text.replace(new RegExp(`<@!?${botId}>`, "g"), " ");
}
