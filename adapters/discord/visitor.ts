import { type BaseInteraction, type Channel, type Message, PermissionFlagsBits } from "discord.js";
import { localeFor, type Visitor } from "../../src/chat/chat-services.ts";
import type { PlaceSettings } from "../../src/ports/settings.ts";
import type { Locale } from "../../src/wording/age.ts";
import { alertChannelOf } from "./alert-channel.ts";
import type { DiscordContext } from "./context.ts";
import { guildPlace } from "./guild-place.ts";
import { isOwnThread } from "./threads.ts";

/** Where something is said. */
export interface Room {
  readonly isDirect: boolean;
  /** A thread that the bot opened. */
  readonly isOwn: boolean;
  /** Where settings are kept. */
  readonly place: string;
  readonly conversation: string;
}

export function personOf(userId: string): string {
  return `discord:${userId}`;
}

/** The talk in a thread that the bot opened; everybody in it takes part. */
export function threadTalk(threadId: string): string {
  return `discord:thread:${threadId}`;
}

/** One person's questions in a channel that nobody else sees. */
export function aloneTalk({ channelId, user }: Pick<BaseInteraction, "channelId" | "user">): string {
  return `discord:${channelId}:${user.id}:alone`;
}

export async function roomOf(
  channel: Channel | null,
  { channelId, guildId, userId }: { channelId: string; guildId: string | null; userId: string },
): Promise<Room> {
  if (guildId === null) {
    const direct = `discord:dm:${userId}`;
    return { isDirect: true, isOwn: false, place: direct, conversation: direct };
  }
  const place = guildPlace(guildId);
  const isOwn = await isOwnThread(channel);
  return {
    isDirect: false,
    isOwn,
    place,
    conversation: isOwn ? threadTalk(channelId) : `discord:${channelId}:${userId}`,
  };
}

/** Whether who does something manages the channel it is done in. */
export function managesHere({ memberPermissions }: Pick<BaseInteraction, "memberPermissions">): boolean {
  return memberPermissions?.has(PermissionFlagsBits.ManageChannels) ?? false;
}

/** The same of who wrote a message. */
export function authorManages({ channel, member }: Message): boolean {
  if (channel.isDMBased() || !member) return false;
  return channel.permissionsFor(member).has(PermissionFlagsBits.ManageChannels);
}

export interface Arrival {
  readonly visitor: Visitor;
  readonly room: Room;
  readonly settings: PlaceSettings;
}

/** Who does something with a command or a button. `text`: what was written. */
export async function arrivalOf(
  { services }: DiscordContext,
  interaction: BaseInteraction,
  text: string,
): Promise<Arrival> {
  const { channel, channelId, guildId, user, locale } = interaction;
  const room = await roomOf(channel, { channelId: channelId ?? user.id, guildId, userId: user.id });
  const settings = await services.desk.settings.get(room.place);
  const { place, conversation } = room;
  return {
    room,
    settings,
    visitor: {
      ...{ person: personOf(user.id), place, conversation },
      locale: localeFor(locale, settings.locale, text),
      alone: false,
      channel: alertChannelOf(channel),
      managesAlerts: managesHere(interaction),
    },
  };
}

/** Without the settings of the place. `text`: what was written, or the label of what was pressed. */
export function localeAtOnce({ locale }: Pick<BaseInteraction, "locale">, text = ""): Locale {
  return localeFor(locale, null, text);
}

/** As people in the server know them. */
export function nameOf(interaction: BaseInteraction): string {
  const { member, user } = interaction;
  return member && "displayName" in member ? member.displayName : user.displayName;
}
