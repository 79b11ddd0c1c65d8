import { LabelBuilder, ModalBuilder, type ModalSubmitInteraction, TextInputBuilder, TextInputStyle } from "discord.js";
import { submit } from "../../../src/chat/act.ts";
import type { Form } from "../../../src/presentation/chat-message.ts";
import { clip } from "../../../src/text/clip.ts";
import type { DiscordContext } from "../context.ts";
import { plainQuestion } from "../plain-question.ts";
import { embedLayout } from "../render/message.ts";
import { type Announce, respond } from "../respond.ts";
import { arrivalOf } from "../visitor.ts";
import { mannerOfAnswer, saidOf } from "./acted.ts";

const PREFIX = "pd|form|";
const INPUT = "written";
const LONGEST_TITLE = 45;
const LONGEST_PLACEHOLDER = 100;
const FORMS: readonly Form["name"][] = ["follow-up", "unhelpful"];

export function modalOf({ name, about, title, label, placeholder, required, most }: Form): ModalBuilder {
  const input = new TextInputBuilder()
    .setCustomId(INPUT)
    .setStyle(name === "unhelpful" ? TextInputStyle.Paragraph : TextInputStyle.Short)
    .setPlaceholder(clip(placeholder, LONGEST_PLACEHOLDER))
    .setRequired(required)
    .setMaxLength(most);
  return new ModalBuilder()
    .setCustomId(`${PREFIX}${name}|${about}`)
    .setTitle(clip(title, LONGEST_TITLE))
    .addLabelComponents(new LabelBuilder().setLabel(clip(label, LONGEST_TITLE)).setTextInputComponent(input));
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
  const name = FORMS.find((each) => each === given);
  return name ? { name, about: about.join("|") } : null;
}

async function submitted(
  context: DiscordContext,
  interaction: ModalSubmitInteraction,
  reference: FormReference,
  announce: Announce,
) {
  const written = plainQuestion(interaction.fields.getTextInputValue(INPUT), interaction.channel);
  const arrival = await arrivalOf(context, interaction, written);
  const { room } = arrival;
  const asks = reference.name === "follow-up";
  if (asks) announce(mannerOfAnswer(room));
  const visitor = { ...arrival.visitor, alone: asks && mannerOfAnswer(room) === "private" };
  const acted = await submit(context.services, visitor, reference, written);
  return saidOf(acted, visitor, room, embedLayout);
}
