import { saying } from "../../../src/presentation/chat-message.ts";
import { chatWordingIn } from "../../../src/wording/wording-for.ts";
import { arrivalOf } from "../visitor.ts";
import { type Command, toOne } from "./command.ts";

/** Removes what is kept of the person. */
export const forget: Command = async (context, interaction) => {
  const { visitor } = await arrivalOf(context, interaction, "");
  const count = await context.services.desk.chat.forget(visitor.person);
  return toOne(saying(chatWordingIn(visitor.locale).forgot(count)));
};
