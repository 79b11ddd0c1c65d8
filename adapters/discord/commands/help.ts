import { helpMessage } from "../../../src/chat/tell-status.ts";
import { COMMAND_WORDS } from "../../../src/wording/command-words.ts";
import { arrivalOf } from "../visitor.ts";
import { type Command, toOne } from "./command.ts";

/** How to ask. */
export const help: Command = async (context, interaction) => {
  const { visitor } = await arrivalOf(context, interaction, "");
  const words = COMMAND_WORDS[visitor.locale];
  const { displayName } = interaction.client.user;
  const { askExample: ask, subscribeExample: subscribe } = words;
  return toOne(helpMessage(visitor, { ask, mention: words.askByMention(displayName), subscribe }));
};
