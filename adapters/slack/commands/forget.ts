import type { Visitor } from "../../../src/chat/chat-services.ts";
import { type ChatMessage, saying } from "../../../src/presentation/chat-message.ts";
import { chatWordingIn } from "../../../src/wording/wording-for.ts";
import type { SlackDesk } from "../slack-desk.ts";

/** Removes what is kept of the person. */
export async function forget({ desk }: SlackDesk, { person, locale }: Visitor): Promise<ChatMessage> {
  return saying(chatWordingIn(locale).forgot(await desk.chat.forget(person)));
}
