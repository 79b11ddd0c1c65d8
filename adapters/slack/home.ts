import type { types } from "@slack/bolt";
import { documentsMessage } from "../../src/chat/browse.ts";
import type { Visitor } from "../../src/chat/chat-services.ts";
import { statusMessage } from "../../src/chat/tell-status.ts";
import { line } from "../../src/presentation/chat-message.ts";
import { clip } from "../../src/text/clip.ts";
import { slackWordsIn } from "../../src/wording/slack-words.ts";
import { explain } from "./commands/settings.ts";
import { homeAlerts } from "./home-alerts.ts";
import type { Origin } from "./origin.ts";
import { button, renderBlocks, renderLines } from "./render/message.ts";
import type { SlackDesk } from "./slack-desk.ts";

const MOST_RECENT = 5;
const MOST_NEWEST = 5;
const LONGEST_QUESTION = 300;

/** Buttons of the home tab. */
export const HOME_ACTIONS = ["home|ask", "home|documents", "home|settings", "home|forget"] as const;
export type HomeAction = (typeof HOME_ACTIONS)[number];

/** The home tab: what the bot knows, what this person asked lately, what channels hear of, and what holds here. */
export async function publishHome(slack: SlackDesk, origin: Origin, visitor: Visitor): Promise<void> {
  const { home } = slackWordsIn(visitor.locale);
  const [status, documents, recent, alerts, settings] = await Promise.all([
    statusMessage(slack, visitor),
    documentsMessage(slack, visitor, 1),
    slack.desk.chat.recent(visitor.person, MOST_RECENT),
    homeAlerts(slack, origin, visitor),
    explain(slack, origin, visitor),
  ]);
  const newest = documents.lines.filter(({ kind }) => kind === "item").slice(0, MOST_NEWEST);
  const asked = recent.map(({ answer }) => line("item", `• ${clip(answer.question, LONGEST_QUESTION)}`));
  const labels: Readonly<Record<HomeAction, string>> = {
    "home|ask": home.ask,
    "home|documents": home.documents,
    "home|settings": home.settings,
    "home|forget": home.forget,
  };
  const blocks: types.KnownBlock[] = [
    ...renderLines(status.lines),
    { type: "actions", elements: HOME_ACTIONS.map((id) => button(labels[id], id)) },
    { type: "divider" },
    ...(newest.length === 0 ? [] : renderLines([line("heading", home.newest), ...newest])),
    ...renderLines([line("heading", home.recent), ...(asked.length === 0 ? [line("own", home.noneRecent)] : asked)]),
    { type: "divider" },
    ...renderBlocks(alerts),
    { type: "divider" },
    ...renderLines(settings.lines),
  ];
  await origin.client.views.publish({ user_id: origin.user, view: { type: "home", blocks } });
}
