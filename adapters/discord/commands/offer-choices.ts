import type { ApplicationCommandOptionChoiceData, AutocompleteInteraction } from "discord.js";
import type { DiscordContext } from "../context.ts";
import { isAcknowledged, withoutDetails } from "../discord-errors.ts";

export const MOST_CHOICES = 25;
export const LONGEST_CHOICE = 100;

/** Gives what fits to what was typed so far. Nothing where that cannot be told. */
export async function offerChoices(
  { services, log }: DiscordContext,
  interaction: AutocompleteInteraction,
  find: () => Promise<ApplicationCommandOptionChoiceData<string>[]>,
): Promise<void> {
  try {
    await interaction.respond(services.desk.ready() ? await find() : []);
  } catch (error) {
    if (isAcknowledged(error)) return;
    log.warn("Discord: nothing could be suggested", { reason: withoutDetails(error).message });
    if (!interaction.responded) await interaction.respond([]).catch(() => {});
  }
}
