import type { AckFn, ViewResponseAction } from "@slack/bolt";
import { subscribe, type WrittenTopic, writtenTopic } from "../../../src/chat/alerts.ts";
import type { Visitor } from "../../../src/chat/chat-services.ts";
import { type ChatMessage, plainTextOf, saying, type Written } from "../../../src/presentation/chat-message.ts";
import { slackWordsIn } from "../../../src/wording/slack-words.ts";
import { alertWordingIn } from "../../../src/wording/wording-for.ts";
import { apiProblem } from "../api-problem.ts";
import { isFirstClick } from "../double-click.ts";
import { orSay } from "../failures.ts";
import type { Origin } from "../origin.ts";
import { MENTION_FIELD } from "../render/subscribe-view.ts";
import { tellHere, tellOne } from "../respond.ts";
import type { SlackDesk } from "../slack-desk.ts";
import { findGroup, type GroupFound } from "../user-groups.ts";
import { isDirect, visitorOf } from "../visitor.ts";

/** A window waits three seconds for its answer. */
const LONGEST_CHECK_MS = 800;
const NOBODY = { kind: "group", id: null } as const;

interface Wanted {
  readonly topic: WrittenTopic;
  /** As it was written; null where nobody is to be called. */
  readonly mention: string | null;
}

interface SentForm {
  readonly origin: Origin;
  readonly ack: AckFn<ViewResponseAction>;
  readonly viewId: string;
}

/** The window was sent off: what is wrong is said in it, so that nobody writes everything again. */
export async function submitSubscription(
  slack: SlackDesk,
  { origin: inWindow, ack, viewId }: SentForm,
  written: Written,
): Promise<void> {
  const origin = { ...inWindow, view: null };
  const topic = writtenTopic(written);
  const mention = (written[MENTION_FIELD] ?? "").trim() || null;
  const visitor = { ...(await visitorOf(slack, origin, Object.values(topic).join(" "))), alone: true };
  const group = mention === null ? NOBODY : await findGroupSoon(slack, origin, mention);
  if (group === null) {
    await ack();
    return orSay(slack, origin, visitor, () => subscribeHere(slack, origin, visitor, { topic, mention }));
  }
  if (group.kind !== "group") {
    return ack({ response_action: "errors", errors: { [MENTION_FIELD]: groupText(visitor, group) } });
  }
  const made = await subscribeChannel(slack, visitor, topic, group.id);
  if (made.id === null) return ack({ response_action: "errors", errors: { include: plainTextOf(made.message) } });
  await ack();
  if (!(await isFirstClick(slack, `slack:once:form:${viewId}`))) return;
  await orSay(slack, origin, visitor, () => confirm(slack, origin, visitor, made));
}

/** Null where it is not known soon enough. */
function findGroupSoon({ clock }: SlackDesk, { client }: Origin, mention: string): Promise<GroupFound | null> {
  const finding = findGroup(client, mention).catch(() => null);
  return Promise.race([finding, clock.sleep(LONGEST_CHECK_MS).then(() => null)]);
}

/** Subscribes the channel, or the thread, where somebody is, and tells them what came of it. */
export async function subscribeHere(
  slack: SlackDesk,
  origin: Origin,
  visitor: Visitor,
  { topic, mention }: Wanted,
): Promise<void> {
  const group = mention === null ? NOBODY : await findGroup(origin.client, mention);
  if (group.kind !== "group") return tellOne(slack, origin, saying(groupText(visitor, group)));
  const made = await subscribeChannel(slack, visitor, topic, group.id);
  await (made.id === null ? tellOne(slack, origin, made.message) : confirm(slack, origin, visitor, made));
}

interface Made {
  readonly message: ChatMessage;
  /** Of the subscription; null where there is none. */
  readonly id: string | null;
  readonly isNew: boolean;
}

async function subscribeChannel(
  slack: SlackDesk,
  visitor: Visitor,
  topic: WrittenTopic,
  mention: string | null,
): Promise<Made> {
  const before = visitor.channel === null ? [] : await slack.desk.alerts.list(visitor.channel);
  const message = await subscribe(slack, visitor, topic, mention);
  const id = idIn(message);
  return { message, id, isNew: !before.some((each) => each.id === id) };
}

/**
 * It is said by a message for one, which Slack takes only where the bot is a member: where it is none, what is new does
 * not stay subscribed, and they read whom to invite.
 */
async function confirm(
  slack: SlackDesk,
  origin: Origin,
  visitor: Visitor,
  { message, id, isNew }: Made,
): Promise<void> {
  try {
    await tellHere(origin, message);
  } catch (error) {
    const problem = apiProblem(error);
    if (problem?.kind !== "place") return tellOne(slack, origin, message);
    if (isNew && id !== null) await slack.desk.alerts.unsubscribe(id);
    await tellOne(slack, origin, saying(placeText(origin, visitor, problem.code)));
  }
}

/** The subscription that a message is about. */
function idIn({ actions }: ChatMessage): string | null {
  return actions.find(({ name }) => name === "unsubscribe")?.about ?? null;
}

function placeText({ channel }: Origin, { locale }: Visitor, code: string): string {
  if (channel === null || isDirect(channel)) return alertWordingIn(locale).onlyInChannel();
  const { inviteFirst, archived } = slackWordsIn(locale).alerts;
  return code === "is_archived" ? archived : inviteFirst;
}

function groupText({ locale }: Visitor, { kind }: Exclude<GroupFound, { readonly kind: "group" }>): string {
  const { noSuchGroup, groupById } = slackWordsIn(locale).alerts;
  return kind === "unknown" ? noSuchGroup : groupById;
}
