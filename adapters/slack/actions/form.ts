import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, types, ViewSubmitAction } from "@slack/bolt";
import { submit, WRITTEN } from "../../../src/chat/act.ts";
import { askInChat } from "../../../src/chat/ask.ts";
import type { Visitor } from "../../../src/chat/chat-services.ts";
import { readActionId } from "../../../src/presentation/action-id.ts";
import { FORM_NAMES, type Form } from "../../../src/presentation/chat-message.ts";
import { slackWordsIn } from "../../../src/wording/slack-words.ts";
import { alertWordingIn, chatWordingIn } from "../../../src/wording/wording-for.ts";
import { isFirstClick } from "../double-click.ts";
import { orSay } from "../failures.ts";
import { type Origin, openedInWindow, originOfView } from "../origin.ts";
import { writtenIn } from "../render/view.ts";
import { answer, tellOne } from "../respond.ts";
import type { SlackDesk } from "../slack-desk.ts";
import { fillWith, workingWindow } from "../windows.ts";
import { submitSubscription } from "./subscribe.ts";
import { visitorInWindow, visitorOfPress, wordsOf } from "./visitor-of-press.ts";

type Sent = Pick<SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs, "body" | "ack" | "client">;
type Ack = Sent["ack"];
type Submitted = Pick<Form, "name" | "about">;

/** A form was sent off: a question, what was missing, or what a channel is to hear of. */
export async function submitForm(slack: SlackDesk, { body, ack, client }: Sent): Promise<void> {
  const { view } = body;
  const origin = originOfView(client, body);
  const submitted = submittedIn(view.callback_id);
  const written = writtenIn(view);
  const text = written[WRITTEN] ?? "";
  if (submitted === null) return ack();
  if (submitted.name === "subscribe") return submitSubscription(slack, { origin, ack, viewId: view.id }, written);
  const words = text || (await wordsOf(slack, submitted));
  if (openedInWindow(view.private_metadata)) {
    const visitor = await visitorInWindow(slack, origin, words);
    return answerInWindow({ slack, origin, visitor, ack }, titleOf(visitor, submitted), view.id, async () => {
      return (await submit(slack, visitor, submitted, written)).message;
    });
  }
  await ack();
  if (!(await isFirstClick(slack, `slack:once:form:${view.id}`))) return;
  const visitor = await visitorOfPress(slack, { ...origin, view: null }, words);
  await orSay(slack, origin, visitor, async () => {
    const { how, message } = await submit(slack, visitor, submitted, written);
    await (how === "answer" ? answer(slack, origin, message) : tellOne(slack, origin, message));
  });
}

/** The window of the global shortcut was sent off: it has no channel, so the answer goes into the window. */
export async function submitQuestion(slack: SlackDesk, { body, ack, client }: Sent): Promise<void> {
  const text = writtenIn(body.view)[WRITTEN] ?? "";
  const origin = originOfView(client, body);
  const visitor = await visitorInWindow(slack, origin, text);
  const title = slackWordsIn(visitor.locale).manifest.ask;
  await answerInWindow({ slack, origin, visitor, ack }, title, body.view.id, () =>
    askInChat(slack, visitor, { text }, true),
  );
}

async function answerInWindow(
  { slack, origin, visitor, ack }: { slack: SlackDesk; origin: Origin; visitor: Visitor; ack: Ack },
  title: string,
  viewId: string,
  work: Parameters<typeof fillWith>[4],
): Promise<void> {
  const view: types.ModalView = workingWindow(origin, visitor, title);
  await ack({ response_action: "update", view });
  if (await isFirstClick(slack, `slack:once:form:${viewId}`)) {
    await fillWith(slack, origin, visitor, { viewId, title }, work);
  }
}

function titleOf({ locale }: Visitor, { name }: Submitted): string {
  const wording = chatWordingIn(locale);
  if (name === "ask-article") return alertWordingIn(locale).askTitle();
  return name === "follow-up" ? wording.followUpTitle() : wording.buttons.notHelpful;
}

/** Null where it is none of ours. */
function submittedIn(callbackId: string): Submitted | null {
  const form = readActionId(callbackId);
  const name = FORM_NAMES.find((each) => each === form?.name);
  return form === null || name === undefined ? null : { name, about: form.about };
}
