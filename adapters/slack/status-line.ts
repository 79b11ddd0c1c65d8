import type { Visitor } from "../../src/chat/chat-services.ts";
import { chatWordingIn } from "../../src/wording/wording-for.ts";
import type { Origin } from "./origin.ts";
import type { SlackDesk } from "./slack-desk.ts";

/** Most answers are ready before anybody could read that they are under way. */
const SHOWN_AFTER_MS = 400;

/** Shows in the thread that the bot is looking, where that takes a while and the surface allows it. */
export async function withStatus<Result>(
  { clock, log }: SlackDesk,
  { client, channel, thread }: Origin,
  ts: string,
  visitor: Visitor,
  work: () => Promise<Result>,
): Promise<Result> {
  let done = false;
  let shown: Promise<boolean> = Promise.resolve(false);
  const set = async (status: string) => {
    try {
      await client.assistant.threads.setStatus({ channel_id: channel ?? "", thread_ts: thread ?? ts, status });
      return true;
    } catch {
      // Without the scope assistant:write, or outside threads of the agent's.
      log.debug("Slack takes no status here");
      return false;
    }
  };
  void clock.sleep(SHOWN_AFTER_MS).then(() => {
    if (!done && channel !== null) shown = set(chatWordingIn(visitor.locale).working());
  });
  try {
    return await work();
  } finally {
    done = true;
    // An answer in the thread ends its status; elsewhere it would stay.
    if ((await shown) && thread === null) await set("");
  }
}
