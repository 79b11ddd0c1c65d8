import { expect } from "vitest";
import type { Team } from "./local-slack/workspace.ts";
import type { RunningSlack } from "./running-slack.ts";

/** What a browser does that installs the app. Returns the last page's status and words. */
export async function install(
  { base, slack }: Pick<RunningSlack, "base" | "slack">,
  team: Team,
): Promise<{ status: number; page: string }> {
  const installer = team.addUser({ name: "admin", admin: true });
  slack.oauth.installer = { teamId: team.id, userId: installer.id };
  const toSlack = await fetch(`${base}/slack/install`, { redirect: "manual" });
  expect(toSlack.status).toBe(302);
  const cookie = toSlack.headers.get("set-cookie")?.split(";")[0] ?? "";
  const consent = await fetch(toSlack.headers.get("location") ?? "", { redirect: "manual" });
  const back = new URL(consent.headers.get("location") ?? "");
  expect(`${back.origin}${back.pathname}`).toBe("https://bot.example.org/slack/oauth_redirect");
  const done = await fetch(`${base}${back.pathname}${back.search}`, { headers: { cookie } });
  return { status: done.status, page: await done.text() };
}
