import { MOST_LISTED, subscriptionLines, subscriptionMenu } from "../../src/chat/alerts.ts";
import type { Visitor } from "../../src/chat/chat-services.ts";
import { type ChatMessage, line } from "../../src/presentation/chat-message.ts";
import { slackWordsIn } from "../../src/wording/slack-words.ts";
import { managingVisitor } from "./actions/visitor-of-press.ts";
import { readAlertAddress } from "./alert-address.ts";
import type { Origin } from "./origin.ts";
import { channelName } from "./render/names.ts";
import type { SlackDesk } from "./slack-desk.ts";
import { isDirect } from "./visitor.ts";

/** The subscriptions that somebody may manage: all of the workspace for its admins, for others their own. */
export async function homeAlerts(slack: SlackDesk, origin: Origin, visitor: Visitor): Promise<ChatMessage> {
  const { mine, more, noSubscriptions, directMessages } = slackWordsIn(visitor.locale).alerts;
  const { place, person, managesAlerts } = await managingVisitor(slack, origin, { ...visitor, channel: null });
  const listed = await slack.desk.alerts.listIn(place, managesAlerts ? null : person);
  const nameOf = (channel: string) => {
    const target = readAlertAddress(channel)?.target ?? channel;
    return isDirect(target) ? directMessages : channelName(target);
  };
  const left = listed.length - MOST_LISTED;
  return {
    lines: [
      line("heading", mine),
      ...(listed.length === 0 ? [line("own", noSubscriptions)] : []),
      ...subscriptionLines(slack, visitor, listed, nameOf),
      ...(left > 0 ? [line("small", more(left))] : []),
    ],
    actions: [],
    menu: subscriptionMenu(visitor, listed),
  };
}
