import { documentsMessage } from "../../../src/chat/browse.ts";
import { arrivalOf } from "../visitor.ts";
import { type Command, toOne } from "./command.ts";

/** What the bot has read. */
export const documents: Command = async (context, interaction) => {
  const { visitor } = await arrivalOf(context, interaction, "");
  return toOne(await documentsMessage(context.services, visitor, 1));
};
