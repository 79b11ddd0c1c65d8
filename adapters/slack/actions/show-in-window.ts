import type { Visitor } from "../../../src/chat/chat-services.ts";
import type { ChatMessage } from "../../../src/presentation/chat-message.ts";
import type { Origin } from "../origin.ts";
import { tellOne } from "../respond.ts";
import type { SlackDesk } from "../slack-desk.ts";
import { fillWith, openWindow, workingWindow } from "../windows.ts";

/** Opens a window at once and fills it then. Where none may be opened, it is said in the one there is, or beside. */
export async function showInWindow(
  slack: SlackDesk,
  origin: Origin,
  visitor: Visitor,
  { title }: { readonly title: string },
  work: () => Promise<ChatMessage>,
): Promise<void> {
  const opened = await openWindow(origin, workingWindow(origin, visitor, title));
  const pressed = origin.view?.kind === "modal" ? origin.view.id : null;
  const viewId = opened ?? pressed;
  if (viewId === null) return tellOne(slack, origin, await work());
  await fillWith(slack, origin, visitor, { viewId, title }, work);
}
