import { documentsMessage } from "../../../src/chat/browse.ts";
import type { Visitor } from "../../../src/chat/chat-services.ts";
import type { ChatMessage } from "../../../src/presentation/chat-message.ts";
import type { SlackDesk } from "../slack-desk.ts";

/** What the bot has read. `page`: as it was typed, if it was. */
export function documents(slack: SlackDesk, visitor: Visitor, page: string): Promise<ChatMessage> {
  return documentsMessage(slack, visitor, Number(page) || 1);
}
