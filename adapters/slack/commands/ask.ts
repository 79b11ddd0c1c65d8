import { questionForm } from "../../../src/chat/act.ts";
import { askInChat } from "../../../src/chat/ask.ts";
import type { Visitor } from "../../../src/chat/chat-services.ts";
import type { Form } from "../../../src/presentation/chat-message.ts";
import type { Locale } from "../../../src/wording/age.ts";
import { slackWordsIn } from "../../../src/wording/slack-words.ts";
import type { Origin } from "../origin.ts";
import { tellAll, tellOne } from "../respond.ts";
import type { SlackDesk } from "../slack-desk.ts";
import { placeId } from "../visitor.ts";

/** The global shortcut, and the window it opens. */
export const ASK_SHORTCUT = "ask_policy";

/** A question by command: the answer repeats it, for nobody sees the command itself. */
export async function answerCommand(slack: SlackDesk, origin: Origin, visitor: Visitor, text: string): Promise<void> {
  const { visibility } = await slack.desk.settings.get(placeId(origin.team));
  const isPublic = visibility === "public";
  const asking = { ...visitor, alone: !isPublic };
  const message = await slack.turns.take(() => askInChat(slack, asking, { text }, true));
  await (isPublic ? tellAll(slack, origin, message) : tellOne(slack, origin, message));
}

/** What the global shortcut asks. */
export function askForm(locale: Locale): Form {
  return questionForm("follow-up", "", slackWordsIn(locale).manifest.ask, locale);
}
