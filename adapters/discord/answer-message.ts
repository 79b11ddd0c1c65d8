import type { Message } from "discord.js";
import { answerPage, refusalMessage } from "../../src/chat/ask.ts";
import type { Visitor } from "../../src/chat/chat-services.ts";
import type { PermissionName } from "../../src/wording/chat-wording.ts";
import type { Heard } from "./addressed.ts";
import type { DiscordContext } from "./context.ts";
import { may, tellMissing } from "./permissions.ts";
import { layoutIn, send, showTyping } from "./send.ts";
import { mayBecomeThread, openThread } from "./threads.ts";
import { threadTalk } from "./visitor.ts";

type Question = Extract<Heard, { readonly kind: "question" }>;

/** Answers a message by a reply or, where that is wanted and allowed, in a thread of its own. */
export async function answerMessage(
  context: DiscordContext,
  message: Message,
  { text, after, alertId }: Question,
  visitor: Visitor,
  threads: boolean,
): Promise<void> {
  const { services } = context;
  const wantsThread = threads && text !== "" && mayBecomeThread(message);
  const opensThread = wantsThread && may(message, "create-threads") && may(message, "send-in-threads");
  // A thread has the id of the message that it hangs from.
  const conversation = opensThread ? threadTalk(message.id) : visitor.conversation;
  const { person, place, locale } = visitor;
  showTyping(message);
  const article = alertId === null ? null : await services.desk.alerts.articleOf(alertId);
  const question = {
    ...{ text, person, place, conversation },
    ...(after !== null && { after }),
    ...(article && { firstArticleId: article.articleId }),
  };
  const outcome = await services.desk.chat.ask(question);
  if (outcome.kind !== "answer") {
    await send(message, refusalMessage(outcome, visitor));
  } else {
    const { exchange, nothingLoaded } = outcome;
    const size = layoutIn(message).size;
    const page = answerPage({ ...services, size }, { ...visitor, conversation }, exchange, { nothingLoaded });
    const thread = opensThread ? await openThread(message, text) : null;
    await send(message, page, thread);
  }
  for (const permission of missing(message, wantsThread)) await tellMissing(context, message, locale, permission);
}

/** What would have made a better answer. */
function missing(message: Message, wantsThread: boolean): PermissionName[] {
  const wanted: PermissionName[] = ["embed-links", "read-history"];
  if (wantsThread) wanted.push("create-threads", "send-in-threads");
  return wanted.filter((permission) => !may(message, permission));
}
