import type { LocalChannel } from "./channels.ts";
import type { LocalMessage } from "./messages.ts";
import { Callback, type CallbackBody, InteractionKind, type ModalBody, type WireChoice } from "./wire-types.ts";
import type { Account, World } from "./world.ts";

export interface InteractionSeed {
  readonly kind: number;
  readonly user: Account;
  /** The language that the person uses Discord in. */
  readonly locale: string;
  readonly channel: LocalChannel;
  readonly data: object;
  /** The message whose button was pressed, or from which the modal came. */
  readonly source?: LocalMessage | null;
  readonly commandName?: string | null;
  /** What the person did, for transcripts and complaints. */
  readonly did: string;
}

/** Something a person did with the bot, and all that the bot answered to it. */
export class LocalInteraction {
  readonly id: string;
  readonly token: string;
  readonly kind: number;
  readonly user: Account;
  readonly locale: string;
  readonly channel: LocalChannel;
  readonly data: object;
  readonly source: LocalMessage | null;
  readonly commandName: string | null;
  readonly createdAt: number;
  /** Every accepted callback: one, or none. */
  readonly callbacks: CallbackBody[] = [];
  readonly followUpMessages: LocalMessage[] = [];
  /** What "@original" names: the answer, or the message that the component sits in. */
  original: LocalMessage | null = null;
  /** The deferred update is still to be filled in. */
  updatePending = false;
  readonly #did: string;
  readonly #world: World;

  constructor(world: World, seed: InteractionSeed) {
    this.#world = world;
    this.#did = seed.did;
    this.id = world.ids.next();
    this.token = `interaction-${this.id}-${Math.random().toString(36).slice(2)}`;
    this.kind = seed.kind;
    this.user = seed.user;
    this.locale = seed.locale;
    this.channel = seed.channel;
    this.data = seed.data;
    this.source = seed.source ?? null;
    this.commandName = seed.commandName ?? null;
    this.createdAt = world.now();
    world.interactions.set(this.token, this);
  }

  describe(): string {
    return `${this.user.name}'s ${this.#did}`;
  }

  get callback(): CallbackBody | undefined {
    return this.callbacks[0];
  }

  /** Whether only the person sees the answer; the first response decides. */
  isEphemeral(): boolean {
    return this.original?.ephemeralFor != null;
  }

  isAnswered(): boolean {
    return this.callbacks.length > 0;
  }

  followUps(): LocalMessage[] {
    return this.followUpMessages.filter(({ deleted }) => !deleted);
  }

  /** Resolves with the first real answer: the message, the deferred one once it is filled in, or the updated one. */
  reply({ timeoutMs = undefined as number | undefined } = {}): Promise<LocalMessage> {
    const look = () => {
      if (this.callback?.type === Callback.Modal) throw new Error(`A modal answered ${this.describe()}: use modal()`);
      if (this.callback?.type === Callback.Autocomplete) throw new Error("Choices came: use choices()");
      if (this.updatePending || this.original?.deleted) return this.followUpMessages[0];
      return this.original && !this.original.isLoading ? this.original : undefined;
    };
    return this.#world.waitFor(`the answer to ${this.describe()}`, look, timeoutMs);
  }

  /** Resolves with a follow-up message, the first unless told. */
  followUp(number = 0): Promise<LocalMessage> {
    return this.#world.waitFor(`follow-up ${number + 1} to ${this.describe()}`, () => this.followUps()[number]);
  }

  /** Resolves once the bot has acknowledged, with the callback. */
  acknowledged(): Promise<CallbackBody> {
    return this.#world.waitFor(`a callback to ${this.describe()}`, () => this.callback);
  }

  /** Resolves with the modal that answers; throws where something else does. */
  async modal(): Promise<ModalBody> {
    const { type, data } = await this.acknowledged();
    if (type !== Callback.Modal) throw new Error(`No modal but callback ${type} answered ${this.describe()}`);
    return data as ModalBody;
  }

  /** Resolves with the choices that answer an autocomplete. */
  async choices(): Promise<readonly WireChoice[]> {
    const { data } = await this.acknowledged();
    return data?.choices ?? [];
  }

  get isOnMessage(): boolean {
    return (
      this.source !== null && (this.kind === InteractionKind.Component || this.kind === InteractionKind.ModalSubmit)
    );
  }
}
