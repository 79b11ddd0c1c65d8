import type { LocalGuild } from "./guilds.ts";
import { addSystemMessage, type LocalMessage } from "./messages.ts";
import { bitsOf, has, IN_DIRECT_MESSAGES, type Overwrite, type PermissionName, permissionsIn } from "./permissions.ts";
import { channelJson } from "./wire-places.ts";
import { Intent, MessageFlag, MessageKind } from "./wire-types.ts";
import type { Account, World } from "./world.ts";

export const ChannelKind = { Text: 0, Direct: 1, Announcement: 5, PublicThread: 11, PrivateThread: 12 } as const;

export interface ChannelSeed {
  readonly type: number;
  readonly name: string;
  readonly id?: string;
  readonly topic?: string | null;
  readonly guild?: LocalGuild;
  readonly parent?: LocalChannel;
  readonly owner?: Account;
  readonly recipient?: Account;
  readonly autoArchiveMinutes?: number;
}

export interface NextMessage {
  /** Only messages newer than this one; without it, only those that come from now on. */
  readonly after?: LocalMessage;
  readonly by?: Account;
  readonly timeoutMs?: number;
}

/** A text channel, a thread or a direct message. */
export class LocalChannel {
  readonly id: string;
  readonly type: number;
  name: string;
  readonly topic: string | null;
  readonly guild: LocalGuild | null;
  readonly parent: LocalChannel | null;
  /** Who opened the thread. */
  readonly ownerId: string | null;
  /** The person on the other side of a direct message. */
  readonly recipient: Account | null;
  readonly createdAt: number;
  readonly autoArchiveMinutes: number;
  archived = false;
  locked = false;
  /** Set where the person takes no direct messages from the bot. */
  closed = false;
  /** How often the bot showed that it is typing. */
  typingCount = 0;
  readonly joined = new Set<string>();
  readonly overwrites = new Map<string, Overwrite>();
  /** Every message, also ephemeral, deleted and system ones, oldest first. */
  readonly stored: LocalMessage[] = [];
  readonly nonces = new Map<string, { readonly message: LocalMessage; readonly at: number }>();
  readonly #world: World;

  constructor(world: World, seed: ChannelSeed) {
    this.#world = world;
    this.id = seed.id ?? world.ids.next();
    this.type = seed.type;
    this.name = seed.name;
    this.topic = seed.topic ?? null;
    this.guild = seed.guild ?? null;
    this.parent = seed.parent ?? null;
    this.ownerId = seed.owner?.id ?? null;
    this.recipient = seed.recipient ?? null;
    this.autoArchiveMinutes = seed.autoArchiveMinutes ?? 4320;
    this.createdAt = world.now();
    if (seed.owner) this.joined.add(seed.owner.id);
    world.channels.set(this.id, this);
  }

  get isThread(): boolean {
    return this.parent !== null;
  }

  /** What people wrote and what the bot answered for all to see, newest last. */
  messages(): LocalMessage[] {
    return this.stored.filter((message) => message.isOrdinary && !message.deleted && !message.ephemeralFor);
  }

  /** Resolves with the first finished message after another, or from now on. */
  nextMessage({ after, by, timeoutMs }: NextMessage = {}): Promise<LocalMessage> {
    const newerThan = BigInt(after?.id ?? this.stored.at(-1)?.id ?? 0);
    const look = () =>
      this.messages().find(
        ({ id, author, isLoading }) => BigInt(id) > newerThan && !isLoading && (!by || author.id === by.id),
      );
    return this.#world.waitFor(`a message in #${this.name}${by ? ` by ${by.name}` : ""}`, look, timeoutMs);
  }

  threads(): LocalChannel[] {
    return [...this.#world.channels.values()].filter(({ parent }) => parent === this);
  }

  /** Opens a public thread, from a message where one is given. */
  startThread(owner: Account, name: string, message?: LocalMessage): LocalChannel {
    return openThread(this.#world, { parent: this, owner, name, ...(message && { message }) });
  }

  denyBot(...names: PermissionName[]): void {
    this.deny(this.#world.bot, ...names);
  }

  allowBot(...names: PermissionName[]): void {
    this.#overwrite(this.#world.bot.id, 1, (held) => {
      held.deny &= ~bitsOf(names);
      held.allow |= bitsOf(names);
    });
  }

  deny(account: Account, ...names: PermissionName[]): void {
    this.#overwrite(account.id, 1, (held) => {
      held.allow &= ~bitsOf(names);
      held.deny |= bitsOf(names);
    });
  }

  denyEveryone(...names: PermissionName[]): void {
    this.#overwrite(this.guild?.id ?? "", 0, (held) => {
      held.deny |= bitsOf(names);
    });
  }

  archive({ locked = false } = {}): void {
    this.setThread({ archived: true, locked });
  }

  setThread({ archived = this.archived, locked = this.locked, name = this.name }): void {
    Object.assign(this, { archived, locked, name });
    this.#publish("THREAD_UPDATE");
  }

  /** Deletes the channel. */
  remove(): void {
    this.#world.channels.delete(this.id);
    this.guild?.channels.splice(this.guild.channels.indexOf(this) >>> 0, 1);
    this.#publish(this.isThread ? "THREAD_DELETE" : "CHANNEL_DELETE");
  }

  permissionsOf(accountId: string): bigint {
    if (!this.guild) return IN_DIRECT_MESSAGES;
    const roles = this.guild.members.get(accountId)?.roles ?? [];
    const base = this.guild.basePermissionsOf(accountId);
    const { overwrites } = this.parent ?? this;
    return permissionsIn(base, overwrites, { everyone: this.guild.id, roles, member: accountId });
  }

  may(account: Account, ...names: PermissionName[]): boolean {
    return has(this.permissionsOf(account.id), ...names);
  }

  /** Whether the account may write here: a thread has a permission of its own for that. */
  mayWrite(account: Account): boolean {
    return this.may(account, this.isThread ? "SendMessagesInThreads" : "SendMessages");
  }

  #overwrite(id: string, type: 0 | 1, change: (held: Overwrite) => void): void {
    const held = this.overwrites.get(id) ?? { id, type, allow: 0n, deny: 0n };
    change(held);
    this.overwrites.set(id, held);
    this.#publish("CHANNEL_UPDATE");
  }

  #publish(name: string): void {
    const data = () => channelJson(this);
    this.#world.publish({ name, guildId: this.guild?.id ?? null, intents: Intent.Guilds, data });
    this.#world.changed();
  }
}

export interface ThreadSeed {
  readonly parent: LocalChannel;
  readonly owner: Account;
  readonly name: string;
  readonly message?: LocalMessage;
  readonly type?: number;
  readonly autoArchiveMinutes?: number;
}

/** Opens a thread and leaves the message that Discord itself leaves about it. */
export function openThread(world: World, seed: ThreadSeed): LocalChannel {
  const { parent, owner, name, message, type = ChannelKind.PublicThread, autoArchiveMinutes } = seed;
  const thread = new LocalChannel(world, {
    ...{ type, name, parent, owner },
    ...(parent.guild && { guild: parent.guild }),
    // A thread shares its id with the message that it starts from.
    ...(message && { id: message.id }),
    ...(autoArchiveMinutes !== undefined && { autoArchiveMinutes }),
  });
  const data = () => ({ ...channelJson(thread, world.bot.id), newly_created: true });
  if (thread.may(world.bot, "ViewChannel")) {
    world.publish({ name: "THREAD_CREATE", guildId: parent.guild?.id ?? null, intents: Intent.Guilds, data });
  }
  if (message) {
    message.thread = thread;
    message.flags |= MessageFlag.HasThread;
    addSystemMessage(world, { channel: thread, author: owner, type: MessageKind.ThreadStarter, reference: message });
  } else if (type === ChannelKind.PublicThread) {
    addSystemMessage(world, { channel: parent, author: owner, type: MessageKind.ThreadCreated, content: name });
  }
  world.changed();
  return thread;
}
