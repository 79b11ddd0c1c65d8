import {
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type APIOverwrite,
  type APIUser,
  PermissionFlagsBits,
  PermissionsBitField,
  RESTJSONErrorCodes,
  Routes,
} from "discord.js";
import type { Clock } from "../../src/ports/runtime.ts";
import type { AlertRest } from "./alert-rest.ts";
import { codeOf } from "./discord-errors.ts";

const KNOWN_FOR_MS = 60_000;
const MOST_KNOWN = 1000;

/** Places as Discord tells of them when it is asked, for a process that hears nothing of them. Known for a minute. */
export interface PlacesByRest {
  botId(signal: AbortSignal): Promise<string>;
  /** Throws what Discord answers; null in direct messages. */
  permissionsIn(channelId: string, signal: AbortSignal): Promise<PermissionsBitField | null>;
  /** Null where it is gone, or not shown. */
  channelName(channelId: string, signal: AbortSignal): Promise<string | null>;
  guildName(guildId: string, signal: AbortSignal): Promise<string | null>;
  /** Whether Discord says that the bot is not in a server. */
  hasLeft(guildId: string, signal: AbortSignal): Promise<boolean>;
}

export function createPlacesByRest(rest: Pick<AlertRest, "get">, clock: Clock): PlacesByRest {
  const known = new Map<string, { readonly answer: unknown; readonly untilMs: number }>();

  async function ask<T>(route: `/${string}`, signal: AbortSignal): Promise<T> {
    const found = known.get(route);
    if (found && found.untilMs > clock.now()) return found.answer as T;
    const answer = await rest.get(route, { signal });
    known.delete(route);
    known.set(route, { answer, untilMs: clock.now() + KNOWN_FOR_MS });
    const [oldest] = known.keys();
    if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
    return answer as T;
  }

  const channelOf = (id: string, signal: AbortSignal) => ask<APIChannel>(Routes.channel(id), signal);
  const guildOf = (id: string, signal: AbortSignal) => ask<APIGuild>(Routes.guild(id), signal);
  const botId = async (signal: AbortSignal) => (await ask<APIUser>(Routes.user(), signal)).id;

  return {
    botId,
    async permissionsIn(channelId, signal) {
      const channel = await channelOf(channelId, signal);
      if (!("guild_id" in channel) || !channel.guild_id) return null;
      // A thread is as open as its channel.
      const isThread = "thread_metadata" in channel && channel.thread_metadata !== undefined;
      const place = isThread && channel.parent_id ? await channelOf(channel.parent_id, signal) : channel;
      const overwrites = "permission_overwrites" in place ? (place.permission_overwrites ?? []) : [];
      const bot = await botId(signal);
      const member = await ask<APIGuildMember>(Routes.guildMember(channel.guild_id, bot), signal);
      return permissionsOf(bot, member.roles, await guildOf(channel.guild_id, signal), overwrites);
    },
    async channelName(channelId, signal) {
      const channel = await channelOf(channelId, signal).catch(() => null);
      return channel && "name" in channel ? (channel.name ?? null) : null;
    },
    async guildName(guildId, signal) {
      const guild = await guildOf(guildId, signal).catch(() => null);
      return guild?.name ?? null;
    },
    async hasLeft(guildId, signal) {
      try {
        await rest.get(Routes.guild(guildId), { signal });
        return false;
      } catch (error) {
        // Another 403 or 404 comes from what stands between.
        return [RESTJSONErrorCodes.UnknownGuild, RESTJSONErrorCodes.MissingAccess].includes(codeOf(error) ?? 0);
      }
    },
  };
}

/** By Discord's own order: everyone's, the roles', the member's. */
function permissionsOf(
  memberId: string,
  roleIds: readonly string[],
  { id: everyone, owner_id, roles }: APIGuild,
  overwrites: readonly APIOverwrite[],
): PermissionsBitField {
  const held = roles.filter(({ id }) => id === everyone || roleIds.includes(id));
  const base = held.reduce((bits, { permissions }) => bits | BigInt(permissions), 0n);
  const all = owner_id === memberId || (base & PermissionFlagsBits.Administrator) !== 0n;
  if (all) return new PermissionsBitField(PermissionsBitField.All);
  const apply = (bits: bigint, ids: readonly string[]) => {
    const found = overwrites.filter(({ id }) => ids.includes(id));
    const denied = found.reduce((sum, { deny }) => sum | BigInt(deny), 0n);
    return (bits & ~denied) | found.reduce((sum, { allow }) => sum | BigInt(allow), 0n);
  };
  const bits = apply(apply(apply(base, [everyone]), roleIds), [memberId]);
  return new PermissionsBitField(bits & PermissionFlagsBits.ViewChannel ? bits : 0n);
}
