import type { Visitor } from "../../src/chat/chat-services.ts";
import { firstTime } from "../../src/chat/chat-services.ts";
import { failureMessage } from "../../src/chat/failure.ts";
import { saying } from "../../src/presentation/chat-message.ts";
import { errorId } from "../../src/text/random-id.ts";
import type { Locale } from "../../src/wording/age.ts";
import { type SlackWords, slackWordsIn } from "../../src/wording/slack-words.ts";
import { apiProblem } from "./api-problem.ts";
import type { Origin } from "./origin.ts";
import { tellOne } from "./respond.ts";
import type { SlackDesk } from "./slack-desk.ts";

/** Does it, and whatever goes wrong leaves a word for the one who asked and one in the log. Never rejects. */
export async function orSay(
  slack: SlackDesk,
  origin: Origin,
  { locale }: Pick<Visitor, "locale">,
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    await sayFailure(slack, origin, locale, error);
  }
}

export async function sayFailure(slack: SlackDesk, origin: Origin, locale: Locale, error: unknown): Promise<void> {
  const { log, desk } = slack;
  const { team, channel, user } = origin;
  const problem = apiProblem(error);
  const tell = async (text: string) => {
    // Where nobody can be told either, the log has it.
    await tellOne(slack, origin, saying(text)).catch(() => log.debug("Nobody could be told of a failure"));
  };
  if (problem?.kind === "token") {
    if (await firstTime(desk, `slack:token:${team}`)) log.error(tokenLine(team, problem.code));
    if (origin.responseUrl) await tell(slackWordsIn(locale).notInstalled);
    return;
  }
  if (problem?.kind === "place") {
    const { code, scope } = problem;
    const about = `slack:place:${team}:${channel}:${code}`;
    if (await firstTime(desk, about)) log.warn(placeLine(code, scope), { team, channel, code, scope });
    if (await firstTime(desk, `${about}:${user}`)) await tell(placeText(slackWordsIn(locale), code, scope));
    return;
  }
  const id = errorId();
  log.error("A Slack request failed", error, { errorId: id });
  await tellOne(slack, origin, failureMessage({ locale }, id)).catch((thrown: unknown) => {
    log.warn("A failure could not be told to the one who asked", {
      errorId: id,
      code: apiProblem(thrown)?.code ?? null,
    });
  });
}

export function tokenLine(team: string, code: string): string {
  return `Slack no longer takes the bot's token for workspace ${team} (${code}). Install the app there again, and set SLACK_BOT_TOKEN where one token is used.`;
}

function placeLine(code: string, scope: string | null): string {
  if (code === "is_archived") return "A Slack channel is archived: the bot cannot answer there";
  if (code !== "missing_scope") return "The bot may not write in a Slack channel: invite it there";
  return `The Slack app lacks a scope${scope === null ? "" : `: ${scope}`}. Add it and install the app again`;
}

function placeText(words: SlackWords, code: string, scope: string | null): string {
  if (code === "is_archived") return words.archived;
  return code === "missing_scope" ? words.lacksScope(scope ?? "chat:write") : words.notInChannel;
}
