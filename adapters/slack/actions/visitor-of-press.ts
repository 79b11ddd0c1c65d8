import type { Visitor } from "../../../src/chat/chat-services.ts";
import type { ActionReference } from "../../../src/presentation/action-id.ts";
import type { Origin } from "../origin.ts";
import { isSeenByAll } from "../respond.ts";
import type { SlackDesk } from "../slack-desk.ts";
import { visitorOf } from "../visitor.ts";

/** Who pressed something in a message: what is said to them is theirs alone, unless all see it there. */
export async function visitorOfPress(slack: SlackDesk, origin: Origin, written = ""): Promise<Visitor> {
  return { ...(await visitorOf(slack, origin, written)), alone: !isSeenByAll(origin) };
}

/** In a window there is nobody else, and no channel to share to. */
export async function visitorInWindow(slack: SlackDesk, origin: Origin, written = ""): Promise<Visitor> {
  return { ...(await visitorOf(slack, origin, written)), alone: false };
}

/** The question of the answer that is acted on: its language is the reader's, where nothing better is known. */
export async function questionOf({ desk }: SlackDesk, { about }: Pick<ActionReference, "about">): Promise<string> {
  const [, inView] = /^(?:answer|sources)\.([^./]+)/.exec(about) ?? [];
  return (await desk.chat.exchange(inView ?? about))?.answer.question ?? "";
}
