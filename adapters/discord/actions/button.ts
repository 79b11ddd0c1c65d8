import type { ButtonInteraction } from "discord.js";
import { type Acted, act, formOf } from "../../../src/chat/act.ts";
import { onceWithin, type Visitor } from "../../../src/chat/chat-services.ts";
import { type ActionReference, readActionId } from "../../../src/presentation/action-id.ts";
import type { Form } from "../../../src/presentation/chat-message.ts";
import { saying } from "../../../src/presentation/chat-message.ts";
import { chatWordingIn, localeOf } from "../../../src/wording/wording-for.ts";
import type { DiscordContext } from "../context.ts";
import { isAcknowledged, withoutDetails } from "../discord-errors.ts";
import { embedLayout } from "../render/message.ts";
import { respond, tellFailure } from "../respond.ts";
import { arrivalOf, localeAtOnce, nameOf, personOf } from "../visitor.ts";
import { isAlone, layoutOf, saidOf, sized } from "./acted.ts";
import { modalOf } from "./form.ts";

const SHARED_WITHIN_MS = 60_000;

/** A button was pressed. */
export async function pressButton(context: DiscordContext, interaction: ButtonInteraction): Promise<void> {
  const reference = readActionId(interaction.customId);
  if (!reference) return;
  const form = formOf(reference, localeAtOnce(interaction, labelOf(interaction)));
  if (form) await openForm(context, interaction, form);
  else await respond(context, interaction, (announce) => pressed(context, interaction, reference, announce));
}

async function pressed(
  context: DiscordContext,
  interaction: ButtonInteraction,
  reference: ActionReference,
  announce: Parameters<Parameters<typeof respond>[2]>[0],
) {
  if (reference.name === "page") announce("instead");
  if (reference.name === "share") announce("public");
  const label = labelOf(interaction);
  const { visitor: comer, room } = await arrivalOf(context, interaction, label);
  // Whoever turns the page of a message, it stays in its language.
  const locale = reference.name === "page" ? localeOf(label) : comer.locale;
  const visitor = { ...comer, locale, alone: isAlone(interaction, room) };
  if (
    reference.name === "share" &&
    !(await onceWithin(context.services, shareKey(visitor, interaction.channelId, reference), SHARED_WITHIN_MS))
  ) {
    return saidOf({ how: "beside", message: saying(chatWordingIn(locale).shared()) }, visitor, room, embedLayout);
  }
  const layout = reference.name === "page" ? layoutOf(interaction) : embedLayout;
  const acted: Acted = await act(sized(context, layout), visitor, reference, { name: nameOf(interaction) });
  return saidOf(acted, visitor, room, layout);
}

/** Discord wants a form as the first response, so nothing is waited for before it. */
async function openForm(context: DiscordContext, interaction: ButtonInteraction, form: Form): Promise<void> {
  try {
    await interaction.showModal(modalOf(form));
  } catch (error) {
    if (!isAcknowledged(error)) await tellFailure(context, interaction, error, null);
    return;
  }
  if (form.name !== "unhelpful") return;
  // Whoever closes the form has said as much.
  try {
    await context.services.desk.chat.giveFeedback(form.about, personOf(interaction.user.id), false, null);
  } catch (error) {
    context.log.error("Discord: an opinion could not be stored", withoutDetails(error));
  }
}

/** Nobody shares an answer in a channel twice within a minute. */
function shareKey({ person }: Visitor, channelId: string, { about }: ActionReference): string {
  return `discord:share:${about}:${channelId}:${person}`;
}

function labelOf({ component }: ButtonInteraction): string {
  return "label" in component ? (component.label ?? "") : "";
}
