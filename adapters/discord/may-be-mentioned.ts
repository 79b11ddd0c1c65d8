import { type APIRole, type BaseInteraction, GuildMember, PermissionFlagsBits, type Role } from "discord.js";

/** Whether alerts may mention a role in a channel. Nobody gets the bot to mention whom they may not mention themselves. */
export function mayBeMentioned(
  { id, mentionable }: Pick<Role | APIRole, "id" | "mentionable">,
  { guild, guildId, member, client }: BaseInteraction,
  channelId: string,
): boolean {
  // The role of that id is everyone.
  if (id === guildId) return false;
  if (mentionable) return true;
  const channel = guild?.channels.cache.get(channelId);
  const both = [client.user?.id, member instanceof GuildMember ? member : undefined];
  return both.every((who) => {
    const held = who === undefined ? null : channel?.permissionsFor(who);
    return held?.has(PermissionFlagsBits.MentionEveryone) ?? false;
  });
}
