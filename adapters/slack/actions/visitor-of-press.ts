import type { Visitor } from "../../../src/chat/chat-services.ts";
import type { ActionReference } from "../../../src/presentation/action-id.ts";
import { alertWordingIn } from "../../../src/wording/wording-for.ts";
import { adminRight } from "../admin-right.ts";
import type { Origin } from "../origin.ts";
import { isSeenByAll } from "../respond.ts";
import type { SlackDesk } from "../slack-desk.ts";
import { isDirect, talkId, threadTalkId, visitorOf } from "../visitor.ts";

/** Who pressed something in a message: what is said to them is theirs alone, unless all see it there. */
export async function visitorOfPress(slack: SlackDesk, origin: Origin, written = ""): Promise<Visitor> {
  const alone = !isSeenByAll(origin);
  return { ...(await visitorOf(slack, origin, written, await talkOf(slack, origin, alone))), alone };
}

/** A thread of people's own stays theirs, and what one person sees alone is no turn of a talk with others. */
async function talkOf({ desk }: SlackDesk, origin: Origin, alone: boolean): Promise<string> {
  const { team, channel, thread, user } = origin;
  if (channel === null || thread === null || isDirect(channel)) return talkId(origin);
  if (alone) return `${threadTalkId(team, channel, thread)}:${user}`;
  return talkId(origin, await desk.chat.isTalk(threadTalkId(team, channel, thread)));
}

/** In a window there is nobody else, and no channel to share to. */
export async function visitorInWindow(slack: SlackDesk, origin: Origin, written = ""): Promise<Visitor> {
  return { ...(await visitorOf(slack, origin, written)), alone: false };
}

/** Admins manage all alerts of the workspace, where no channel is known; others what they subscribed themselves. */
export async function managingVisitor(slack: SlackDesk, origin: Origin, visitor: Visitor): Promise<Visitor> {
  if (visitor.channel !== null) return visitor;
  return { ...visitor, managesAlerts: (await adminRight(slack, origin)) === "may" };
}

/** What is acted on, in its own words: their language is the reader's, where nothing better is known. */
export async function wordsOf(slack: SlackDesk, action: ActionReference): Promise<string> {
  const { alerts } = slack.desk;
  switch (action.name) {
    case "ask-article":
    case "alerts":
      return (await alerts.articleOf(action.about))?.title ?? "";
    case "pause-alerts":
    case "resume-alerts":
    case "unsubscribe":
    case "preview-alerts": {
      const subscription = await alerts.subscription(action.about);
      return subscription ? alertWordingIn(subscription.locale).buttons.manage : "";
    }
    default:
      return questionOf(slack, action);
  }
}

/** The question of the answer that is acted on. */
export async function questionOf({ desk }: SlackDesk, { about }: Pick<ActionReference, "about">): Promise<string> {
  const [, inView] = /^(?:answer|sources)\.([^./]+)/.exec(about) ?? [];
  return (await desk.chat.exchange(inView ?? about))?.answer.question ?? "";
}
