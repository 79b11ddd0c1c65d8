import { act } from "../../../src/chat/act.ts";
import type { Visitor } from "../../../src/chat/chat-services.ts";
import type { ActionReference } from "../../../src/presentation/action-id.ts";
import type { ChatMessage } from "../../../src/presentation/chat-message.ts";
import { alertWordingIn } from "../../../src/wording/wording-for.ts";
import { publishHome } from "../home.ts";
import type { Origin } from "../origin.ts";
import { replace, tellOne } from "../respond.ts";
import type { SlackDesk } from "../slack-desk.ts";
import { isDirect } from "../visitor.ts";
import { fillWith } from "../windows.ts";
import { showInWindow } from "./show-in-window.ts";
import { managingVisitor } from "./visitor-of-press.ts";

/** A subscription was chosen in a list: beside the list, or in a window above the home tab. `about`: its id. */
export async function showSubscription(
  slack: SlackDesk,
  origin: Origin,
  visitor: Visitor,
  { name, about }: ActionReference,
): Promise<void> {
  const work = () => done(slack, origin, visitor, { name, about: "" }, about);
  if (origin.view === null) return tellOne(slack, origin, await work());
  await showInWindow(slack, origin, visitor, { title: titleOf(visitor) }, work);
}

export async function previewSubscription(
  slack: SlackDesk,
  origin: Origin,
  visitor: Visitor,
  action: ActionReference,
): Promise<void> {
  const work = () => done(slack, origin, visitor, action);
  if (origin.view === null) return tellOne(slack, origin, await work());
  const { preview: title } = alertWordingIn(visitor.locale).buttons;
  await showInWindow(slack, origin, visitor, { title }, work);
}

/** Something is done to a subscription; its message, which only one person sees, shows what it came to. */
export async function changeSubscription(
  slack: SlackDesk,
  origin: Origin,
  visitor: Visitor,
  action: ActionReference,
): Promise<void> {
  const { view, alone, channel } = origin;
  const work = () => done(slack, origin, visitor, action);
  if (view?.kind === "modal") {
    await fillWith(slack, origin, visitor, { viewId: view.id, title: titleOf(visitor) }, work);
    // The home tab behind it lists what was.
    if (visitor.channel === null) await publishHome(slack, { ...origin, view: null }, visitor);
    return;
  }
  const message = await work();
  const isTheirs = alone || (channel !== null && isDirect(channel));
  await (isTheirs ? replace(slack, origin, message) : tellOne(slack, origin, message));
}

async function done(
  slack: SlackDesk,
  origin: Origin,
  visitor: Visitor,
  action: ActionReference,
  chosen = "",
): Promise<ChatMessage> {
  return (await act(slack, await managingVisitor(slack, origin, visitor), action, { chosen })).message;
}

function titleOf({ locale }: Visitor): string {
  return alertWordingIn(locale).buttons.manage;
}
