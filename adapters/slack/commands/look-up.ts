import type { Visitor } from "../../../src/chat/chat-services.ts";
import { lookUpMessages, nothingToLookUp } from "../../../src/chat/look-up.ts";
import type { Origin } from "../origin.ts";
import { plainText } from "../plain-text.ts";
import { tellOne } from "../respond.ts";
import type { SlackDesk } from "../slack-desk.ts";

/** The message shortcut. */
export const LOOK_UP_SHORTCUT = "look_up";

/** What the documents say on a message, for the one who asked alone. It judges nothing. */
export async function lookUp(slack: SlackDesk, origin: Origin, visitor: Visitor, written: string): Promise<void> {
  const text = plainText(written);
  const messages =
    text.trim() === ""
      ? [nothingToLookUp(visitor)]
      : await slack.turns.take(() => lookUpMessages(slack, visitor, text));
  for (const message of messages) await tellOne(slack, origin, message);
}
