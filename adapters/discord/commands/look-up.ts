import type { Message, MessageContextMenuCommandInteraction } from "discord.js";
import { lookUpMessages, nothingToLookUp } from "../../../src/chat/look-up.ts";
import type { DiscordContext } from "../context.ts";
import { plainQuestion } from "../plain-question.ts";
import { embedLayout } from "../render/message.ts";
import type { Said } from "../respond.ts";
import { arrivalOf } from "../visitor.ts";

/** What is read of a message with long embeds. */
const MOST_READ = 4000;

/** What the documents say on each claim of somebody's message. */
export async function lookUp(
  context: DiscordContext,
  interaction: MessageContextMenuCommandInteraction,
): Promise<Said> {
  const text = plainQuestion(textOf(interaction.targetMessage), interaction.channel).slice(0, MOST_READ);
  const { visitor } = await arrivalOf(context, interaction, text);
  const messages = text === "" ? [nothingToLookUp(visitor)] : await lookUpMessages(context.services, visitor, text);
  const [message, ...more] = messages.map((each) => embedLayout.render(each));
  if (!message) throw new RangeError("Nothing was said on a message that was looked up.");
  return { manner: "private", message, more };
}

/** Also of what news bots post, and of what was forwarded. */
function textOf({ content, embeds, messageSnapshots }: Message): string {
  const forwarded = [...messageSnapshots.values()].map((snapshot) => snapshot.content ?? "");
  const embedded = embeds.flatMap(({ title, description }) => [title ?? "", description ?? ""]);
  return [content, ...forwarded, ...embedded].filter((text) => text !== "").join("\n");
}
