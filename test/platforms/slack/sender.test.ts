import { expect, onTestFinished, test } from "vitest";
import { createMemoryRateLimit } from "../../../adapters/runtime/memory-rate-limit.ts";
import { systemClock } from "../../../adapters/runtime/system-clock.ts";
import { createInstallations } from "../../../adapters/slack/installations.ts";
import { createSlackSender } from "../../../adapters/slack/sender.ts";
import type { SlackOptions } from "../../../adapters/slack/slack-options.ts";
import type { Alert } from "../../../src/ports/alert-sender.ts";
import type { FrontDesk } from "../../../src/ports/chat-platform.ts";
import type { Clock } from "../../../src/ports/runtime.ts";
import { recorder } from "../../contracts/job-queue.contract.ts";
import { startLocalSlack } from "./local-slack/local-slack.ts";
import { sharedDatabase } from "./shared-database.ts";

const encryptionKey = Buffer.alloc(32, 7);
const hasty: Clock = { ...systemClock, sleep: () => systemClock.sleep(1) };

async function enter({ oauth = false, botToken }: { oauth?: boolean; botToken?: string } = {}) {
  const slack = await startLocalSlack();
  const database = await sharedDatabase(() => systemClock.now());
  const { store } = database.open();
  const team = slack.addTeam({ name: "Policy office", scopes: ["chat:write"] });
  const channel = team.addChannel("news");
  const install: SlackOptions["install"] = oauth
    ? { kind: "oauth", clientId: "1", clientSecret: "2", publicUrl: "https://bot.example.org", encryptionKey }
    : { kind: "token", botToken: botToken ?? team.botToken };
  const { log, lines } = recorder();
  const apiUrl = slack.apiUrl.replace(/\/$/, "");
  const transport = { kind: "socket", appToken: slack.appToken } as const;
  // It asks a desk for nothing else.
  const desk = { installations: store, rateLimit: createMemoryRateLimit() } as unknown as FrontDesk;
  const sender = createSlackSender({ install, transport, apiUrl, timeZone: "Asia/Seoul" }, { desk, log, clock: hasty });
  onTestFinished(async () => {
    await sender.stop();
    await slack.stop();
    await database.close();
  });
  const alert: Alert = {
    id: "abcdefgh12345678",
    channel: `slack:${team.id}:${channel.id}`,
    place: `slack:${team.id}`,
    locale: "ko",
    content: { kind: "alerts-paused", channel: `slack:${team.id}:${channel.id}`, reason: "archived" },
  };
  return { slack, team, channel, sender, store, lines, send: () => sender.alerts?.send(alert) };
}

test("a process that only sends alerts signs in, posts, and opens no socket", async () => {
  const { slack, channel, sender, send } = await enter();
  expect(await send()).toMatchObject({ kind: "retry" });
  expect(await sender.start()).toEqual({ address: "Policy office, for alerts only" });
  expect(await send()).toMatchObject({ kind: "sent" });
  expect(channel.messages()).toHaveLength(1);
  expect(slack.sockets.opened).toBe(0);
  expect(slack.requests.map(({ method }) => method)).toEqual(["auth.test", "chat.postMessage"]);
});

test("a wrong token is a problem that does not show it", async () => {
  const { sender } = await enter({ botToken: "xoxb-wrong-secret" });
  const opened = await sender.start();
  expect(opened).toEqual({ problem: expect.stringMatching(/^Slack refuses SLACK_BOT_TOKEN \(invalid_auth\)/) });
  expect(JSON.stringify(opened)).not.toContain("wrong-secret");
});

test("where Slack does not answer it begins, and goes on trying", async () => {
  const { slack, sender, lines, send } = await enter();
  slack.failNext({ method: "auth.test", status: 503, times: 5 });
  expect(await sender.start()).toEqual({ address: expect.stringContaining("not reached yet") });
  await expect.poll(() => lines.join("\n")).toContain("Slack answers again: Policy office");
  expect(await send()).toMatchObject({ kind: "sent" });
});

test("with many workspaces it posts with the token of each", async () => {
  const { slack, team, sender, store, send } = await enter({ oauth: true });
  expect(await sender.start()).toEqual({ address: "workspaces that installed it, for alerts only" });
  expect(await send()).toMatchObject({ kind: "rejected", reason: "uninstalled" });
  await createInstallations(store, encryptionKey, systemClock).storeInstallation({
    team: { id: team.id },
    enterprise: undefined,
    user: { id: "U1", token: undefined, scopes: undefined },
    bot: { token: team.botToken, scopes: ["chat:write"], id: "B1", userId: "U2" },
    isEnterpriseInstall: false,
  });
  expect(await send()).toMatchObject({ kind: "sent" });
  expect(slack.requestsOf("chat.postMessage")[0]?.token).toBe(team.botToken);
});
