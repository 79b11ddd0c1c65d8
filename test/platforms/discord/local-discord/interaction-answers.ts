import { FormCheck, refusal } from "./api-error.ts";
import { checkModal } from "./component-rules.ts";
import type { LocalInteraction } from "./interactions.ts";
import { INTERACTION_DEFAULT, pingsOf } from "./mentions.ts";
import { type Shown, shownAfter } from "./message-rules.ts";
import { addMessage, deleteMessage, editMessage, type LocalMessage } from "./messages.ts";
import {
  Callback,
  type CallbackBody,
  InteractionKind,
  type MessageBody,
  MessageFlag,
  MessageKind,
} from "./wire-types.ts";
import type { World } from "./world.ts";

const FIRST_RESPONSE_WITHIN_MS = 3000;
const TOKEN_LIVES_MS = 15 * 60_000;
const MAX_CHOICES = 25;
const ACCEPTED_FLAGS = MessageFlag.SuppressEmbeds | MessageFlag.SuppressNotifications | MessageFlag.ComponentsV2;

/** Takes the one callback of an interaction. */
export function answer(world: World, interaction: LocalInteraction, body: CallbackBody): void {
  if (interaction.isAnswered()) throw refusal.alreadyAcknowledged();
  if (world.now() - interaction.createdAt > FIRST_RESPONSE_WITHIN_MS) throw refusal.unknownInteraction();
  const form = new FormCheck();
  form.choice(["type"], body.type, allowedCallbacks(interaction));
  form.throwIfAny();
  takeCallback(world, interaction, body);
  interaction.callbacks.push(body);
  world.changed();
}

function allowedCallbacks({ kind, source, isOnMessage }: LocalInteraction): number[] {
  if (kind === InteractionKind.Autocomplete) return [Callback.Autocomplete];
  const always = [Callback.Message, Callback.DeferredMessage];
  const onMessage = isOnMessage && source ? [Callback.DeferredUpdate, Callback.Update] : [];
  // A modal never answers a modal.
  return [...always, ...onMessage, ...(kind === InteractionKind.ModalSubmit ? [] : [Callback.Modal])];
}

function takeCallback(world: World, interaction: LocalInteraction, { type, data }: CallbackBody): void {
  const body = data ?? {};
  const { source } = interaction;
  if (type === Callback.Message) {
    interaction.original = addAnswer(world, interaction, body, "original");
  } else if (type === Callback.DeferredMessage) {
    const flags = MessageFlag.Loading | ((body.flags ?? 0) & MessageFlag.Ephemeral);
    interaction.original = store(world, interaction, { shown: undefined, flags, body, asked: "original" });
  } else if (type === Callback.DeferredUpdate) {
    interaction.original = source;
    interaction.updatePending = true;
  } else if (type === Callback.Update && source) {
    if (source.deleted) throw refusal.unknownMessage();
    applyEdit(world, source, body, ["data"]);
    interaction.original = source;
  } else if (type === Callback.Modal) {
    const form = new FormCheck();
    checkModal(form, ["data"], body);
    form.throwIfAny();
  } else {
    checkChoices(data);
  }
}

function checkChoices(data: CallbackBody["data"]): void {
  const form = new FormCheck();
  const path = ["data", "choices"];
  form.list(path, data?.choices, { max: MAX_CHOICES }).forEach((choice, at) => {
    form.text([...path, at, "name"], choice.name, { min: 1, max: 100 });
    for (const [locale, name] of Object.entries(choice.name_localizations ?? {})) {
      form.text([...path, at, "name_localizations", locale], name, { min: 1, max: 100 });
    }
    if (typeof choice.value !== "number") form.text([...path, at, "value"], choice.value, { min: 1, max: 100 });
  });
  form.throwIfAny();
}

type Asked = "original" | "follow-up";

function addAnswer(world: World, interaction: LocalInteraction, body: MessageBody, asked: Asked): LocalMessage {
  const flags = (body.flags ?? 0) & (ACCEPTED_FLAGS | MessageFlag.Ephemeral);
  const shown = shownAfter(body, { flags, at: asked === "original" ? ["data"] : [] });
  return store(world, interaction, { shown, flags, body, asked });
}

interface Answer {
  readonly shown: Shown | undefined;
  readonly flags: number;
  readonly body: MessageBody;
  readonly asked: Asked;
}

function store(world: World, interaction: LocalInteraction, { shown, flags, body, asked }: Answer): LocalMessage {
  const { channel, user, source, original } = interaction;
  const reference = asked === "original" ? (interaction.isOnMessage ? source : null) : original;
  return addMessage(world, {
    ...{ channel, author: world.bot, flags, interaction, reference },
    type: reference ? MessageKind.Reply : answerKind(interaction),
    ephemeralFor: flags & MessageFlag.Ephemeral ? user : null,
    ...(shown && { shown, pings: pingsIn(world, channel, shown.content, body) }),
  });
}

function answerKind({ data, kind }: LocalInteraction): number {
  const ofMessage = kind === InteractionKind.Command && "target_id" in data;
  return ofMessage ? MessageKind.ContextMenu : MessageKind.Command;
}

function pingsIn(world: World, channel: LocalInteraction["channel"], content: string, body: MessageBody) {
  const allowed = body.allowed_mentions ?? INTERACTION_DEFAULT;
  return pingsOf(world, { content, channel, author: world.bot, replyTo: null, allowed });
}

function applyEdit(world: World, message: LocalMessage, body: MessageBody, at: string[] = []): void {
  const flags = message.flags | ((body.flags ?? 0) & ACCEPTED_FLAGS);
  const shown = shownAfter(body, { before: message, flags, at });
  message.flags = flags;
  editMessage(world, message, shown, pingsIn(world, message.channel, shown.content, body));
}

/** The interaction behind a webhook token, as long as the token lives and something answered it. */
export function answeredInteraction(world: World, token: string): LocalInteraction {
  const interaction = world.interactions.get(token);
  if (!interaction) throw refusal.unknownWebhook();
  if (world.now() - interaction.createdAt > TOKEN_LIVES_MS) throw refusal.invalidWebhookToken();
  if (!interaction.isAnswered()) throw refusal.unknownWebhook();
  return interaction;
}

/** Sends a follow-up; the first one after a deferral fills in the deferred message. */
export function followUp(world: World, interaction: LocalInteraction, body: MessageBody): LocalMessage {
  const { original } = interaction;
  if (original?.isLoading && !original.deleted) {
    applyEdit(world, original, body);
    return original;
  }
  const message = addAnswer(world, interaction, body, "follow-up");
  interaction.followUpMessages.push(message);
  world.changed();
  return message;
}

/** One of the messages that an interaction's token gives access to. */
export function ownMessage(interaction: LocalInteraction, id: string): LocalMessage {
  const { original, followUpMessages } = interaction;
  const found = id === "@original" ? original : [original, ...followUpMessages].find((message) => message?.id === id);
  if (!found || found.deleted) throw refusal.unknownMessage();
  return found;
}

export function editAnswer(world: World, interaction: LocalInteraction, id: string, body: MessageBody): LocalMessage {
  const message = ownMessage(interaction, id);
  applyEdit(world, message, body);
  if (message === interaction.original) interaction.updatePending = false;
  world.changed();
  return message;
}

export function deleteAnswer(world: World, interaction: LocalInteraction, id: string): void {
  deleteMessage(world, ownMessage(interaction, id));
}
