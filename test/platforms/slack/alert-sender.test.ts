import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { createMemoryRateLimit } from "../../../adapters/runtime/memory-rate-limit.ts";
import { systemClock } from "../../../adapters/runtime/system-clock.ts";
import { alertClients } from "../../../adapters/slack/alert-client.ts";
import { createAlertSender } from "../../../adapters/slack/alert-sender.ts";
import { tokenOfWorkspace } from "../../../adapters/slack/alert-tokens.ts";
import { boltLogger } from "../../../adapters/slack/client-options.ts";
import type { Alert, AlertSender } from "../../../src/ports/alert-sender.ts";
import type { Logger } from "../../../src/ports/runtime.ts";
import { heldClock, NOW } from "../running-bot.ts";
import { freePort } from "./local-slack/free-port.ts";
import { type LocalSlack, type LocalSlackOptions, startLocalSlack } from "./local-slack/local-slack.ts";
import type { Channel } from "./local-slack/places.ts";
import type { Team } from "./local-slack/workspace.ts";

const MINUTE_MS = 60_000;
const clock = heldClock(systemClock);
let slack: LocalSlack;
let team: Team;
let channel: Channel;
let sender: AlertSender;
let signedInTo: string | null;

beforeEach(() => enter());

async function enter(options: Omit<LocalSlackOptions, "clock"> = {}, scopes: readonly string[] = ["chat:write"]) {
  const own = await startLocalSlack({ clock, ...options });
  onTestFinished(() => own.stop());
  slack = own;
  team = slack.addTeam({ scopes });
  channel = team.addChannel("news");
  signedInTo = team.id;
  sender = senderAt(slack.apiUrl.replace(/\/$/, ""));
}

function senderAt(apiUrl: string): AlertSender {
  const log: Logger = { debug() {}, info() {}, warn() {}, error() {} };
  return createAlertSender({
    tokenOf: tokenOfWorkspace(team.botToken, () => signedInTo),
    clientOf: alertClients(apiUrl, boltLogger(log)),
    rateLimit: createMemoryRateLimit(),
    timeZone: "Asia/Seoul",
    clock,
  });
}

function alertTo(where: string, more: Partial<Alert> = {}): Alert {
  const article = {
    id: "news/1.md",
    key: "k",
    title: "새 <!channel> 소식 & *별*",
    source: "소식",
    url: "https://example.org/1",
    publishedAt: null,
  };
  const pieces = [
    { text: "첫 ", strong: false },
    { text: "항로", strong: true },
  ];
  return {
    id: "abcdefgh12345678",
    channel: where,
    place: `slack:${team.id}`,
    locale: "ko",
    content: { kind: "article", article, excerpt: { headingPath: [], pieces }, mentions: ["S123", "<!here>", "U1"] },
    ...more,
  };
}

const here = () => `slack:${team.id}:${channel.id}`;
const send = (where = here()) => sender.send(alertTo(where));
const find = (where = here(), sinceMs = NOW) =>
  sender.find({ id: "abcdefgh12345678", channel: where, place: `slack:${team.id}` }, { sinceMs, untilMs: sinceMs });

describe("what comes of a post", () => {
  test("it stands there once, with its id, and calls only the group that was named", async () => {
    const outcome = await send();
    const posted = await channel.nextMessage();
    expect(outcome).toEqual({ kind: "sent", messageRef: `${channel.id}:${posted.ts}` });
    expect(posted.sent["metadata"]).toEqual({
      event_type: "policydesk_alert",
      event_payload: { alert_id: "abcdefgh12345678" },
    });
    expect(posted.shown.split("\n")[0]).toBe("<!subteam^S123>");
    expect([...new Set(posted.live.map(({ kind, value }) => `${kind} ${value}`))]).toEqual([
      "usergroup S123",
      "link https://example.org/1",
    ]);
    expect(posted.unfurls).toEqual({ links: false, media: false });
    expect(slack.requests).toHaveLength(1);
  });

  test("threads, and somebody's direct messages", async () => {
    const user = team.addUser({ name: "minji" });
    const first = await user.says(channel, "여기로");
    await sender.send(alertTo(`${here()}:${first.ts}`));
    expect((await channel.nextMessage()).threadTs).toBe(first.ts);
    const content = { kind: "alerts-paused", channel: here(), reason: "archived" } as const;
    const outcome = await sender.send(alertTo(`dm:slack:${team.id}:${user.id}`, { content }));
    const told = await user.im().nextMessage();
    expect(told.shown).toBe(`#${channel.id} 알림을 멈췄어요. 이유: 보관된 채널이에요.`);
    expect(outcome).toEqual({ kind: "sent", messageRef: `${user.im().id}:${told.ts}` });
  });

  const REFUSED = [
    ["channel_not_found", "channel-gone"],
    ["is_archived", "archived"],
    ["not_in_channel", "not-in-channel"],
    ["account_inactive", "uninstalled"],
    ["token_revoked", "uninstalled"],
    ["invalid_auth", "uninstalled"],
    ["restricted_action", "no-permission"],
    ["missing_scope", "no-permission"],
    ["user_is_restricted", "no-permission"],
  ] as const;
  test.each(REFUSED)("%s: nothing will be posted there (%s)", async (error, reason) => {
    slack.failNext({ error });
    expect(await send()).toEqual({ kind: "rejected", reason, why: error });
    expect(slack.requests).toHaveLength(1);
  });

  test("429: as long as Slack says, and asked once", async () => {
    slack.failNext({ retryAfter: 7 });
    expect(await send()).toEqual({ kind: "retry", notBeforeMs: NOW + 7000, why: "ratelimited" });
    slack.failNext({ status: 429, error: "ratelimited", retryAfter: 0 });
    expect(await send()).toEqual({ kind: "retry", notBeforeMs: NOW + 30_000, why: "ratelimited" });
    expect(slack.requests).toHaveLength(2);
    expect(channel.messages()).toEqual([]);
  });

  const FAILURES = [
    [{ status: 503 }, "retry"],
    [{ error: "service_unavailable" }, "retry"],
    [{ status: 500 }, "uncertain"],
    [{ status: 502 }, "uncertain"],
    [{ error: "fatal_error" }, "uncertain"],
    [{ error: "internal_error" }, "uncertain"],
    [{ drop: "before" }, "uncertain"],
    [{ drop: "after" }, "uncertain"],
  ] as const;
  test.each(FAILURES)("%j is %s, and not repeated", async (fault, kind) => {
    slack.failNext(fault);
    expect(await send()).toMatchObject({ kind });
    expect(slack.requests).toHaveLength(1);
  });

  test("a server that cannot be reached has nothing of it", async () => {
    sender = senderAt(`http://127.0.0.1:${await freePort()}/api`);
    expect(await send()).toMatchObject({ kind: "retry", notBeforeMs: null, why: "ECONNREFUSED" });
    sender = senderAt("http://nobody.invalid/api");
    expect(await send()).toMatchObject({ kind: "retry", notBeforeMs: null });
  });

  test("what Slack refuses of this message alone is our fault: it is said, and no channel is given up", async () => {
    slack.failNext({ error: "invalid_blocks" });
    expect(await send()).toEqual({ kind: "refused", why: "invalid_blocks" });
  });

  test("real ones: archived, deleted, without the bot, taken away", async () => {
    const archived = team.addChannel("archived");
    archived.archive();
    const deleted = team.addChannel("deleted");
    deleted.delete();
    const without = team.addChannel("without", { botIsMember: false });
    const reasons = [];
    for (const { id } of [archived, deleted, without]) reasons.push(await send(`slack:${team.id}:${id}`));
    expect(reasons).toMatchObject([{ reason: "archived" }, { reason: "channel-gone" }, { reason: "not-in-channel" }]);
    team.record.standing = "uninstalled";
    expect(await send()).toMatchObject({ kind: "rejected", reason: "uninstalled" });
  });

  test("before it is signed in it waits, and another workspace is none of ours", async () => {
    signedInTo = null;
    expect(await send()).toMatchObject({ kind: "retry", notBeforeMs: NOW + 5000 });
    expect(await find()).toMatchObject({ kind: "later", notBeforeMs: NOW + 5000 });
    signedInTo = "TOTHER";
    expect(await send()).toMatchObject({ kind: "rejected", reason: "uninstalled" });
    expect(await send("slack:")).toMatchObject({ kind: "rejected" });
    expect(slack.requests).toEqual([]);
  });
});

describe("looking for what may have been posted", () => {
  const SCOPES = ["chat:write", "channels:history"];

  test("it is found by its id, in channels and in threads, though the answer was lost", async () => {
    await enter({}, SCOPES);
    slack.failNext({ method: "chat.postMessage", drop: "after" });
    await send();
    const [posted] = channel.messages();
    expect(await find()).toEqual({ kind: "found", messageRef: `${channel.id}:${posted?.ts}` });
    await enter({}, SCOPES);
    const first = await team.addUser({ name: "minji" }).says(channel, "여기로");
    slack.failNext({ method: "chat.postMessage", drop: "after" });
    await send(`${here()}:${first.ts}`);
    const reply = channel.thread(first.ts).at(-1);
    expect(await find(`${here()}:${first.ts}`)).toEqual({ kind: "found", messageRef: `${channel.id}:${reply?.ts}` });
  });

  test("it is not there: surely, or among too many", async () => {
    await enter({}, SCOPES);
    const user = team.addUser({ name: "minji" });
    await user.says(channel, "다른 말");
    expect(await find()).toEqual({ kind: "none" });
    await enter({ limits: { historyPerMinute: 1 } }, SCOPES);
    await send();
    for (let number = 0; number < 15; number += 1) await team.addUser({ name: `${number}` }).says(channel, "다른 말");
    expect(await find()).toMatchObject({ kind: "unknown", why: expect.stringContaining("too much") });
  });

  test("it is not there where many alerts went before it: it would stand above them", async () => {
    await enter({ limits: { historyPerMinute: 1 } }, SCOPES);
    for (let number = 0; number < 20; number += 1) await sender.send(alertTo(here(), { id: `earlier${number}` }));
    expect(await find()).toEqual({ kind: "none" });
  });

  test("once a minute in a workspace, and later where Slack says so", async () => {
    await enter({}, SCOPES);
    expect(await find()).toEqual({ kind: "none" });
    const later = await find();
    expect(later.kind).toBe("later");
    if (later.kind === "later") {
      expect(later.notBeforeMs).toBeGreaterThan(NOW);
      expect(later.notBeforeMs).toBeLessThanOrEqual(NOW + MINUTE_MS);
    }
    expect(slack.requestsOf("conversations.history")).toHaveLength(1);
    await enter({}, SCOPES);
    slack.failNext({ retryAfter: 12 });
    expect(await find()).toEqual({ kind: "later", notBeforeMs: NOW + 12_000 });
    await enter({}, SCOPES);
    slack.failNext({ drop: "before" });
    expect(await find()).toEqual({ kind: "later", notBeforeMs: NOW + MINUTE_MS });
  });

  test("nobody knows where the history may not be read, and in others' direct messages", async () => {
    expect(await find()).toMatchObject({ kind: "unknown", why: expect.stringContaining("missing_scope") });
    expect(await find(`dm:slack:${team.id}:U1`)).toMatchObject({ kind: "unknown" });
    expect(slack.requests).toHaveLength(1);
  });
});
