import type { StringSelectMenuInteraction } from "discord.js";
import { act } from "../../../src/chat/act.ts";
import { type ActionReference, readActionId } from "../../../src/presentation/action-id.ts";
import type { DiscordContext } from "../context.ts";
import { embedLayout } from "../render/message.ts";
import { type Announce, respond } from "../respond.ts";
import { arrivalOf } from "../visitor.ts";
import { mannerOfAnswer, saidOf, visitorOf } from "./acted.ts";

/** Something was chosen from a menu. */
export async function chooseFromMenu(context: DiscordContext, interaction: StringSelectMenuInteraction): Promise<void> {
  const reference = readActionId(interaction.customId);
  if (reference)
    await respond(context, interaction, (announce) => chosenFrom(context, interaction, reference, announce));
}

async function chosenFrom(
  context: DiscordContext,
  interaction: StringSelectMenuInteraction,
  reference: ActionReference,
  announce: Announce,
) {
  const { component, values } = interaction;
  const arrival = await arrivalOf(context, interaction, component.placeholder ?? "");
  const { room } = arrival;
  const asks = reference.name === "related";
  if (asks) announce(mannerOfAnswer(room));
  const [chosen = ""] = values;
  const comer = { ...arrival.visitor, alone: asks && mannerOfAnswer(room) === "private" };
  const visitor = reference.name === "subscription" ? await visitorOf(context, interaction, comer, chosen) : comer;
  const acted = await act(context.services, visitor, reference, { chosen });
  return saidOf(acted, visitor, room, embedLayout);
}
