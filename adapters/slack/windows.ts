import type { types } from "@slack/bolt";
import type { Visitor } from "../../src/chat/chat-services.ts";
import { failureMessage } from "../../src/chat/failure.ts";
import { type ChatMessage, saying } from "../../src/presentation/chat-message.ts";
import { errorId } from "../../src/text/random-id.ts";
import { slackWordsIn } from "../../src/wording/slack-words.ts";
import { chatWordingIn } from "../../src/wording/wording-for.ts";
import { apiProblem, isDeadTrigger } from "./api-problem.ts";
import { metadataOf, type Origin } from "./origin.ts";
import { messageView } from "./render/view.ts";
import type { SlackDesk } from "./slack-desk.ts";

/** Opens a window, above the one that was pressed where there is one. Null where Slack does not allow it any more. */
export async function openWindow(origin: Origin, view: types.ModalView): Promise<string | null> {
  const { client, trigger, view: pressed } = origin;
  if (trigger === null) return null;
  const given = { trigger_id: trigger, view };
  try {
    const opened = pressed?.kind === "modal" ? await client.views.push(given) : await client.views.open(given);
    return opened.view?.id ?? null;
  } catch (error) {
    // Three windows lie above each other at most.
    if (isDeadTrigger(error) || apiProblem(error)?.code === "push_limit_reached") return null;
    throw error;
  }
}

/** Puts something else into a window. Nothing where somebody has closed it meanwhile. */
export async function fillWindow({ client }: Origin, viewId: string, view: types.ModalView): Promise<void> {
  try {
    await client.views.update({ view_id: viewId, view });
  } catch (error) {
    if (apiProblem(error)?.code !== "not_found") throw error;
  }
}

export function windowOf(origin: Origin, visitor: Visitor, title: string, message: ChatMessage): types.ModalView {
  return messageView(message, { title, close: slackWordsIn(visitor.locale).close, metadata: metadataOf(origin) });
}

export function workingWindow(origin: Origin, visitor: Visitor, title: string): types.ModalView {
  return windowOf(origin, visitor, title, saying(chatWordingIn(visitor.locale).working()));
}

/** Puts into a window what comes of the work; a failure is said there too. */
export async function fillWith(
  { log }: SlackDesk,
  origin: Origin,
  visitor: Visitor,
  { viewId, title }: { readonly viewId: string; readonly title: string },
  work: () => Promise<ChatMessage>,
): Promise<void> {
  try {
    await fillWindow(origin, viewId, windowOf(origin, visitor, title, await work()));
  } catch (error) {
    const id = errorId();
    log.error("A Slack window could not be filled", error, { errorId: id });
    await fillWindow(origin, viewId, windowOf(origin, visitor, title, failureMessage(visitor, id))).catch(() => {
      log.debug("Slack does not take what a window is to say", { errorId: id });
    });
  }
}
