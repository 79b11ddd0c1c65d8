import { type ChatMessage, saying } from "../presentation/chat-message.ts";
import { wordingIn } from "../wording/wording-for.ts";
import type { Visitor } from "./chat-services.ts";

/** Why it went wrong; the id stands in the log too. */
export function failureMessage({ locale }: Pick<Visitor, "locale">, errorId: string): ChatMessage {
  return saying(wordingIn(locale).failure(errorId));
}
