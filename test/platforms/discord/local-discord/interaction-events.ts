import { type InteractionSeed, LocalInteraction } from "./interactions.ts";
import { messageJson } from "./wire-messages.ts";
import { channelJson, memberJson, userJson } from "./wire-places.ts";
import type { World } from "./world.ts";

/** Makes an interaction and lets the bot hear of it. */
export function interact(world: World, seed: InteractionSeed): LocalInteraction {
  const interaction = new LocalInteraction(world, seed);
  deliver(world, interaction);
  return interaction;
}

/** Sends an interaction to the bot, the first time or again. */
export function deliver(world: World, interaction: LocalInteraction): void {
  const { channel, source, locale } = interaction;
  // A message is sent as it stood when the button was pressed.
  const message = source && messageJson(world, source, true);
  const payload = {
    ...{ id: interaction.id, application_id: world.applicationId, type: interaction.kind, token: interaction.token },
    ...{ version: 1, data: interaction.data, locale, entitlements: [], attachment_size_limit: 10_485_760 },
    ...{ channel_id: channel.id, context: channel.guild ? 0 : 1 },
    channel: channelOf(interaction),
    app_permissions: String(channel.permissionsOf(world.bot.id)),
    authorizing_integration_owners: { "0": channel.guild?.id ?? "0" },
    ...(message && { message }),
    ...whoIn(interaction),
  };
  const guildId = channel.guild?.id ?? null;
  world.publish({ name: "INTERACTION_CREATE", guildId, intents: 0, data: () => payload });
  world.changed();
}

function channelOf({ channel, user }: LocalInteraction): object {
  const { permission_overwrites: _, ...partial } = channelJson(channel) as { permission_overwrites?: unknown };
  return { ...partial, permissions: String(channel.permissionsOf(user.id)) };
}

function whoIn({ channel, user }: LocalInteraction): object {
  const { guild } = channel;
  const member = guild?.members.get(user.id);
  if (!guild || !member) return { user: userJson(user) };
  const permissions = String(channel.permissionsOf(user.id));
  return {
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_locale: guild.locale,
    member: { ...memberJson(member), user: userJson(user), permissions },
  };
}
