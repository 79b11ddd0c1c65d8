import { statusMessage } from "../../../src/chat/tell-status.ts";
import { arrivalOf } from "../visitor.ts";
import { type Command, toOne } from "./command.ts";

/** How much the bot has read. */
export const status: Command = async (context, interaction) => {
  const { visitor } = await arrivalOf(context, interaction, "");
  return toOne(await statusMessage(context.services, visitor));
};
