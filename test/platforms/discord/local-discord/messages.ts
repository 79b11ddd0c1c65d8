import type { APIEmbed } from "discord.js";
import type { LocalChannel } from "./channels.ts";
import type { LocalInteraction } from "./interactions.ts";
import { NO_PINGS, type Pings } from "./mentions.ts";
import type { Shown } from "./message-rules.ts";
import { textOf } from "./transcript.ts";
import { messageEventJson } from "./wire-messages.ts";
import { DmIntent, everyComponent, Intent, MessageFlag, MessageKind, type WireComponent } from "./wire-types.ts";
import type { Account, World } from "./world.ts";

const BUTTON = 2;

export interface MessageSeed {
  readonly channel: LocalChannel;
  readonly author: Account;
  readonly shown?: Shown;
  readonly type?: number;
  readonly flags?: number;
  readonly pings?: Pings;
  readonly reference?: LocalMessage | null;
  readonly ephemeralFor?: Account | null;
  readonly interaction?: LocalInteraction | null;
  readonly nonce?: string | number | null;
}

/** One message as it stands now; edits change it in place. */
export class LocalMessage {
  readonly id: string;
  readonly channel: LocalChannel;
  readonly author: Account;
  readonly type: number;
  readonly createdAt: number;
  /** The message that this one replies to. */
  readonly reference: LocalMessage | null;
  /** Set for a message that only this person sees. */
  readonly ephemeralFor: Account | null;
  /** The interaction that this message answers. */
  readonly interaction: LocalInteraction | null;
  readonly nonce: string | number | null;
  content: string;
  embeds: APIEmbed[];
  components: WireComponent[];
  /** Whom it notifies. An edit counts as if it notified too, so that no test overlooks a name put in later. */
  pings: Pings;
  flags: number;
  editedAt: number | null = null;
  deleted = false;
  thread: LocalChannel | null = null;
  /** What it showed over time, oldest first. */
  readonly versions: Shown[] = [];

  constructor(world: World, seed: MessageSeed) {
    this.id = world.ids.next();
    this.channel = seed.channel;
    this.author = seed.author;
    this.type = seed.type ?? MessageKind.Default;
    this.createdAt = world.now();
    this.reference = seed.reference ?? null;
    this.ephemeralFor = seed.ephemeralFor ?? null;
    this.interaction = seed.interaction ?? null;
    this.nonce = seed.nonce ?? null;
    this.flags = seed.flags ?? 0;
    this.pings = seed.pings ?? NO_PINGS;
    this.content = "";
    this.embeds = [];
    this.components = [];
    if (seed.shown) this.show(seed.shown);
  }

  /** Whether it is more than a notice of Discord's own. */
  get isOrdinary(): boolean {
    return this.type !== MessageKind.ThreadCreated && this.type !== MessageKind.ThreadStarter;
  }

  /** Whether it stands for an answer that is still to come. */
  get isLoading(): boolean {
    return (this.flags & MessageFlag.Loading) !== 0;
  }

  /** All a reader sees of it, as plain text: content, embeds, buttons in brackets. */
  get text(): string {
    return textOf(this);
  }

  /** The labels of its buttons. */
  get buttons(): string[] {
    return everyComponent(this.components).flatMap(({ type, label, custom_id, url }) =>
      type === BUTTON ? [label ?? custom_id ?? url ?? ""] : [],
    );
  }

  show({ content, embeds, components }: Shown): void {
    const suppressed = (this.flags & MessageFlag.SuppressEmbeds) !== 0;
    const shown = { content, embeds: suppressed ? [] : embeds, components };
    Object.assign(this, shown);
    this.versions.push(shown);
  }
}

/** Stores a message and tells the gateway. */
export function addMessage(world: World, seed: MessageSeed): LocalMessage {
  const message = new LocalMessage(world, seed);
  seed.channel.stored.push(message);
  world.messages.set(message.id, message);
  publishMessage(world, "MESSAGE_CREATE", message);
  world.changed();
  return message;
}

type SystemSeed = Omit<MessageSeed, "shown"> & { readonly content?: string };

/** Stores a notice of Discord's own. */
export function addSystemMessage(world: World, { content = "", ...seed }: SystemSeed): void {
  addMessage(world, { ...seed, shown: { content, embeds: [], components: [] } });
}

/** Shows something else in a message and tells the gateway. */
export function editMessage(world: World, message: LocalMessage, shown: Shown, pings: Pings): void {
  message.flags &= ~MessageFlag.Loading;
  message.pings = pings;
  message.show(shown);
  message.editedAt = world.now();
  publishMessage(world, "MESSAGE_UPDATE", message);
  world.changed();
}

/** Takes a message away and tells the gateway. */
export function deleteMessage(world: World, message: LocalMessage): void {
  message.deleted = true;
  publishMessage(world, "MESSAGE_DELETE", message);
  world.changed();
}

/** Tells the gateway about a message, unless the bot cannot see it. */
export function publishMessage(world: World, name: string, message: LocalMessage): void {
  const { channel, id } = message;
  const guildId = channel.guild?.id ?? null;
  if (message.ephemeralFor || !channel.may(world.bot, "ViewChannel")) return;
  if (channel.guild && !channel.guild.members.has(world.bot.id)) return;
  const gone = { id, channel_id: channel.id, ...(guildId !== null && { guild_id: guildId }) };
  world.publish({
    name,
    guildId,
    intents: guildId === null ? DmIntent : Intent.GuildMessages,
    data: (content) => (name === "MESSAGE_DELETE" ? gone : messageEventJson(world, message, content)),
  });
}
