import { type ButtonInteraction, MessageFlags } from "discord.js";
import { type Acted, act, formOf } from "../../../src/chat/act.ts";
import { onceWithin, type Visitor } from "../../../src/chat/chat-services.ts";
import { type ActionReference, readActionId } from "../../../src/presentation/action-id.ts";
import { type ActionName, type Form, saying } from "../../../src/presentation/chat-message.ts";
import { alertWordingIn, chatWordingIn, localeOf } from "../../../src/wording/wording-for.ts";
import type { DiscordContext } from "../context.ts";
import { isAcknowledged, withoutDetails } from "../discord-errors.ts";
import { embedLayout } from "../render/message.ts";
import { respond, tellFailure } from "../respond.ts";
import { arrivalOf, localeAtOnce, managesHere, nameOf, personOf } from "../visitor.ts";
import { isAlone, layoutOf, saidOf, sized, visitorOf } from "./acted.ts";
import { modalOf } from "./form.ts";

const SHARED_WITHIN_MS = 60_000;
const ON_SUBSCRIPTION: ReadonlySet<ActionName> = new Set([
  ...(["pause-alerts", "resume-alerts", "unsubscribe", "preview-alerts"] as const),
]);

/** A button was pressed. */
export async function pressButton(context: DiscordContext, interaction: ButtonInteraction): Promise<void> {
  const reference = readActionId(interaction.customId);
  if (!reference) return;
  let form: Form | null = null;
  try {
    form = await formFor(context, interaction, reference);
  } catch (error) {
    await tellFailure(context, interaction, error, null);
    return;
  }
  if (form) await openForm(context, interaction, form);
  else await respond(context, interaction, (announce) => pressed(context, interaction, reference, announce));
}

/** Null where what was pressed opens none for this person. */
async function formFor({ services }: DiscordContext, interaction: ButtonInteraction, reference: ActionReference) {
  if (reference.name === "subscribe" && !managesHere(interaction)) return null;
  return formOf(services, { locale: localeAtOnce(interaction, labelOf(interaction)) }, reference);
}

async function pressed(
  context: DiscordContext,
  interaction: ButtonInteraction,
  reference: ActionReference,
  announce: Parameters<Parameters<typeof respond>[2]>[0],
) {
  if (reference.name === "page" || isOwnList(interaction, reference)) announce("instead");
  if (reference.name === "share") announce("public");
  const label = labelOf(interaction);
  const { visitor: comer, room } = await arrivalOf(context, interaction, label);
  // Whoever turns the page of a message, it stays in its language.
  const locale = reference.name === "page" ? localeOf(label) : comer.locale;
  const here = { ...comer, locale, alone: isAlone(interaction, room) };
  const visitor = ON_SUBSCRIPTION.has(reference.name)
    ? await visitorOf(context, interaction, here, reference.about)
    : here;
  if (
    reference.name === "share" &&
    !(await onceWithin(context.services, shareKey(visitor, interaction.channelId, reference), SHARED_WITHIN_MS))
  ) {
    return saidOf({ how: "beside", message: saying(chatWordingIn(locale).shared()) }, visitor, room, embedLayout);
  }
  if (reference.name === "subscribe") {
    const message = saying(alertWordingIn(locale).mayNotManage());
    return saidOf({ how: "beside", message }, visitor, room, embedLayout);
  }
  const layout = reference.name === "page" ? layoutOf(interaction) : embedLayout;
  const acted: Acted = await act(sized(context, layout), visitor, reference, { name: nameOf(interaction) });
  const isSeenByAll = acted.how === "instead" && reference.name !== "page" && !isOwnList(interaction, reference);
  return saidOf(isSeenByAll ? { ...acted, how: "beside" } : acted, visitor, room, layout);
}

/** What only the one who pressed sees may change under their hands. */
function isOwnList({ message }: ButtonInteraction, { name }: ActionReference): boolean {
  return ON_SUBSCRIPTION.has(name) && name !== "preview-alerts" && message.flags.has(MessageFlags.Ephemeral);
}

/** Discord wants a form as the first response: before it, nothing is waited for but the store. */
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
