import type { App } from "@slack/bolt";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startOverHttp } from "./bolt-apps.ts";
import { unexpectedLive } from "./live-parts.ts";
import { type LocalSlack, startLocalSlack } from "./local-slack.ts";
import type { Team } from "./workspace.ts";

let time = 0;
let slack: LocalSlack;
let team: Team;
const stopping: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  time = Date.parse("2026-11-22T03:00:00Z");
  slack = await startLocalSlack({ clock: { now: () => time } });
  team = slack.addTeam({ name: "Policy office" });
});

afterEach(async () => {
  for (const stop of stopping.splice(0)) await stop();
  await slack.stop();
});

async function overHttp(listen?: (app: App) => void): Promise<App> {
  const app = await startOverHttp(slack, team, listen);
  stopping.push(() => app.stop());
  return app;
}

describe("response URLs", () => {
  test("five uses, half an hour, text that Slack reads, also where the app is no member", async () => {
    await overHttp((app) => app.command("/policy", async ({ ack }) => ack()));
    const [minji, jun] = [team.addUser({ name: "minji" }), team.addUser({ name: "jun" })];
    const between = team.directMessages(minji, jun);
    const { responseUrl = "" } = await minji.command(between, "/policy", "휴가");
    const post = async (url: string, body: object) => {
      const answer = await fetch(url, { method: "POST", body: JSON.stringify(body) });
      return `${answer.status} ${await answer.text()}`;
    };
    expect(await post(responseUrl, { markdown_text: "**x**" })).toContain("no_text");
    expect(await post(responseUrl, { text: "x", blocks: [{ type: "nothing" }] })).toContain("invalid_blocks");
    for (let use = 0; use < 5; use += 1) {
      expect(await post(responseUrl, { text: `${use}`, response_type: "in_channel" })).toBe("200 ok");
    }
    expect(await post(responseUrl, { text: "6" })).toBe('404 {"ok":false,"error":"used_url"}');
    expect(between.messages()).toHaveLength(5);
    const { responseUrl: second = "" } = await minji.command(between, "/policy");
    time += 30 * 60_000 + 1;
    expect(await post(second, { text: "late" })).toBe('404 {"ok":false,"error":"expired_url"}');
  });
});

describe("Web API", () => {
  test("refuses what the scopes, the membership and the token do not allow", async () => {
    const { client } = await overHttp();
    const channel = team.addChannel("policy", { botIsMember: false });
    const hidden = team.addChannel("secret", { botIsMember: false, private: true });
    const post = (to: string) => client.chat.postMessage({ channel: to, text: "x" });
    await expect(post(channel.id)).rejects.toThrow("not_in_channel");
    await expect(post(hidden.id)).rejects.toThrow("channel_not_found");
    team.scopes.delete("chat:write");
    await expect(post(channel.id)).rejects.toMatchObject({ data: { error: "missing_scope", needed: "chat:write" } });
    team.scopes.delete("channels:history");
    team.scopes.delete("app_mentions:read");
    const open = team.addChannel("open");
    const user = team.addUser({ name: "minji", locale: "ko-KR" });
    await user.says(open, "<@BOT> anything");
    expect(slack.deliveries).toEqual([]);
    const info = await client.users.info({ user: user.id, include_locale: true });
    expect(info.user).toMatchObject({ locale: "ko-KR", is_admin: false });
    await expect(client.apiCall("files.list")).rejects.toThrow("unknown_method");
    expect(slack.unknownMethods).toEqual(["files.list"]);
    await team.uninstall();
    await expect(client.auth.test()).rejects.toThrow("account_inactive");
    expect(slack.deliveries.map(({ type }) => type)).toEqual(["app_uninstalled", "tokens_revoked"]);
  });

  test("429 is honoured by the client; a lost answer leaves the message behind; a call can be kept waiting", async () => {
    const { client } = await overHttp();
    const channel = team.addChannel("policy");
    slack.failNext({ method: "chat.postMessage", retryAfter: 1 });
    await client.chat.postMessage({ channel: channel.id, text: "once" });
    expect(slack.requestsOf("chat.postMessage").map(({ status, error }) => [status, error])).toEqual([
      [429, "ratelimited"],
      [200, undefined],
    ]);
    slack.failNext({ method: "chat.postMessage", drop: "after" });
    await client.chat.postMessage({ channel: channel.id, text: "twice" });
    expect(channel.messages().map(({ text }) => text)).toEqual(["once", "twice", "twice"]);
    const held = slack.delayNext({ method: "auth.test" });
    const waiting = client.auth.test();
    await held.arrived;
    held.release();
    expect((await waiting).team_id).toBe(team.id);
  });

  test("blocks that break a rule are refused with a pointer to it", async () => {
    const { client } = await overHttp();
    const channel = team.addChannel("policy").id;
    const header = { type: "header", text: { type: "plain_text", text: "x".repeat(151) } };
    const refused = client.chat.postMessage({ channel, text: "x", blocks: [header] });
    const messages = ["[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]"];
    await expect(refused).rejects.toMatchObject({ data: { error: "invalid_blocks", response_metadata: { messages } } });
    const part = { type: "section", text: { type: "mrkdwn", text: "x".repeat(2700) } };
    const long = client.chat.postMessage({ channel, text: "x", blocks: [part, part, part, part, part] });
    await expect(long).rejects.toThrow("msg_blocks_too_long");
    await expect(client.chat.postMessage({ channel, text: "" })).rejects.toThrow("no_text");
  });

  test("threads, history and statuses", async () => {
    const { client } = await overHttp();
    const channel = team.addChannel("policy");
    const asked = await team.addUser({ name: "minji" }).says(channel, "휴가?");
    const place = { channel_id: channel.id, thread_ts: asked.ts };
    await client.assistant.threads.setStatus({ ...place, status: "is looking" });
    await client.chat.postMessage({ channel: channel.id, thread_ts: asked.ts, text: "15 days" });
    expect(slack.statusOf(channel, asked.ts)).toEqual(["is looking", ""]);
    const { messages = [] } = await client.conversations.replies({ channel: channel.id, ts: asked.ts });
    expect(messages.map(({ text }) => text)).toEqual(["휴가?", "15 days"]);
    const history = await client.conversations.history({ channel: channel.id });
    expect(history.messages?.map(({ reply_count }) => reply_count)).toEqual([1]);
    const foreign = client.chat.update({ channel: channel.id, ts: asked.ts, text: "x" });
    await expect(foreign).rejects.toThrow("cant_update_message");
  });
});

describe("what alerts meet", () => {
  test("a channel's posts and a workspace's histories are counted, by the clock", async () => {
    await slack.stop();
    slack = await startLocalSlack({ clock: { now: () => time }, limits: { postsPerSecond: 1, historyPerMinute: 1 } });
    team = slack.addTeam();
    const call = async (method: string, args: Record<string, unknown>) => {
      const headers = { authorization: `Bearer ${team.botToken}`, "content-type": "application/json" };
      const answer = await fetch(`${slack.apiUrl}${method}`, { method: "POST", headers, body: JSON.stringify(args) });
      return { status: answer.status, after: answer.headers.get("retry-after"), body: await answer.json() };
    };
    const busy = team.addChannel("one");
    const [one, other] = [busy.id, team.addChannel("other").id];
    const post = async (channel: string) => (await call("chat.postMessage", { channel, text: "x" })).after;
    expect([await post(one), await post(one), await post(other)]).toEqual([null, "1", null]);
    time += 1000;
    expect(await post(one)).toBeNull();
    const user = team.addUser({ name: "minji" });
    for (let said = 0; said < 20; said += 1) await user.says(busy, "x");
    const history = () => call("conversations.history", { channel: one, limit: 100 });
    expect((await history()).body).toMatchObject({ has_more: true, messages: { length: 15 } });
    expect(await history()).toMatchObject({ status: 429, after: "60", body: { error: "ratelimited" } });
    time += 60_000;
    expect((await history()).status).toBe(200);
  });

  test("metadata that is none, channels that are gone, groups that are disabled", async () => {
    const { client } = await overHttp();
    const channel = team.addChannel("policy");
    const metadata = { event_type: "x" } as never;
    const posted = client.chat.postMessage({ channel: channel.id, text: "x", metadata });
    await expect(posted).rejects.toThrow("invalid_metadata_format");
    channel.delete();
    await expect(client.chat.postMessage({ channel: channel.id, text: "x" })).rejects.toThrow("channel_not_found");
    await expect(client.usergroups.list({})).rejects.toThrow("missing_scope");
    team.scopes.add("usergroups:read");
    const [kept, disabled] = [team.addUserGroup("one"), team.addUserGroup("two")];
    disabled.disabled = true;
    expect((await client.usergroups.list({})).usergroups?.map(({ id }) => id)).toEqual([kept.id]);
    expect((await client.usergroups.list({ include_disabled: true })).usergroups).toHaveLength(2);
  });
});

describe("what a reader could press or be called by", () => {
  test("control sequences, bare addresses and rich text count; escaped text does not", async () => {
    const { client } = await overHttp();
    const channel = team.addChannel("policy");
    const text = "<@U1> <!here> &lt;@U2&gt; see <https://a.kr/x?a=1&amp;b=2|x> or b.kr, http://c.kr/y.";
    await client.chat.postMessage({ channel: channel.id, text, unfurl_links: false });
    const first = await channel.nextMessage();
    expect(first.live.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      "user U1",
      "broadcast here",
      "link https://a.kr/x?a=1&amp;b=2",
      "auto-link http://c.kr/y",
      "auto-link b.kr",
    ]);
    expect(first.unfurls).toEqual({ links: false, media: true });
    const allowed = ["https://a.kr/x?a=1&b=2", "b.kr", "http://c.kr/y"];
    expect(unexpectedLive(first.live, allowed).map(({ value }) => value)).toEqual(["U1", "here"]);
    const elements = [{ type: "text", text: "<!channel> http://d.kr" }];
    const blocks = [{ type: "rich_text", elements: [{ type: "rich_text_section", elements }] }];
    await client.chat.postMessage({ channel: channel.id, text: "x", blocks });
    expect((await channel.nextMessage()).live).toEqual([]);
  });
});
