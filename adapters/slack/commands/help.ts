import type { Visitor } from "../../../src/chat/chat-services.ts";
import { helpMessage } from "../../../src/chat/tell-status.ts";
import type { ChatMessage } from "../../../src/presentation/chat-message.ts";
import { slackWordsIn } from "../../../src/wording/slack-words.ts";

export function help(visitor: Visitor): ChatMessage {
  const { askByCommand, askByMention, subscribeByCommand } = slackWordsIn(visitor.locale);
  return helpMessage(visitor, { ask: askByCommand, mention: askByMention, subscribe: subscribeByCommand });
}
