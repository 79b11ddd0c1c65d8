import type { Message } from "discord.js";
import { readActionId } from "../../src/presentation/action-id.ts";
import type { ActionName } from "../../src/presentation/chat-message.ts";
import { plainQuestion, withoutMention } from "./plain-question.ts";
import { isOwnThread } from "./threads.ts";

/** What the bot makes of a message. */
export type Heard =
  | {
      readonly kind: "question";
      readonly text: string;
      /** The exchange that the message replies to. */
      readonly after: string | null;
      /** The alert that it replies to. */
      readonly alertId: string | null;
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
  const about = toBot ? aboutOf(repliedTo) : { after: null, alertId: null };
  return { kind: "question", text, ...about, addressed };
}

/** Null also where it is gone, or may not be read. */
async function repliedMessage(message: Message): Promise<Message | null> {
  const { reference, channel, mentions } = message;
  if (!reference?.messageId || (mentions.repliedUser && !mentions.repliedUser.bot)) return null;
  return channel.messages.cache.get(reference.messageId) ?? (await message.fetchReference().catch(() => null));
}

const ON_EXCHANGES: ReadonlySet<ActionName> = new Set([
  ...(["sources", "helpful", "unhelpful", "follow-up", "share", "related"] as const),
]);

/** What the buttons under a message of the bot's are about: an answer, or an alert. */
function aboutOf({ components }: Message): Pick<Extract<Heard, { kind: "question" }>, "after" | "alertId"> {
  const references = components
    .flatMap((row): readonly object[] => ("components" in row ? row.components : []))
    .flatMap((each) => ("customId" in each ? (readActionId(String(each.customId)) ?? []) : []));
  return {
    after: references.find(({ name }) => ON_EXCHANGES.has(name))?.about ?? null,
    alertId: references.find(({ name }) => name === "ask-article")?.about ?? null,
  };
}
