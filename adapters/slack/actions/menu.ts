import { act } from "../../../src/chat/act.ts";
import type { Visitor } from "../../../src/chat/chat-services.ts";
import type { ActionReference } from "../../../src/presentation/action-id.ts";
import { slackWordsIn } from "../../../src/wording/slack-words.ts";
import { chatWordingIn } from "../../../src/wording/wording-for.ts";
import { isFirstClick } from "../double-click.ts";
import type { Origin } from "../origin.ts";
import { answer, tellOne } from "../respond.ts";
import type { SlackDesk } from "../slack-desk.ts";
import { fillWith } from "../windows.ts";
import { pressKey } from "./button.ts";
import { showSubscription } from "./manage-alerts.ts";
import { showInWindow } from "./show-in-window.ts";

/** An option of a menu was chosen: the next question, a document, or a section. */
export async function chooseOption(
  slack: SlackDesk,
  origin: Origin,
  visitor: Visitor,
  action: ActionReference,
  chosen: string,
): Promise<void> {
  const work = () => act(slack, visitor, action, { chosen });
  if (action.name === "subscription") return showSubscription(slack, origin, visitor, { ...action, about: chosen });
  if (action.name !== "related") {
    const { chooseArticle, chooseSection } = chatWordingIn(visitor.locale).buttons;
    const title = action.name === "article" ? chooseArticle : chooseSection;
    return showInWindow(slack, origin, visitor, { title }, async () => (await work()).message);
  }
  if (!(await isFirstClick(slack, pressKey(origin, action, chosen)))) return;
  if (origin.view) {
    const { ask: title } = slackWordsIn(visitor.locale).manifest;
    return fillWith(slack, origin, visitor, { viewId: origin.view.id, title }, async () => (await work()).message);
  }
  const { how, message } = await work();
  await (how === "answer" ? answer(slack, origin, message) : tellOne(slack, origin, message));
}
