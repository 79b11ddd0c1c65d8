import { type BaseInteraction, ChannelType, GuildMember, PermissionFlagsBits } from "discord.js";

const PREFIX = "discord:channel:";

/** Where articles may be told of. */
export const ALERT_CHANNELS = [
  ...([ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.PublicThread] as const),
  ...([ChannelType.PrivateThread, ChannelType.AnnouncementThread] as const),
];

/** What alerts call a channel. */
export function alertChannel(channelId: string): string {
  return PREFIX + channelId;
}

/** The same; null where none can go. */
export function alertChannelOf(channel: { readonly id: string; readonly type: ChannelType } | null): string | null {
  const takes = channel !== null && ALERT_CHANNELS.some((type) => type === channel.type);
  return takes ? alertChannel(channel.id) : null;
}

/** Discord's id of what alerts call so; null where it is no channel of Discord's. */
export function channelIdOf(alertChannel: string): string | null {
  return alertChannel.startsWith(PREFIX) ? alertChannel.slice(PREFIX.length) : null;
}

/** Whether who does something here manages another channel of the server. */
export function managesThere({ guild, member }: BaseInteraction, channelId: string): boolean {
  const channel = guild?.channels.cache.get(channelId);
  if (!channel || !(member instanceof GuildMember)) return false;
  return channel.permissionsFor(member).has(PermissionFlagsBits.ManageChannels);
}
