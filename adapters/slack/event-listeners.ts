import type { App, Context, webApi } from "@slack/bolt";
import { firstTime } from "../../src/chat/chat-services.ts";
import { orSay, tokenLine } from "./failures.ts";
import { publishHome } from "./home.ts";
import type { Installations } from "./installations.ts";
import { answerMessage } from "./mentions.ts";
import { nowhere } from "./origin.ts";
import { suggestPrompts } from "./prompts.ts";
import { readSaid } from "./said.ts";
import type { SlackDesk } from "./slack-desk.ts";
import { visitorOf } from "./visitor.ts";

interface EventBody {
  readonly team_id: string;
  readonly enterprise_id?: string;
  readonly event_time: number;
}

/** What happens in workspaces: messages, the app's own tabs, and the end of an installation. */
export function listenToEvents(
  app: App,
  slack: SlackDesk,
  installations: Installations | null,
  botUserId: () => string | null,
): void {
  const hear = async ({ client, body, context }: { client: webApi.WebClient; body: object; context: Context }) => {
    const said = readSaid(body as Readonly<Record<string, unknown>>, botUserId());
    if (said) await answerMessage(slack, client, said, context["resumed"] === true);
  };
  app.event("app_mention", hear);
  app.event("message", hear);

  app.event("app_home_opened", async ({ client, event, body }) => {
    const inMessages = event.tab === "messages";
    const origin = { ...nowhere(client, body.team_id, event.user), channel: event.channel, alone: false };
    const visitor = { ...(await visitorOf(slack, origin, "")), alone: false };
    await orSay(slack, origin, visitor, () =>
      inMessages ? suggestPrompts(slack, origin, visitor) : publishHome(slack, origin, visitor),
    );
  });

  const ended = async (body: EventBody, isEnterpriseInstall: boolean, code: string) => {
    const { team_id: team, event_time: seconds } = body;
    const enterpriseId = isEnterpriseInstall ? body.enterprise_id : undefined;
    // The event's time has no parts of a second.
    const timeMs = (seconds + 1) * 1000 - 1;
    await installations?.drop({ teamId: isEnterpriseInstall ? undefined : team, enterpriseId }, timeMs);
    if (await firstTime(slack.desk, `slack:token:${team}`)) slack.log.error(tokenLine(team, code));
  };
  app.event("app_uninstalled", async ({ body, context }) =>
    ended(body, context.isEnterpriseInstall, "app_uninstalled"),
  );
  app.event("tokens_revoked", async ({ body, event, context }) => {
    if ((event.tokens.bot ?? []).length > 0) await ended(body, context.isEnterpriseInstall, "tokens_revoked");
  });
}

/** Whether something will come of an event. */
export function wantedType(type: unknown): boolean {
  return type === "app_home_opened" || type === "app_uninstalled" || type === "tokens_revoked";
}
