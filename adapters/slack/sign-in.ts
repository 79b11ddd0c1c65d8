import type { webApi } from "@slack/bolt";
import { type Reached, signIn } from "./connection.ts";
import type { SlackOptions } from "./slack-options.ts";

/** Who the bot is, as Slack said it last. */
export interface SignIn {
  /** Asks Slack, where there is one workspace only. */
  reach(): Promise<Reached>;
  /** Null where it is not known, or another one in each workspace. */
  botUserId(): string | null;
  teamId(): string | null;
}

export function createSignIn(install: SlackOptions["install"], client: webApi.WebClientOptions): SignIn {
  let botUserId: string | null = null;
  let teamId: string | null = null;
  return {
    async reach() {
      if (install.kind === "oauth") return { kind: "reached", where: "workspaces that installed it" };
      const result = await signIn(install.botToken, client);
      botUserId = result.botUserId ?? botUserId;
      teamId = result.teamId ?? teamId;
      return result;
    },
    botUserId: () => botUserId,
    teamId: () => teamId,
  };
}
