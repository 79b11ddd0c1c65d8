import type { LocalChannel } from "./channels.ts";
import { type Asking, contextData, type OptionValues, slashData } from "./command-offer.ts";
import { directChannelOf } from "./direct-messages.ts";
import { interact } from "./interaction-events.ts";
import type { LocalInteraction } from "./interactions.ts";
import { MESSAGE_DEFAULT, pingsOf } from "./mentions.ts";
import { addMessage, deleteMessage, editMessage, LocalMessage } from "./messages.ts";
import { type ModalValues, modalSubmitData } from "./modal-answers.ts";
import { everyComponent, InteractionKind, MessageKind, type WireChoice, type WireComponent } from "./wire-types.ts";
import type { Account, World } from "./world.ts";

const BUTTON = 2;
const STRING_SELECT = 3;
const LINK_STYLE = 5;

export interface Saying {
  /** Who is addressed; put before the text unless the text names them. */
  readonly mentions?: readonly Account[];
  readonly replyTo?: LocalMessage;
  /** Whether a reply notifies its addressee; on unless told, as in Discord itself. */
  readonly pingReply?: boolean;
}

/** A button or a select: by its label or placeholder, or by its custom id. */
export type Target = string | { readonly customId: string };

/** A person, with all that one does in Discord. */
export class LocalUser implements Account {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly bot: boolean;
  readonly mention: string;
  readonly #world: World;

  constructor(world: World, { name, locale = "en-US", bot = false }: { name: string; locale?: string; bot?: boolean }) {
    this.#world = world;
    this.id = world.ids.next();
    this.name = name;
    this.locale = locale;
    this.bot = bot;
    this.mention = `<@${this.id}>`;
    world.accounts.set(this.id, this);
  }

  /** The direct messages between this person and the bot. */
  dm(): LocalChannel {
    return directChannelOf(this.#world, this);
  }

  /** From now on the bot cannot write to this person. */
  closesDms(): void {
    this.dm().closed = true;
  }

  async says(channel: LocalChannel, text: string, saying: Saying = {}): Promise<LocalMessage> {
    if (!channel.mayWrite(this) || (channel.archived && channel.locked)) {
      throw new Error(`${this.name} may not write in #${channel.name}`);
    }
    const { mentions = [], replyTo = null, pingReply = true } = saying;
    const named = mentions.filter(({ id }) => !text.includes(`<@${id}>`)).map(({ mention }) => mention);
    const content = [...named, text].join(" ");
    const allowed = { ...MESSAGE_DEFAULT, replied_user: pingReply };
    if (channel.archived) channel.setThread({ archived: false });
    return addMessage(this.#world, {
      ...{ channel, author: this, reference: replyTo, type: replyTo ? MessageKind.Reply : MessageKind.Default },
      shown: { content, embeds: [], components: [] },
      pings: pingsOf(this.#world, { content, channel, author: this, replyTo, allowed }),
    });
  }

  async edits(message: LocalMessage, content: string): Promise<void> {
    const { channel, reference: replyTo } = message;
    const pings = pingsOf(this.#world, { content, channel, author: this, replyTo, allowed: MESSAGE_DEFAULT });
    editMessage(this.#world, message, { content, embeds: message.embeds, components: message.components }, pings);
  }

  async deletes(message: LocalMessage): Promise<void> {
    deleteMessage(this.#world, message);
  }

  /** Uses a slash command; a subcommand follows the name after a space. */
  async command(channel: LocalChannel, name: string, options: OptionValues = {}): Promise<LocalInteraction> {
    const data = slashData(this.#asking(channel), name, options);
    const did = `/${name} ${JSON.stringify(options)}`;
    return this.#interacts({ kind: InteractionKind.Command, channel, data, commandName: name, did });
  }

  /** Types into an option, the last one given unless told, and gets the choices. */
  async autocomplete(
    channel: LocalChannel,
    name: string,
    options: OptionValues,
    focused?: string,
  ): Promise<WireChoice[]> {
    const typed = focused ?? Object.keys(options).at(-1) ?? "";
    const data = slashData(this.#asking(channel), name, options, typed);
    const did = `typing in ${typed} of /${name}`;
    const asked = this.#interacts({ kind: InteractionKind.Autocomplete, channel, data, commandName: name, did });
    return [...(await asked.choices())];
  }

  /** Uses a command from the menu of a message. */
  async usesOnMessage(channel: LocalChannel, name: string, message: LocalMessage): Promise<LocalInteraction> {
    this.#mustSee(message);
    return this.#usesOn(channel, name, message);
  }

  /** Uses a command from the menu of a person. */
  async usesOnUser(channel: LocalChannel, name: string, person: Account): Promise<LocalInteraction> {
    return this.#usesOn(channel, name, person);
  }

  async presses(message: LocalMessage, button: Target): Promise<LocalInteraction> {
    this.#mustSee(message);
    const found = this.#find(message, ({ type }) => type === BUTTON, button);
    if (found.disabled) throw new Error(`The button ${JSON.stringify(button)} is off`);
    if (found.style === LINK_STYLE) throw new Error(`The button ${JSON.stringify(button)} is a link`);
    const data = { component_type: BUTTON, custom_id: found.custom_id, id: found.id };
    const did = `press of [${found.label ?? found.custom_id}]`;
    return this.#interacts({ kind: InteractionKind.Component, channel: message.channel, data, source: message, did });
  }

  /** Presses twice before the bot can answer: two interactions. */
  async doubleClicks(message: LocalMessage, button: Target): Promise<[LocalInteraction, LocalInteraction]> {
    return [await this.presses(message, button), await this.presses(message, button)];
  }

  /** Chooses in a select, by the values or labels of its options. */
  async selects(message: LocalMessage, select: Target, chosen: readonly string[]): Promise<LocalInteraction> {
    this.#mustSee(message);
    const found = this.#find(message, ({ type }) => type === STRING_SELECT, select);
    if (found.disabled) throw new Error(`The select ${JSON.stringify(select)} is off`);
    const values = chosenValues(found, chosen);
    const data = { component_type: STRING_SELECT, custom_id: found.custom_id, id: found.id, values };
    const did = `choice of ${values.join(", ")}`;
    return this.#interacts({ kind: InteractionKind.Component, channel: message.channel, data, source: message, did });
  }

  /** Fills in and sends the modal that an earlier interaction opened; fields by label or custom id. */
  async submits(opened: LocalInteraction, values: ModalValues): Promise<LocalInteraction> {
    if (opened.user.id !== this.id) throw new Error(`The modal was shown to ${opened.user.name}, not to ${this.name}`);
    const data = modalSubmitData(await opened.modal(), values);
    const { channel, source } = opened;
    return this.#interacts({ kind: InteractionKind.ModalSubmit, channel, data, source, did: "modal" });
  }

  /** What this person sees in a channel, newest last, with what only this person sees. */
  sees(channel: LocalChannel): LocalMessage[] {
    if (!channel.may(this, "ViewChannel")) return [];
    return channel.stored.filter((message) => message.isOrdinary && this.#canSee(message));
  }

  #asking(channel: LocalChannel): Asking {
    return { world: this.#world, user: this, locale: this.locale, channel };
  }

  #interacts(seed: Omit<Parameters<typeof interact>[1], "user" | "locale">): LocalInteraction {
    return interact(this.#world, { ...seed, user: this, locale: this.locale });
  }

  #usesOn(channel: LocalChannel, name: string, target: LocalMessage | Account): LocalInteraction {
    const data = contextData(this.#asking(channel), name, target);
    const did = `"${name}" on ${target instanceof LocalMessage ? "a message" : target.name}`;
    return this.#interacts({ kind: InteractionKind.Command, channel, data, commandName: name, did });
  }

  #canSee({ deleted, ephemeralFor, channel }: LocalMessage): boolean {
    return !deleted && (!ephemeralFor || ephemeralFor.id === this.id) && channel.may(this, "ViewChannel");
  }

  #mustSee(message: LocalMessage): void {
    if (!this.#canSee(message)) throw new Error(`${this.name} does not see the message: ${message.text}`);
  }

  #find(message: LocalMessage, kind: (component: WireComponent) => boolean, target: Target): WireComponent {
    const all = everyComponent(message.components).filter(kind);
    const found = all.find(({ label, placeholder, custom_id }) =>
      typeof target === "string" ? [label, placeholder, custom_id].includes(target) : custom_id === target.customId,
    );
    if (!found) throw new Error(`Nothing called ${JSON.stringify(target)} is in the message:\n${message.text}`);
    return found;
  }
}

function chosenValues(
  { options = [], min_values = 1, max_values = 1 }: WireComponent,
  chosen: readonly string[],
): string[] {
  if (chosen.length < min_values || chosen.length > max_values) {
    throw new Error(`The select takes ${min_values} to ${max_values} values`);
  }
  return chosen.map((each) => {
    const option = options.find(({ label, value }) => value === each || label === each);
    if (!option) throw new Error(`No option "${each}"; there are: ${options.map(({ label }) => label).join(", ")}`);
    return option.value;
  });
}
