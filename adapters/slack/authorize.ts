import type { App, Authorize, AuthorizeResult, HTTPReceiver } from "@slack/bolt";
import { firstTime } from "../../src/chat/chat-services.ts";
import { failureMessage } from "../../src/chat/failure.ts";
import { type ChatMessage, saying } from "../../src/presentation/chat-message.ts";
import { errorId } from "../../src/text/random-id.ts";
import { slackWordsIn } from "../../src/wording/slack-words.ts";
import { localeOf } from "../../src/wording/wording-for.ts";
import { InstallationProblem } from "./installations.ts";
import { renderMessage } from "./render/message.ts";
import { ResponseUrl } from "./response-url.ts";
import type { SlackDesk } from "./slack-desk.ts";

type ExtendedErrorHandlerArgs = Parameters<Extract<Parameters<App["error"]>[0], (args: never) => Promise<void>>>[0];

const NOT_AUTHORIZED = "slack_bolt_authorization_error";

/** Whose token answers: the one workspace's, or that of the installation. */
export function createAuthorize(
  installer: HTTPReceiver["installer"] | undefined,
  identity: () => AuthorizeResult,
): Authorize<boolean> {
  if (installer === undefined) return async () => identity();
  return async (source) => installer.authorize(source) as Promise<AuthorizeResult>;
}

/** What Bolt could not bring to anybody who handles it. Never rejects. */
export function saysNoAccess(slack: SlackDesk): (failed: ExtendedErrorHandlerArgs) => Promise<void> {
  const { log, desk } = slack;
  return async ({ error, body }) => {
    const { response_url: url, text = "" } = body as { readonly response_url?: string; readonly text?: string };
    const locale = localeOf(text);
    const tell = async (message: ChatMessage) => {
      if (url === undefined) return;
      const reply = { ...renderMessage(message), response_type: "ephemeral", replace_original: false } as const;
      await new ResponseUrl(url).post({ ...reply, unfurl_links: false, unfurl_media: false }, slack.fetch);
    };
    if (error.code !== NOT_AUTHORIZED) {
      const id = errorId();
      log.error("A Slack request failed", error, { errorId: id });
      return tell(failureMessage({ locale }, id));
    }
    const { message } = causeOf(error);
    if (await firstTime(desk, `slack:no-access:${message}`)) log.warn(message);
    await tell(saying(slackWordsIn(locale).notInstalled));
  };
}

/** What our own store had to say, beneath what Bolt wraps around it. */
function causeOf(error: Error & { readonly original?: unknown }): Error {
  let inner: unknown = error;
  for (let depth = 0; depth < 4 && inner instanceof Error; depth += 1) {
    if (inner instanceof InstallationProblem) return inner;
    inner = (inner as { readonly original?: unknown }).original ?? inner.cause;
  }
  return new Error("A Slack workspace could not be signed in to");
}
