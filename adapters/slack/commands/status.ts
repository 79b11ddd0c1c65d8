import type { Visitor } from "../../../src/chat/chat-services.ts";
import { statusMessage } from "../../../src/chat/tell-status.ts";
import type { ChatMessage } from "../../../src/presentation/chat-message.ts";
import type { SlackDesk } from "../slack-desk.ts";

export function status(slack: SlackDesk, visitor: Visitor): Promise<ChatMessage> {
  return statusMessage(slack, visitor);
}
