import type { App, BlockAction, BlockElementAction, ViewSubmitAction } from "@slack/bolt";
import { readActionId } from "../../src/presentation/action-id.ts";
import { saying } from "../../src/presentation/chat-message.ts";
import { slackWordsIn } from "../../src/wording/slack-words.ts";
import { pressButton } from "./actions/button.ts";
import { submitForm, submitQuestion } from "./actions/form.ts";
import { chooseOption } from "./actions/menu.ts";
import { showInWindow } from "./actions/show-in-window.ts";
import { visitorInWindow, visitorOfPress, wordsOf } from "./actions/visitor-of-press.ts";
import { runAlerts } from "./commands/alerts.ts";
import { ASK_SHORTCUT, answerCommand, askForm } from "./commands/ask.ts";
import { documents } from "./commands/documents.ts";
import { forget } from "./commands/forget.ts";
import { help } from "./commands/help.ts";
import { LOOK_UP_SHORTCUT, lookUp } from "./commands/look-up.ts";
import { readAlertsCommand } from "./commands/read-alerts-command.ts";
import { openSettings, resetSettings, submitSettings } from "./commands/settings.ts";
import { status } from "./commands/status.ts";
import { readSubcommand, type Subcommand } from "./commands/subcommand.ts";
import { orSay } from "./failures.ts";
import { HOME_ACTIONS, type HomeAction, publishHome } from "./home.ts";
import { metadataOf, nowhere, type Origin, originOfAction, originOfCommand, teamOf } from "./origin.ts";
import { plainText } from "./plain-text.ts";
import { RESET_ACTION, SETTINGS_VIEW } from "./render/settings-view.ts";
import { formView } from "./render/view.ts";
import { tellOne } from "./respond.ts";
import { ResponseUrl } from "./response-url.ts";
import type { SlackDesk } from "./slack-desk.ts";
import { visitorOf } from "./visitor.ts";
import { openWindow } from "./windows.ts";

const COMMAND = "/policy";
const OUR_ACTION = /^pd\|/;
const OUR_FORM = /^pd\|/;

/** What people may do: commands, shortcuts, buttons, menus, windows. Each is acked first. */
export function listen(app: App, slack: SlackDesk): void {
  app.command(COMMAND, async ({ ack, client, command }) => {
    await ack();
    const origin = originOfCommand(client, command);
    const text = plainText(command.text);
    const visitor = await visitorOf(slack, origin, text);
    await orSay(slack, origin, visitor, async () => {
      const alerts = readAlertsCommand(command.text);
      if (alerts !== null) return runAlerts(slack, origin, visitor, alerts);
      const subcommand = readSubcommand(text);
      if (subcommand === null) return answerCommand(slack, origin, visitor, text);
      if (subcommand.name === "settings") return openSettings(slack, origin, visitor);
      await tellOne(slack, origin, await messageOf(slack, visitor, subcommand));
    });
  });

  app.shortcut({ callback_id: LOOK_UP_SHORTCUT, type: "message_action" }, async ({ ack, client, shortcut }) => {
    await ack();
    const { channel, response_url: url, user, message } = shortcut;
    const thread = typeof message["thread_ts"] === "string" ? message["thread_ts"] : null;
    const responseUrl = new ResponseUrl(url);
    const origin = { ...nowhere(client, teamOf(shortcut), user.id), channel: channel.id, thread, responseUrl };
    const visitor = await visitorOf(slack, origin, message.text ?? "");
    await orSay(slack, origin, visitor, () => lookUp(slack, origin, visitor, message.text ?? ""));
  });

  app.shortcut({ callback_id: ASK_SHORTCUT, type: "shortcut" }, async ({ ack, client, shortcut }) => {
    await ack();
    const { trigger_id: trigger, user } = shortcut;
    await openQuestion(slack, { ...nowhere(client, teamOf(shortcut), user.id), trigger });
  });

  app.action<BlockAction>({ type: "block_actions", action_id: OUR_ACTION }, async ({ ack, client, body, action }) => {
    await ack();
    const reference = readActionId(action.action_id);
    if (reference === null) return;
    const origin = originOfAction(client, body);
    const asked = await wordsOf(slack, reference);
    const visitor = await (origin.view ? visitorInWindow(slack, origin, asked) : visitorOfPress(slack, origin, asked));
    const chosen = chosenIn(action);
    await orSay(slack, origin, visitor, () =>
      chosen === null
        ? pressButton(slack, origin, visitor, reference)
        : chooseOption(slack, origin, visitor, reference, chosen),
    );
  });

  app.action<BlockAction>({ type: "block_actions", action_id: RESET_ACTION }, async ({ ack, client, body }) => {
    await ack();
    const origin = originOfAction(client, body);
    const visitor = await visitorInWindow(slack, origin);
    await orSay(slack, origin, visitor, () => resetSettings(slack, origin, visitor));
  });

  for (const name of HOME_ACTIONS) {
    app.action<BlockAction>({ type: "block_actions", action_id: name }, async ({ ack, client, body }) => {
      await ack();
      await pressAtHome(slack, originOfAction(client, body), name);
    });
  }

  app.view<ViewSubmitAction>(OUR_FORM, (sent) => submitForm(slack, sent));
  app.view<ViewSubmitAction>(ASK_SHORTCUT, (sent) => submitQuestion(slack, sent));
  app.view<ViewSubmitAction>(SETTINGS_VIEW, (sent) => submitSettings(slack, sent));
}

async function messageOf(slack: SlackDesk, visitor: Parameters<typeof forget>[1], { name, argument }: Subcommand) {
  switch (name) {
    case "documents":
      return documents(slack, visitor, argument);
    case "status":
      return status(slack, visitor);
    case "forget":
      return forget(slack, visitor);
    default:
      return help(visitor);
  }
}

async function pressAtHome(slack: SlackDesk, origin: Origin, name: HomeAction): Promise<void> {
  const visitor = await visitorInWindow(slack, origin);
  const { home } = slackWordsIn(visitor.locale);
  await orSay(slack, origin, visitor, async () => {
    switch (name) {
      case "home|ask":
        return openQuestion(slack, origin);
      case "home|documents":
        return showInWindow(slack, origin, visitor, { title: home.documents }, () => documents(slack, visitor, ""));
      case "home|settings":
        return openSettings(slack, origin, visitor);
      case "home|forget":
        await showInWindow(slack, origin, visitor, { title: home.forget }, () => forget(slack, visitor));
        return publishHome(slack, origin, visitor);
    }
  });
}

async function openQuestion(slack: SlackDesk, origin: Origin): Promise<void> {
  const visitor = await visitorInWindow(slack, origin);
  await orSay(slack, origin, visitor, async () => {
    const view = formView(askForm(visitor.locale), metadataOf(origin), ASK_SHORTCUT);
    if ((await openWindow(origin, view)) === null) {
      await tellOne(slack, origin, saying(slackWordsIn(visitor.locale).pressAgain));
    }
  });
}

/** Null for a button. */
function chosenIn(action: BlockElementAction): string | null {
  return action.type === "static_select" ? (action.selected_option?.value ?? "") : null;
}
