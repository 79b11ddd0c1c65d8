import type { AutocompleteInteraction, Interaction } from "discord.js";
import { COMMAND_WORDS } from "../../src/wording/command-words.ts";
import { pressButton } from "./actions/button.ts";
import { submitForm } from "./actions/form.ts";
import { chooseFromMenu } from "./actions/menu.ts";
import { alerts } from "./commands/alerts.ts";
import { ask, suggestDocuments } from "./commands/ask.ts";
import type { Command } from "./commands/command.ts";
import { documents } from "./commands/documents.ts";
import { forget } from "./commands/forget.ts";
import { help } from "./commands/help.ts";
import { lookUp } from "./commands/look-up.ts";
import { offerChoices } from "./commands/offer-choices.ts";
import { settings } from "./commands/settings.ts";
import { status } from "./commands/status.ts";
import { suggestAlerts } from "./commands/suggest-alerts.ts";
import type { DiscordContext } from "./context.ts";
import { respond } from "./respond.ts";

const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({ ask, documents, help, status, settings, forget, alerts }),
);

/** Somebody used a command, a button, a menu or a form. Never throws. */
export async function onInteraction(context: DiscordContext, interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) await suggest(context, interaction);
  else if (interaction.isButton()) await pressButton(context, interaction);
  else if (interaction.isStringSelectMenu()) await chooseFromMenu(context, interaction);
  else if (interaction.isModalSubmit()) await submitForm(context, interaction);
  else if (interaction.isMessageContextMenuCommand() && interaction.commandName === COMMAND_WORDS.en.lookUp)
    await respond(context, interaction, () => lookUp(context, interaction));
  else if (interaction.isChatInputCommand()) {
    const command = COMMANDS.get(interaction.commandName);
    if (command) await respond(context, interaction, (announce) => command(context, interaction, announce));
  }
}

async function suggest(context: DiscordContext, interaction: AutocompleteInteraction): Promise<void> {
  const find = interaction.commandName === COMMAND_WORDS.en.alerts.name ? suggestAlerts : suggestDocuments;
  await offerChoices(context, interaction, () => find(context, interaction));
}
