import { firstTime } from "../../src/chat/chat-services.ts";
import { apiProblem } from "./api-problem.ts";
import type { Origin } from "./origin.ts";
import type { SlackDesk } from "./slack-desk.ts";

/** `unknown`: the bot may not ask Slack who is an admin. */
export type AdminRight = "may" | "mayNot" | "unknown";

/** Whether they are an admin of the workspace. Asked anew: an admin of ten minutes ago may be none now. */
export async function adminRight(
  { people, desk, log }: SlackDesk,
  { client, team, user }: Origin,
): Promise<AdminRight> {
  try {
    return (await people.ask(client, user)).admin ? "may" : "mayNot";
  } catch (error) {
    if (apiProblem(error)?.kind !== "place") throw error;
    if (await firstTime(desk, `slack:users-read:${team}`)) {
      log.warn(
        "The Slack app lacks the scope users:read: nobody can change its settings, and readers' languages are guessed",
      );
    }
    return "unknown";
  }
}
