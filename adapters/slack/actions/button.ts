import { act, formOf } from "../../../src/chat/act.ts";
import type { Visitor } from "../../../src/chat/chat-services.ts";
import { onceWithin } from "../../../src/chat/chat-services.ts";
import { type ActionReference, actionId } from "../../../src/presentation/action-id.ts";
import { type Form, saying } from "../../../src/presentation/chat-message.ts";
import { slackWordsIn } from "../../../src/wording/slack-words.ts";
import { chatWordingIn } from "../../../src/wording/wording-for.ts";
import { openSubscribeForm } from "../commands/alerts.ts";
import { metadataOf, type Origin } from "../origin.ts";
import { formView } from "../render/view.ts";
import { replace, tellAll, tellOne } from "../respond.ts";
import type { SlackDesk } from "../slack-desk.ts";
import { nameOf } from "../visitor.ts";
import { fillWindow, openWindow, windowOf } from "../windows.ts";
import { changeSubscription, previewSubscription } from "./manage-alerts.ts";
import { showInWindow } from "./show-in-window.ts";

const SHARED_WITHIN_MS = 60_000;

/** A button was pressed, in a message or in a window. */
export async function pressButton(
  slack: SlackDesk,
  origin: Origin,
  visitor: Visitor,
  action: ActionReference,
): Promise<void> {
  if (action.name === "subscribe") return openSubscribeForm(slack, origin, visitor, action.about);
  const form = await formOf(slack, visitor, action);
  if (form) return openForm(slack, origin, visitor, form);
  switch (action.name) {
    case "pause-alerts":
    case "resume-alerts":
    case "unsubscribe":
      return changeSubscription(slack, origin, visitor, action);
    case "preview-alerts":
      return previewSubscription(slack, origin, visitor, action);
    case "page":
      return turnPage(slack, origin, visitor, action);
    case "share":
      return share(slack, origin, visitor, action);
    case "sources":
      return showInWindow(slack, origin, visitor, { title: chatWordingIn(visitor.locale).buttons.showSource }, () =>
        messageOf(slack, visitor, action),
      );
    default:
      return sayBeside(slack, origin, visitor, action);
  }
}

async function openForm(slack: SlackDesk, origin: Origin, visitor: Visitor, form: Form): Promise<void> {
  if ((await openWindow(origin, formView(form, metadataOf(origin)))) !== null) return;
  // What somebody thinks of an answer counts without a reason, too.
  if (form.name === "unhelpful") return sayBeside(slack, origin, visitor, form);
  await tellOne(slack, origin, saying(slackWordsIn(visitor.locale).pressAgain));
}

async function turnPage(slack: SlackDesk, origin: Origin, visitor: Visitor, action: ActionReference): Promise<void> {
  const { view, alone } = origin;
  const message = await messageOf(slack, { ...visitor, alone: view === null && alone }, action);
  if (view === null) return replace(slack, origin, message);
  await fillWindow(origin, view.id, windowOf(origin, visitor, titleOfPages(visitor, action.about), message));
}

function titleOfPages({ locale }: Visitor, view: string): string {
  const words = slackWordsIn(locale);
  if (view.startsWith("sources")) return chatWordingIn(locale).buttons.showSource;
  return view.startsWith("answer") ? words.manifest.ask : words.home.documents;
}

async function share(slack: SlackDesk, origin: Origin, visitor: Visitor, action: ActionReference): Promise<void> {
  const { team, channel, thread } = origin;
  const where = `${team}:${channel}:${thread}`;
  if (!(await onceWithin(slack, `slack:once:share:${where}:${action.about}`, SHARED_WITHIN_MS))) {
    return tellOne(slack, origin, saying(chatWordingIn(visitor.locale).shared()));
  }
  const { how, message } = await act(slack, visitor, action, { name: await nameOf(slack, origin) });
  await (how === "share" ? tellAll(slack, origin, message) : tellOne(slack, origin, message));
}

async function sayBeside(slack: SlackDesk, origin: Origin, visitor: Visitor, action: ActionReference): Promise<void> {
  const { title, message } = {
    title: titleOfThanks(visitor, action),
    message: await messageOf(slack, visitor, action),
  };
  if (origin.view === null) return tellOne(slack, origin, message);
  await openWindow(origin, windowOf(origin, visitor, title, message));
}

function titleOfThanks({ locale }: Visitor, { name }: ActionReference): string {
  const { helpful, notHelpful } = chatWordingIn(locale).buttons;
  return name === "helpful" ? helpful : notHelpful;
}

async function messageOf(slack: SlackDesk, visitor: Visitor, { name, about }: ActionReference) {
  return (await act(slack, visitor, { name, about })).message;
}

/** The same press again within a moment is a double click. */
export function pressKey({ team, channel, messageTs, view, user }: Origin, action: ActionReference, chosen: string) {
  return `slack:once:press:${team}:${channel}:${messageTs ?? view?.id}:${user}:${actionId(action)}:${chosen}`;
}
