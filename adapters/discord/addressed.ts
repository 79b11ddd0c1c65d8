import type { Message } from "discord.js";
import { readActionId } from "../../src/presentation/action-id.ts";
import { plainQuestion, withoutMention } from "./plain-question.ts";
import { isOwnThread } from "./threads.ts";

/** What the bot makes of a message. */
export type Heard =
  | {
      readonly kind: "question";
      readonly text: string;
      /** The exchange that the message replies to. */
      readonly after: string | null;
      /** By a mention or a reply, not by standing in the bot's own thread alone. */
      readonly addressed: boolean;
    }
  /** Something was written in the bot's own thread that it may not read. */
  | { readonly kind: "unreadable" };

/** Null where a message is none of the bot's business. */
export async function hear(message: Message, messageContent: boolean): Promise<Heard | null> {
  const { author, webhookId, system, channel, content, mentions, client } = message;
  if (author.bot || webhookId !== null || system) return null;
  const botId = client.user.id;
  // A mention of everyone, or of a role, is not one of the bot. A reply that pings it is.
  const addressed = channel.isDMBased() || mentions.users.has(botId);
  if (!addressed && !(await isOwnThread(channel))) return null;
  const repliedTo = await repliedMessage(message);
  const toBot = repliedTo?.author.id === botId;
  // People in the thread talk to each other.
  if (!addressed && message.reference !== null && !toBot) return null;
  if (!addressed && content === "") return messageContent ? null : { kind: "unreadable" };
  const text = plainQuestion(withoutMention(content, botId), channel);
  return { kind: "question", text, after: toBot ? exchangeOf(repliedTo) : null, addressed };
}

/** Null also where it is gone, or may not be read. */
async function repliedMessage(message: Message): Promise<Message | null> {
  const { reference, channel, mentions } = message;
  if (!reference?.messageId || (mentions.repliedUser && !mentions.repliedUser.bot)) return null;
  return channel.messages.cache.get(reference.messageId) ?? (await message.fetchReference().catch(() => null));
}

/** What the buttons under an answer are about. */
function exchangeOf({ components }: Message): string | null {
  for (const row of components) {
    for (const component of "components" in row ? row.components : []) {
      const reference = "customId" in component ? readActionId(component.customId ?? "") : null;
      if (reference === null) continue;
      if (reference.name !== "page" && reference.name !== "article" && reference.name !== "section")
        return reference.about;
    }
  }
  return null;
}
