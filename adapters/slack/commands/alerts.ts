import { alertsMessage, manageSubscription, previewMessage, subscribeForm } from "../../../src/chat/alerts.ts";
import type { Visitor } from "../../../src/chat/chat-services.ts";
import { type ChatMessage, line, saying } from "../../../src/presentation/chat-message.ts";
import { slackWordsIn } from "../../../src/wording/slack-words.ts";
import { subscribeHere } from "../actions/subscribe.ts";
import { isFirstClick } from "../double-click.ts";
import { metadataOf, type Origin } from "../origin.ts";
import { subscribeView } from "../render/subscribe-view.ts";
import { tellOne } from "../respond.ts";
import type { SlackDesk } from "../slack-desk.ts";
import { openWindow } from "../windows.ts";
import type { AlertsCommand } from "./read-alerts-command.ts";

/** What `/policy alerts` does. Whatever it says is for the one who asked. */
export async function runAlerts(
  slack: SlackDesk,
  origin: Origin,
  visitor: Visitor,
  command: AlertsCommand,
): Promise<void> {
  switch (command.kind) {
    case "form":
      return openSubscribeForm(slack, origin, visitor, "");
    case "subscribe":
      return subscribeHere(slack, origin, visitor, command);
    case "list":
      return tellOne(slack, origin, await alertsMessage(slack, visitor));
    case "preview": {
      const topic = slack.desk.alerts.readTopic(command.topic);
      return tellOne(slack, origin, await previewMessage(slack, visitor, topic));
    }
    case "change":
      // By then the same number is another subscription's.
      if (!(await isFirstClick(slack, changeKey(visitor, command)))) return;
      return tellOne(slack, origin, await change(slack, visitor, command));
  }
}

function changeKey({ person, channel }: Visitor, { name, number }: Extract<AlertsCommand, { kind: "change" }>): string {
  return `slack:once:alerts:${person}:${channel}:${name}:${number}`;
}

/** Slack allows a window for three seconds. `about`: see subscribeForm. */
export async function openSubscribeForm(
  slack: SlackDesk,
  origin: Origin,
  visitor: Visitor,
  about: string,
): Promise<void> {
  const view = subscribeView(await subscribeForm(slack, visitor, about), visitor.locale, metadataOf(origin));
  if ((await openWindow(origin, view)) !== null) return;
  await tellOne(slack, origin, saying(slackWordsIn(visitor.locale).pressAgain));
}

/** Without a number the only subscription is meant; of several, one is to be chosen. */
async function change(
  slack: SlackDesk,
  visitor: Visitor,
  { name, number }: Extract<AlertsCommand, { readonly kind: "change" }>,
): Promise<ChatMessage> {
  if (visitor.channel === null) return alertsMessage(slack, visitor);
  const listed = await slack.desk.alerts.list(visitor.channel);
  const meant = number === null && listed.length === 1 ? listed[0] : listed[(number ?? 0) - 1];
  if (meant) return manageSubscription(slack, visitor, name, meant.id);
  const message = await alertsMessage(slack, visitor);
  if (listed.length === 0) return message;
  const { chooseNumber, noSuchNumber } = slackWordsIn(visitor.locale).alerts;
  return { ...message, lines: [line("own", number === null ? chooseNumber : noSuchNumber(number)), ...message.lines] };
}
