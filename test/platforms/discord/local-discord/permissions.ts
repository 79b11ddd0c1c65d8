import { PermissionFlagsBits } from "discord.js";

export type PermissionName = keyof typeof PermissionFlagsBits;

export const ALL_PERMISSIONS = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/** What everybody may do in a guild that nobody has changed. */
export const EVERYONE_MAY: readonly PermissionName[] = [
  ...(["ViewChannel", "SendMessages", "SendMessagesInThreads", "CreatePublicThreads", "CreatePrivateThreads"] as const),
  ...(["EmbedLinks", "AttachFiles", "AddReactions", "UseExternalEmojis", "MentionEveryone"] as const),
  ...(["ReadMessageHistory", "UseApplicationCommands", "ChangeNickname", "CreateInstantInvite"] as const),
];

/** What both sides may do in a direct message. */
export const IN_DIRECT_MESSAGES = bitsOf([
  ...(["ViewChannel", "SendMessages", "EmbedLinks", "AttachFiles", "AddReactions", "UseExternalEmojis"] as const),
  ...(["ReadMessageHistory", "UseApplicationCommands"] as const),
]);

/** What one role or person is granted or denied in one channel. */
export interface Overwrite {
  readonly id: string;
  /** 0 for a role, 1 for a member. */
  readonly type: 0 | 1;
  allow: bigint;
  deny: bigint;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  permissions: bigint;
  readonly mentionable: boolean;
  /** Set for the role that belongs to the bot. */
  readonly botId: string | null;
}

export function bitsOf(names: readonly PermissionName[]): bigint {
  return names.reduce((bits, name) => bits | PermissionFlagsBits[name], 0n);
}

export function has(bits: bigint, ...names: readonly PermissionName[]): boolean {
  const wanted = bitsOf(names);
  return (bits & wanted) === wanted;
}

/** A member's permissions in a channel: roles, then the overwrites of everyone, of roles and of the member. */
export function permissionsIn(
  base: bigint,
  overwrites: ReadonlyMap<string, Overwrite>,
  { everyone, roles, member }: { everyone: string; roles: readonly string[]; member: string },
): bigint {
  if (has(base, "Administrator")) return ALL_PERMISSIONS;
  const apply = (bits: bigint, ids: readonly string[]) => {
    const found = ids.flatMap((id) => overwrites.get(id) ?? []);
    const denied = found.reduce((all, { deny }) => all | deny, 0n);
    return (bits & ~denied) | found.reduce((all, { allow }) => all | allow, 0n);
  };
  const bits = apply(apply(apply(base, [everyone]), roles), [member]);
  // Who cannot see a channel can do nothing in it.
  return has(bits, "ViewChannel") ? bits : 0n;
}
