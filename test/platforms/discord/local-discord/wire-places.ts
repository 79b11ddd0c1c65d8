import type { LocalChannel } from "./channels.ts";
import type { LocalGuild, Member } from "./guilds.ts";
import type { Role } from "./permissions.ts";
import type { Account, World } from "./world.ts";

const iso = (ms: number) => new Date(ms).toISOString();

export function userJson({ id, name, bot }: Account): object {
  return { id, username: name, global_name: bot ? null : name, discriminator: "0", avatar: null, bot, public_flags: 0 };
}

export function memberJson({ roles, nick, joinedAt }: Member): object {
  const joined_at = iso(joinedAt);
  const plain = { avatar: null, premium_since: null, deaf: false, mute: false, flags: 0, pending: false };
  return { roles, nick, joined_at, communication_disabled_until: null, ...plain };
}

export function roleJson({ id, name, permissions, mentionable, botId }: Role): object {
  const plain = { color: 0, colors: { primary_color: 0, secondary_color: null, tertiary_color: null }, hoist: false };
  const managed = botId !== null;
  const position = name === "@everyone" ? 0 : 1;
  const tags = managed ? { tags: { bot_id: botId } } : {};
  return { id, name, permissions: String(permissions), mentionable, managed, position, flags: 0, ...plain, ...tags };
}

/** A channel as everybody gets it; a thread also says whether the account given is in it. */
export function channelJson(channel: LocalChannel, accountId?: string): object {
  const { id, type, name, guild, parent, topic, recipient, stored } = channel;
  const last_message_id = stored.at(-1)?.id ?? null;
  if (recipient) return { id, type, last_message_id, recipients: [userJson(recipient)], flags: 0 };
  const common = { id, type, name, guild_id: guild?.id, last_message_id, rate_limit_per_user: 0, flags: 0 };
  if (parent) return { ...common, ...threadJson(channel, parent, accountId) };
  const permission_overwrites = [...channel.overwrites.values()].map(({ allow, deny, ...held }) => ({
    ...held,
    allow: String(allow),
    deny: String(deny),
  }));
  return { ...common, topic, nsfw: false, position: 0, parent_id: null, permission_overwrites };
}

function threadJson(thread: LocalChannel, parent: LocalChannel, accountId: string | undefined): object {
  const { id, ownerId, stored, joined, archived, locked, autoArchiveMinutes } = thread;
  const created = iso(thread.createdAt);
  const isIn = accountId !== undefined && joined.has(accountId);
  return {
    parent_id: parent.id,
    owner_id: ownerId,
    message_count: stored.length,
    total_message_sent: stored.length,
    member_count: joined.size,
    thread_metadata: {
      ...{ archived, locked, auto_archive_duration: autoArchiveMinutes },
      ...{ archive_timestamp: created, create_timestamp: created },
    },
    ...(isIn && { member: { id, user_id: accountId, join_timestamp: created, flags: 0 } }),
  };
}

/** A guild as REST gives it. */
export function guildJson(guild: LocalGuild): object {
  const { id, name, locale, ownerId, roles } = guild;
  return {
    ...{ id, name, owner_id: ownerId, preferred_locale: locale, roles: [...roles.values()].map(roleJson) },
    ...{ icon: null, splash: null, banner: null, description: null, discovery_splash: null, vanity_url_code: null },
    ...{ afk_channel_id: null, afk_timeout: 300, system_channel_id: null, system_channel_flags: 0 },
    ...{ rules_channel_id: null, public_updates_channel_id: null, safety_alerts_channel_id: null },
    ...{ verification_level: 0, default_message_notifications: 0, explicit_content_filter: 0, mfa_level: 0 },
    ...{ nsfw_level: 0, premium_tier: 0, premium_progress_bar_enabled: false, application_id: null },
    ...{ emojis: [], stickers: [], features: [], region: "deprecated" },
  };
}

/** A guild as the gateway gives it: of the members, only the bot. */
export function guildCreateJson(guild: LocalGuild, world: World): object {
  const bot = guild.members.get(world.bot.id);
  const threads = [...world.channels.values()].filter(
    (channel) =>
      channel.guild === guild && channel.isThread && !channel.archived && channel.may(world.bot, "ViewChannel"),
  );
  return {
    ...guildJson(guild),
    ...{ joined_at: iso(bot?.joinedAt ?? 0), large: false, unavailable: false, member_count: guild.members.size },
    members: bot ? [{ ...memberJson(bot), user: userJson(world.bot) }] : [],
    channels: guild.channels.map((channel) => channelJson(channel)),
    threads: threads.map((thread) => channelJson(thread, world.bot.id)),
    ...{ voice_states: [], presences: [], stage_instances: [], guild_scheduled_events: [], soundboard_sounds: [] },
  };
}
