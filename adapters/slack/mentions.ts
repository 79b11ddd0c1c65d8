import type { types, webApi } from "@slack/bolt";
import { askInChat } from "../../src/chat/ask.ts";
import { firstTime, type Visitor } from "../../src/chat/chat-services.ts";
import { saying } from "../../src/presentation/chat-message.ts";
import { chatWordingIn } from "../../src/wording/wording-for.ts";
import { orSay } from "./failures.ts";
import { nowhere, type Origin } from "./origin.ts";
import { plainText, withoutMention } from "./plain-text.ts";
import { channelName } from "./render/names.ts";
import { tellAll, tellOne } from "./respond.ts";
import type { Said } from "./said.ts";
import type { SlackDesk } from "./slack-desk.ts";
import { withStatus } from "./status-line.ts";
import { placeId, talkId, threadTalkId, visitorOf } from "./visitor.ts";

const ANSWER_EVENT = "policydesk_answer";
/** Apps outside the Marketplace are shown no more at once. */
const MOST_MESSAGES = 15;

/** Whoever was silent for so long is taken for dead, and another process may have answered in its place. */
const TAKEN_FOR_DEAD_MS = 10_000;

/** Whether a message is for the bot: what people say to each other is not. */
export async function isForBot({ desk }: SlackDesk, said: Said): Promise<boolean> {
  if (said.direct || said.mentionsBot) return true;
  if (said.thread === null || said.toOthers) return false;
  return desk.chat.isTalk(threadTalkId(said.team, said.channel, said.thread));
}

/** What names a message in every process: a mention comes as two events. */
export function messageName({ team, channel, ts }: Said): string {
  return `${team}:${channel}:${ts}`;
}

/**
 * Answers a mention, a direct message, or a follow-up in a thread of the bot's own. `resumed`: in the place of a process
 * that died, perhaps when it had answered.
 */
export async function answerMessage(
  slack: SlackDesk,
  client: webApi.WebClient,
  said: Said,
  resumed: boolean,
): Promise<void> {
  const { desk } = slack;
  const { team, channel, ts } = said;
  const begunMs = slack.clock.now();
  if (resumed && (await isAnswered(client, said))) return;
  const origin = originOf(client, said);
  const text = plainText(withoutMention(said.text, said.botUserId));
  const own = said.direct || said.thread === null || (await desk.chat.isTalk(threadTalkId(team, channel, said.thread)));
  const visitor = await visitorOf(slack, origin, text, talkId(origin, own));
  await orSay(slack, origin, visitor, async () => {
    if (!said.direct && (await isOff(slack, origin, visitor, said.mentionsBot))) return;
    const message = await withStatus(slack, origin, ts, visitor, () =>
      slack.turns.take(() => askInChat(slack, visitor, { text })),
    );
    // Such as a process that was frozen, or that PostgreSQL did not answer.
    const isLate = slack.clock.now() - begunMs >= TAKEN_FOR_DEAD_MS;
    if (isLate && (await isAnswered(client, said))) return;
    await tellAll(slack, origin, message, markOf(said));
  });
}

function originOf(client: webApi.WebClient, { team, user, channel, direct, thread, ts }: Said): Origin {
  return { ...nowhere(client, team, user), channel, thread: direct ? thread : (thread ?? ts), alone: false };
}

/** Whether the admins keep the bot out of this channel; who mentions it there is told so once a day. */
async function isOff(slack: SlackDesk, origin: Origin, visitor: Visitor, mentioned: boolean): Promise<boolean> {
  const { channels } = await slack.desk.settings.get(placeId(origin.team));
  if (channels === null || channels.includes(origin.channel ?? "")) return false;
  if (mentioned && (await firstTime(slack.desk, `slack:mentions-off:${origin.team}:${origin.channel}`))) {
    const names = channels.map(channelName).join(", ");
    await tellOne(slack, origin, saying(chatWordingIn(visitor.locale).mentionsOff(names)));
  }
  return true;
}

/** Put on an answer, so that after a crash it is seen to have been sent. */
function markOf({ ts }: Said): types.MessageMetadata {
  return { event_type: ANSWER_EVENT, event_payload: { question: ts } };
}

/**
 * Looks once. False where the history may not be read, by its scope or just now: an answer that comes twice is better
 * than none.
 */
async function isAnswered(client: webApi.WebClient, { channel, thread, ts, direct }: Said): Promise<boolean> {
  const since = { channel, oldest: ts, include_all_metadata: true, limit: MOST_MESSAGES };
  try {
    const { messages } =
      direct && thread === null
        ? await client.conversations.history(since)
        : await client.conversations.replies({ ...since, ts: thread ?? ts });
    return (messages ?? []).some((message) => {
      const { metadata } = message as { readonly metadata?: types.MessageMetadata };
      return metadata?.event_type === ANSWER_EVENT && metadata.event_payload["question"] === ts;
    });
  } catch {
    return false;
  }
}
