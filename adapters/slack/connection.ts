import { type SocketModeReceiver, webApi } from "@slack/bolt";
import type { Clock, Logger } from "../../src/ports/runtime.ts";
import { apiProblem } from "./api-problem.ts";

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

export type Reached =
  | { readonly kind: "reached"; readonly where: string }
  | { readonly kind: "refused"; readonly problem: string }
  | { readonly kind: "unreachable"; readonly why: string };

/** Signs in with the one workspace's token. */
export async function signIn(
  token: string,
  options: webApi.WebClientOptions,
): Promise<Reached & { readonly botUserId?: string; readonly teamId?: string }> {
  try {
    const { team, team_id, user_id } = await new webApi.WebClient(token, options).auth.test();
    return {
      kind: "reached",
      where: team ?? "",
      ...(user_id === undefined ? {} : { botUserId: user_id }),
      ...(team_id === undefined ? {} : { teamId: team_id }),
    };
  } catch (error) {
    return failed(error, "SLACK_BOT_TOKEN");
  }
}

/** Opens the socket that events come through. */
export async function connect({ client }: SocketModeReceiver): Promise<Reached> {
  try {
    await client.start();
    return { kind: "reached", where: "Socket Mode" };
  } catch (error) {
    return failed(error, "SLACK_APP_TOKEN");
  }
}

/** Tries with growing pauses until Slack answers. What it refuses is said once, and tried again: an admin may mend it. */
export async function keepTrying(
  attempt: () => Promise<Reached>,
  { clock, log, isStopping }: { readonly clock: Clock; readonly log: Logger; isStopping(): boolean },
): Promise<void> {
  let pauseMs = FIRST_PAUSE_MS;
  let said = false;
  for (;;) {
    await clock.sleep(pauseMs);
    if (isStopping()) return;
    const result = await attempt();
    if (result.kind === "reached") {
      log.info(`Slack answers again: ${result.where}`);
      return;
    }
    if (result.kind === "refused" && !said) {
      log.error(result.problem);
      said = true;
    }
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  }
}

function failed(error: unknown, name: "SLACK_BOT_TOKEN" | "SLACK_APP_TOKEN"): Reached {
  const problem = apiProblem(error);
  // A socket that closes while it opens rejects with nothing at all.
  if (problem === null || problem.kind === "unreachable") {
    return { kind: "unreachable", why: problem?.code ?? "the connection was closed" };
  }
  const { code } = problem;
  return { kind: "refused", problem: `Slack refuses ${name} (${code}). ${adviceOn(code, name)}` };
}

function adviceOn(code: string, name: "SLACK_BOT_TOKEN" | "SLACK_APP_TOKEN"): string {
  if (code === "missing_scope") return "The app-level token needs the scope connections:write.";
  if (code === "not_allowed_token_type") return "It is a token of another kind.";
  if (name === "SLACK_APP_TOKEN") return "Make an app-level token with connections:write under Basic Information.";
  return "Install the app in the workspace and copy the Bot User OAuth Token (xoxb-…).";
}
