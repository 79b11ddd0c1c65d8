import type { AckFn, ViewResponseAction, ViewSubmitAction } from "@slack/bolt";
import type { Visitor } from "../../../src/chat/chat-services.ts";
import { type PlaceNames, settingsMessage } from "../../../src/chat/settings.ts";
import type { PlaceSettings } from "../../../src/ports/settings.ts";
import { type ChatMessage, line } from "../../../src/presentation/chat-message.ts";
import { slackWordsIn } from "../../../src/wording/slack-words.ts";
import { chatWordingIn } from "../../../src/wording/wording-for.ts";
import { showInWindow } from "../actions/show-in-window.ts";
import { visitorInWindow } from "../actions/visitor-of-press.ts";
import { type AdminRight, adminRight } from "../admin-right.ts";
import { metadataOf, type Origin, originOfView } from "../origin.ts";
import { channelName } from "../render/names.ts";
import { FIELD, READERS_LOCALE, settingsView } from "../render/settings-view.ts";
import type { SlackDesk } from "../slack-desk.ts";
import { personId } from "../visitor.ts";
import { fillWindow, fillWith, openWindow, workingWindow } from "../windows.ts";

/** Slack always answers mentions in threads. */
const UNUSED = ["threads"] as const;
const LEAST_PER_MINUTE = 1;
const MOST_PER_MINUTE = 1000;

type Values = ViewSubmitAction["view"]["state"]["values"];

/** Opens the settings: to change for admins, to read for others. */
export async function openSettings(slack: SlackDesk, origin: Origin, visitor: Visitor): Promise<void> {
  const title = chatWordingIn(visitor.locale).settingsTitle();
  const viewId = await openWindow(origin, workingWindow(origin, visitor, title));
  const right = await adminRight(slack, origin);
  if (viewId === null || right !== "may") {
    const read = async () => readOnly(await explain(slack, origin, visitor), visitor, right);
    if (viewId === null) return showInWindow(slack, { ...origin, trigger: null }, visitor, { title }, read);
    return fillWith(slack, origin, visitor, { viewId, title }, read);
  }
  const settings = await slack.desk.settings.get(visitor.place);
  const explained = await explain(slack, origin, visitor);
  await fillWindow(origin, viewId, settingsView(settings, explained, visitor.locale, metadataOf(origin)));
}

/** The window was sent off: complaints stand at their fields, else it shows what is in force now. */
export async function submitSettings(
  slack: SlackDesk,
  { body, ack, client }: { body: ViewSubmitAction; ack: AckFn<ViewResponseAction>; client: Origin["client"] },
): Promise<void> {
  const origin = originOfView(client, body);
  const visitor = await visitorInWindow(slack, origin);
  const read = readValues(body.view.state.values, visitor);
  if ("errors" in read) return ack({ response_action: "errors", errors: read.errors });
  const title = chatWordingIn(visitor.locale).settingsTitle();
  await ack({ response_action: "update", view: workingWindow(origin, visitor, title) });
  await fillWith(slack, origin, visitor, { viewId: body.view.id, title }, async () => {
    const right = await adminRight(slack, origin);
    if (right !== "may") return readOnly(await explain(slack, origin, visitor), visitor, right);
    const before = await slack.desk.settings.get(visitor.place);
    await slack.desk.settings.change(visitor.place, changedOnly(read.changes, before), visitor.person);
    return explain(slack, origin, visitor, "saved");
  });
}

/** Puts everything back, and shows it. */
export async function resetSettings(slack: SlackDesk, origin: Origin, visitor: Visitor): Promise<void> {
  if (origin.view === null) return;
  const title = chatWordingIn(visitor.locale).settingsTitle();
  await fillWith(slack, origin, visitor, { viewId: origin.view.id, title }, async () => {
    const right = await adminRight(slack, origin);
    if (right !== "may") return readOnly(await explain(slack, origin, visitor), visitor, right);
    await slack.desk.settings.reset(visitor.place);
    return explain(slack, origin, visitor, "reset");
  });
}

/** What is in force and why. */
export function explain(
  slack: SlackDesk,
  origin: Origin,
  visitor: Visitor,
  above: "saved" | "reset" | null = null,
): Promise<ChatMessage> {
  const names: PlaceNames = {
    channel: channelName,
    person: async (id) => {
      const user = id.slice(personId(origin.team, "").length);
      return (await slack.people.find(origin.client, origin.team, user))?.name ?? user;
    },
  };
  return settingsMessage(slack, visitor, names, above, UNUSED);
}

/** What was sent as it was stays whoever's it is. */
function changedOnly(changes: Partial<PlaceSettings>, before: PlaceSettings): Partial<PlaceSettings> {
  const changed = Object.entries(changes).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof PlaceSettings]),
  );
  return Object.fromEntries(changed);
}

function readOnly({ lines, ...message }: ChatMessage, { locale }: Visitor, right: AdminRight): ChatMessage {
  const why = right === "unknown" ? slackWordsIn(locale).settings.needsUsersRead : chatWordingIn(locale).mayNotSet();
  return { ...message, lines: [line("own", why), ...lines] };
}

function readValues(
  values: Values,
  { locale }: Visitor,
): { readonly changes: Partial<PlaceSettings> } | { readonly errors: Record<string, string> } {
  const words = slackWordsIn(locale).settings;
  const field = (name: string) => values[name]?.[name];
  const language = field(FIELD.locale)?.selected_option?.value;
  const where = field(FIELD.where)?.selected_option?.value;
  const chosen = field(FIELD.channels)?.selected_conversations ?? [];
  const perMinute = Number((field(FIELD.perMinute)?.value ?? "").trim() || Number.NaN);
  const errors: Record<string, string> = {};
  if (where === "chosen" && chosen.length === 0) errors[FIELD.channels] = words.chooseOne;
  if (!Number.isInteger(perMinute) || perMinute < LEAST_PER_MINUTE || perMinute > MOST_PER_MINUTE) {
    errors[FIELD.perMinute] = words.perMinuteWrong(LEAST_PER_MINUTE, MOST_PER_MINUTE);
  }
  if (Object.keys(errors).length > 0) return { errors };
  return {
    changes: {
      locale: language === undefined || language === READERS_LOCALE ? null : (language as "ko" | "en"),
      visibility: field(FIELD.visibility)?.selected_option?.value === "public" ? "public" : "private",
      channels: where === "all" ? null : where === "none" ? [] : chosen,
      questionsPerMinute: perMinute,
    },
  };
}
