import { LabelBuilder, ModalBuilder, type ModalSubmitInteraction, TextInputBuilder, TextInputStyle } from "discord.js";
import { submit } from "../../../src/chat/act.ts";
import {
  type Field,
  FORM_NAMES,
  type Form,
  type FormName,
  saying,
  type Written,
} from "../../../src/presentation/chat-message.ts";
import { clip } from "../../../src/text/clip.ts";
import type { PermissionName } from "../../../src/wording/chat-wording.ts";
import { chatWordingIn } from "../../../src/wording/wording-for.ts";
import type { DiscordContext } from "../context.ts";
import { missingToPost } from "../missing-to-post.ts";
import { plainQuestion } from "../plain-question.ts";
import { embedLayout } from "../render/message.ts";
import { type Announce, respond } from "../respond.ts";
import { arrivalOf } from "../visitor.ts";
import { mannerOfAnswer, saidOf } from "./acted.ts";

const PREFIX = "pd|form|";
const LONGEST_TITLE = 45;
const LONGEST_PLACEHOLDER = 100;
/** Forms that ask a question. */
const ASKING: ReadonlySet<FormName> = new Set(["follow-up", "ask-article"]);

export function modalOf({ name, about, title, fields }: Form): ModalBuilder {
  return new ModalBuilder()
    .setCustomId(`${PREFIX}${name}|${about}`)
    .setTitle(clip(title, LONGEST_TITLE))
    .addLabelComponents(fields.map(labelOf));
}

function labelOf({ name, label, placeholder, value, required, most, long }: Field): LabelBuilder {
  const input = new TextInputBuilder()
    .setCustomId(name)
    .setStyle(long ? TextInputStyle.Paragraph : TextInputStyle.Short)
    .setPlaceholder(clip(placeholder, LONGEST_PLACEHOLDER))
    .setRequired(required)
    .setMaxLength(most);
  if (value !== "") input.setValue(value);
  return new LabelBuilder().setLabel(clip(label, LONGEST_TITLE)).setTextInputComponent(input);
}

/** A form was sent. */
export async function submitForm(context: DiscordContext, interaction: ModalSubmitInteraction): Promise<void> {
  const reference = readFormId(interaction.customId);
  if (reference)
    await respond(context, interaction, (announce) => submitted(context, interaction, reference, announce));
}

type FormReference = Pick<Form, "name" | "about">;

/** Null where the form was not made here. */
function readFormId(id: string): FormReference | null {
  if (!id.startsWith(PREFIX)) return null;
  const [given, ...about] = id.slice(PREFIX.length).split("|");
  const name = FORM_NAMES.find((each) => each === given);
  return name ? { name, about: about.join("|") } : null;
}

async function submitted(
  context: DiscordContext,
  interaction: ModalSubmitInteraction,
  reference: FormReference,
  announce: Announce,
) {
  const written = writtenIn(interaction);
  const arrival = await arrivalOf(context, interaction, Object.values(written).join(" "));
  const { room } = arrival;
  const asks = ASKING.has(reference.name);
  if (asks) announce(mannerOfAnswer(room));
  const visitor = { ...arrival.visitor, alone: asks && mannerOfAnswer(room) === "private" };
  const missing = reference.name === "subscribe" ? await missingHere(interaction) : null;
  const acted =
    missing === null
      ? await submit(context.services, visitor, reference, written)
      : { how: "beside" as const, message: saying(chatWordingIn(visitor.locale).missingPermission(missing)) };
  return saidOf(acted, visitor, room, embedLayout);
}

/** What the bot would need to post alerts here. */
async function missingHere({ client, channelId }: ModalSubmitInteraction): Promise<PermissionName | null> {
  return channelId === null ? null : missingToPost(client, channelId);
}

function writtenIn({ fields, channel }: ModalSubmitInteraction): Written {
  return Object.fromEntries(
    fields.fields.map(({ customId }) => [customId, plainQuestion(fields.getTextInputValue(customId), channel)]),
  );
}
