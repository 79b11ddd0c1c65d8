import { ChannelKind, LocalChannel } from "./channels.ts";
import { ALL_PERMISSIONS, bitsOf, EVERYONE_MAY, type PermissionName, type Role } from "./permissions.ts";
import { channelJson, guildCreateJson, roleJson } from "./wire-places.ts";
import { Intent } from "./wire-types.ts";
import type { Account, World } from "./world.ts";

export interface Member {
  readonly account: Account;
  readonly roles: string[];
  readonly nick: string | null;
  readonly joinedAt: number;
}

export interface GuildOptions {
  readonly name: string;
  /** The guild's preferred locale; en-US unless told. */
  readonly locale?: string;
  /** What the bot's own role adds to what everyone may do. */
  readonly botPermissions?: readonly PermissionName[];
  /** Somebody nobody has met owns the guild unless told. */
  readonly owner?: Account;
}

/** A guild with the bot in it. */
export class LocalGuild {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly ownerId: string;
  readonly roles = new Map<string, Role>();
  readonly members = new Map<string, Member>();
  readonly channels: LocalChannel[] = [];
  readonly #world: World;

  constructor(world: World, { name, locale = "en-US", botPermissions = [], owner }: GuildOptions) {
    this.#world = world;
    this.id = world.ids.nextGuild();
    this.name = name;
    this.locale = locale;
    this.ownerId = owner?.id ?? world.ids.next();
    const everyone = {
      id: this.id,
      name: "@everyone",
      permissions: bitsOf(EVERYONE_MAY),
      mentionable: false,
      botId: null,
    };
    this.roles.set(this.id, everyone);
    const botId = world.bot.id;
    const botRole = { id: world.ids.next(), name: world.bot.name, permissions: 0n, mentionable: false, botId };
    this.roles.set(botRole.id, { ...botRole, permissions: bitsOf(botPermissions) });
    this.#join(world.bot, [botRole.id], null);
    if (owner) this.#join(owner, [], null);
    world.guilds.set(this.id, this);
    world.publish({
      name: "GUILD_CREATE",
      guildId: this.id,
      intents: Intent.Guilds,
      data: () => guildCreateJson(this, world),
    });
  }

  /** `type`: another kind of channel that people write in, such as one of announcements (5). */
  addTextChannel(
    name: string,
    { topic = null as string | null, type = ChannelKind.Text as number } = {},
  ): LocalChannel {
    const channel = new LocalChannel(this.#world, { type, name, topic, guild: this });
    this.channels.push(channel);
    this.#publish("CHANNEL_CREATE", () => channelJson(channel));
    return channel;
  }

  /** Makes somebody a member; permissions beyond everyone's come through a role of their own. */
  addMember(
    account: Account,
    { permissions = [] as readonly PermissionName[], nick = null as string | null } = {},
  ): void {
    const roles = permissions.length > 0 ? [this.addRole(`${account.name}'s role`, { permissions }).id] : [];
    this.#join(account, roles, nick);
  }

  addRole(name: string, { permissions = [] as readonly PermissionName[], mentionable = false } = {}): Role {
    const role = { id: this.#world.ids.next(), name, permissions: bitsOf(permissions), mentionable, botId: null };
    this.roles.set(role.id, role);
    this.#publish("GUILD_ROLE_CREATE", () => ({ guild_id: this.id, role: roleJson(role) }));
    return role;
  }

  /** Takes something from everyone in the guild, the bot included. */
  denyEveryone(...names: PermissionName[]): void {
    const everyone = this.roles.get(this.id) as Role;
    everyone.permissions &= ~bitsOf(names);
    this.#publish("GUILD_ROLE_UPDATE", () => ({ guild_id: this.id, role: roleJson(everyone) }));
  }

  /** The bot is thrown out. */
  removeBot(): void {
    this.#world.guilds.delete(this.id);
    this.members.delete(this.#world.bot.id);
    this.#publish("GUILD_DELETE", () => ({ id: this.id }));
  }

  /** What a member may do before the overwrites of a channel. */
  basePermissionsOf(accountId: string): bigint {
    const member = this.members.get(accountId);
    if (!member) return 0n;
    if (accountId === this.ownerId) return ALL_PERMISSIONS;
    return [this.id, ...member.roles].reduce((bits, id) => bits | (this.roles.get(id)?.permissions ?? 0n), 0n);
  }

  #join(account: Account, roles: string[], nick: string | null): void {
    this.members.set(account.id, { account, roles, nick, joinedAt: this.#world.now() });
  }

  #publish(name: string, data: () => object): void {
    this.#world.publish({ name, guildId: this.id, intents: Intent.Guilds, data });
    this.#world.changed();
  }
}
