import { describe, expect, test, vi } from "vitest";
import { startLocalSlack } from "./local-slack/local-slack.ts";
import { CATCH, CATCH_ANSWER, complaints, slackForTest, startSlack, TRANSPORTS } from "./running-slack.ts";

const NO_SCOPE = ["app_mentions:read", "commands", "im:history", "channels:history"];

describe("answers that Slack does not take", () => {
  test("a dead response URL is replaced by a message to the same person", async () => {
    const { slack, team, clock } = await slackForTest();
    const user = team.addUser({ name: "minji", locale: "ko-KR" });
    const channel = team.addChannel("policy", { members: [user] });
    slack.failNext({ method: "response_url", status: 404 });
    await user.command(channel, "/policy", CATCH);
    const answer = await user.nextEphemeral(channel);
    expect([answer.via, answer.onlyFor]).toEqual(["chat.postEphemeral", user.id]);
    expect(answer.shown).toContain(CATCH_ANSWER);

    // A follow-up is written for longer than the response URL of its button lives.
    await user.clicks(answer, { text: "이어서 묻기" });
    const form = await user.nextView();
    clock.advance(31 * 60_000);
    await user.submitsView(form, { written: "벌금은?" });
    expect((await user.nextEphemeral(channel)).via).toBe("chat.postEphemeral");
    expect(slack.requestsOf("response_url").at(-1)?.error).toBe("expired_url");

    // Where the bot is no member it comes as a direct message.
    const elsewhere = team.addChannel("elsewhere", { botIsMember: false, members: [user] });
    slack.failNext({ method: "response_url", status: 500 });
    await user.command(elsewhere, "/policy", CATCH);
    expect((await user.im().nextMessage()).shown).toContain(CATCH_ANSWER);
  });

  test("a response URL takes five messages; the sixth goes another way", async () => {
    const { slack, team } = await slackForTest({
      change: ({ openRateLimit }) => ({ openRateLimit }),
    });
    const user = team.addUser({ name: "minji", locale: "ko-KR" });
    const channel = team.addChannel("policy", { members: [user] });
    const message = await user.says(channel, `${CATCH_ANSWER} `.repeat(3));
    const run = await user.shortcut("look_up", message);
    await run.nextResponse();
    // One window after the other from one press: the address is carried by the first.
    const answer = await (await user.command(channel, "/policy", CATCH)).nextResponse();
    await user.clicks(answer, { text: "이어서 묻기" });
    const form = await user.nextView();
    const { responseUrl: url } = JSON.parse(form.privateMetadata) as { responseUrl: string };
    const body = JSON.stringify({ text: "x", response_type: "ephemeral", replace_original: false });
    for (let use = 0; use < 5; use += 1) await fetch(url, { method: "POST", body });
    await user.submitsView(form, { written: "벌금은?" });
    const next = await slack.until(
      () => user.ephemerals(channel).find(({ via }) => via === "chat.postEphemeral"),
      "a message that went another way",
    );
    expect(next.shown).toContain("벌금");
    expect(slack.requestsOf("response_url").at(-1)?.error).toBe("used_url");
  });

  test("a short pause that Slack asks for is kept, and the answer comes once", async () => {
    const { slack, team } = await slackForTest({ hasty: true });
    const user = team.addUser({ name: "minji", locale: "ko-KR" });
    const channel = team.addChannel("policy");
    slack.failNext({ method: "chat.postMessage", retryAfter: 2, times: 2 });
    await user.says(channel, `<@BOT> ${CATCH}`);
    expect((await channel.nextMessage()).shown).toContain(CATCH_ANSWER);
    slack.failNext({ method: "response_url", retryAfter: 1 });
    await (await user.command(channel, "/policy", CATCH)).nextResponse();
    expect(channel.messages().filter(({ fromBot }) => fromBot)).toHaveLength(1);
  });

  test("a long pause is a failure that is said, with an id that stands in the log", async () => {
    const { slack, team, logged } = await slackForTest();
    const user = team.addUser({ name: "minji", locale: "ko-KR" });
    const channel = team.addChannel("policy", { members: [user] });
    slack.failNext({ method: "chat.postMessage", retryAfter: 600 });
    await user.says(channel, `<@BOT> ${CATCH}`);
    const said = await user.nextEphemeral(channel);
    const [, id = "?"] = /\(오류 ([0-9A-F]{4})\)/.exec(said.shown) ?? [];
    expect(said.shown).toContain("답을 가져오지 못했어요.");
    expect(logged.join("")).toContain(id);
    expect(logged.join("")).not.toContain("어획량");
  });

  test.each([
    ["ko-KR", /^답을 가져오지 못했어요\. 잠시 뒤에 다시 시도해 주세요\. \(오류 [0-9A-F]{4}\)$/],
    ["en-US", /^I couldn't get an answer\. Please try again shortly\. \(error [0-9A-F]{4}\)$/],
  ])("what breaks within is said in %s", async (locale, words) => {
    const { team, logged, slack } = await slackForTest({
      change: () => ({
        openRateLimit: async () => ({
          take: async () => {
            throw new Error("broken on purpose");
          },
          close: async () => {},
        }),
      }),
    });
    const user = team.addUser({ name: "minji", locale });
    const channel = team.addChannel("policy", { members: [user] });
    expect((await (await user.command(channel, "/policy", CATCH)).nextResponse()).shown).toMatch(words);
    await user.says(channel, `<@BOT> ${CATCH}`);
    expect((await user.nextEphemeral(channel)).shown).toMatch(words);
    await user.globalShortcut("ask_policy");
    await user.submitsView(await user.nextView(), { written: CATCH });
    await slack.until(() => user.views().find(({ shown }) => words.test(shown)), "the window to say so");
    expect(logged.join("")).toContain("broken on purpose");
    expect(logged.join("")).not.toContain("어획량");
    expect(logged.join("")).not.toContain(team.botToken);
  });
});

test("a store that cannot be read is said, too", async () => {
  const { team, logged } = await slackForTest({
    change: ({ openStore }) => ({
      openStore: async () => ({
        ...(await openStore()),
        settings: async () => {
          throw new Error("no such table");
        },
      }),
    }),
  });
  const user = team.addUser({ name: "minji", locale: "ko-KR" });
  const run = await user.command(team.addChannel("policy"), "/policy", CATCH);
  expect((await run.nextResponse()).shown).toMatch(/오류 [0-9A-F]{4}/);
  expect(logged.join("")).toContain("no such table");
});

describe("places and rights", () => {
  test("a revoked token is said once, in plain words, and nothing crashes", async () => {
    const { team, logged } = await slackForTest();
    const user = team.addUser({ name: "minji", locale: "ko-KR" });
    const channel = team.addChannel("policy", { members: [user] });
    team.record.standing = "token_revoked";
    const run = await user.command(channel, "/policy", CATCH);
    // The response URL needs no token.
    expect((await run.nextResponse()).shown).toContain(CATCH_ANSWER);
    const source = await user.clicks(user.ephemerals(channel)[0] as never, { text: "출처 펼치기" });
    expect((await source.nextResponse()).shown).toContain("다시 설치");
    const again = await user.clicks(user.ephemerals(channel)[0] as never, { text: "출처 펼치기" });
    await again.nextResponse();
    expect(logged.filter((line) => line.includes("token_revoked"))).toHaveLength(1);
    expect(logged.join("")).not.toContain(team.botToken);
  });

  test("an archived channel is said once to the one who asked", async () => {
    const { slack, team, logged } = await slackForTest();
    const user = team.addUser({ name: "minji", locale: "ko-KR" });
    const channel = team.addChannel("policy", { members: [user] });
    const held = slack.delayNext({ method: "chat.postMessage" });
    await user.says(channel, `<@BOT> ${CATCH}`);
    await held.arrived;
    channel.archive();
    held.release();
    expect((await user.im().nextMessage()).shown).toBe("보관된 채널이라 답을 쓸 수 없었어요.");
    expect(logged.filter((line) => line.includes("archived"))).toHaveLength(1);
  });

  test("a channel that the bot has left is said to the one who asked", async () => {
    const { slack, team } = await slackForTest();
    const user = team.addUser({ name: "minji" });
    const channel = team.addChannel("policy", { members: [user] });
    const held = slack.delayNext({ method: "chat.postMessage" });
    await user.says(channel, `<@BOT> ${CATCH}`);
    await held.arrived;
    channel.remove(team.botUserId);
    held.release();
    expect((await user.im().nextMessage()).shown).toContain("invite me");
  });

  test("a scope that is missing is named to the operator, once, and to the one who asks by command", async () => {
    const { slack, team, logged } = await slackForTest({ scopes: NO_SCOPE });
    const user = team.addUser({ name: "minji" });
    const channel = team.addChannel("policy", { members: [user] });
    for (const text of [CATCH, "벌금은?"]) await user.says(channel, `<@BOT> ${text}`);
    await slack.until(() => (slack.requestsOf("chat.postMessage").length >= 2 ? true : undefined), "two tries");
    // Commands need no such scope.
    expect((await (await user.command(channel, "/policy", CATCH)).nextResponse()).shown).toContain(CATCH_ANSWER);
    await vi.waitFor(() => expect(logged.join("")).toContain("chat:write"), 5000);
    expect(logged.filter((line) => line.includes("lacks a scope"))).toHaveLength(1);
  });
});

describe("start", () => {
  test.each(TRANSPORTS)("a wrong bot token is said in a sentence without it, over %s", async (transport) => {
    const wrong = { SLACK_BOT_TOKEN: "xoxb-wrong-secret" };
    const start = startSlack({ transport, environment: wrong });
    await expect(start).rejects.toThrow(/Slack refuses SLACK_BOT_TOKEN \(invalid_auth\)/);
    await expect(start).rejects.not.toThrow("wrong-secret");
  });

  test("a wrong app token is said in a sentence without it", async () => {
    const start = startSlack({ transport: "socket", environment: { SLACK_APP_TOKEN: "xapp-wrong-secret" } });
    await expect(start).rejects.toThrow(/Slack refuses SLACK_APP_TOKEN \(invalid_auth\)/);
    await expect(start).rejects.not.toThrow("wrong-secret");
  });

  test.each(
    TRANSPORTS,
  )("where Slack does not answer the bot starts, and goes on trying, over %s", async (transport) => {
    const { slack, team, logged } = await slackForTest({
      transport,
      hasty: true,
      prepare(local) {
        local.failNext({ method: "auth.test", status: 503, times: 5 });
        local.failNext({ method: "apps.connections.open", drop: "before", times: 5 });
      },
    });
    expect(logged.join("")).toContain("not reached yet");
    await vi.waitFor(() => expect(logged.join("")).toContain("Slack answers again: Policy office"), 10_000);
    const user = team.addUser({ name: "minji", locale: "ko-KR" });
    const channel = team.addChannel("policy");
    if (transport === "socket")
      await slack.until(() => (slack.sockets.count === 1 ? true : undefined), "a socket", 10_000);
    await user.says(channel, `<@BOT> ${CATCH}`);
    expect((await channel.nextMessage()).shown).toContain(CATCH_ANSWER);
  });

  test("a bot that never started can be stopped", async () => {
    const slack = await startLocalSlack();
    const { createSlackBot } = await import("../../../adapters/slack/bot.ts");
    const { systemClock } = await import("../../../adapters/runtime/system-clock.ts");
    const log = { debug() {}, info() {}, warn() {}, error() {} };
    const desk = { settings: {}, events: {}, chat: {}, library: {}, ready: () => false } as never;
    for (const transport of [
      { kind: "socket", appToken: "xapp-1" },
      { kind: "http", signingSecret: "secret" },
    ] as const) {
      const install = { kind: "token", botToken: "xoxb-1" } as const;
      const options = { install, transport, apiUrl: slack.apiUrl.replace(/\/$/, ""), timeZone: "UTC" };
      await createSlackBot(options, { desk, log, clock: systemClock }).stop();
    }
    await slack.stop();
  });
});

describe("requests over HTTP", () => {
  test("a wrong signature, or an old one, is refused, and the operator is told once an hour", async () => {
    const { slack, team, clock, logged } = await slackForTest();
    const user = team.addUser({ name: "minji" });
    const channel = team.addChannel("policy");
    slack.signWith({ wrongly: true });
    expect((await user.command(channel, "/policy", CATCH)).acked).toBe(false);
    await user.says(channel, `<@BOT> ${CATCH}`);
    slack.signWith({ ageSeconds: 600 });
    expect((await user.command(channel, "/policy", CATCH)).acked).toBe(false);
    const warned = () => logged.filter((line) => line.includes("SLACK_SIGNING_SECRET"));
    expect(warned()).toHaveLength(1);
    clock.advance(61 * 60_000);
    await user.command(channel, "/policy", CATCH);
    expect(warned()).toHaveLength(2);
    slack.signWith();
    // Bolt goes by the machine's clock, the local Slack by the held one.
    expect(channel.messages()).toHaveLength(1);
    expect(complaints({ logged }).join("")).not.toContain(slack.signingSecret);
  });

  test("the check of the request URL is answered, other paths are not", async () => {
    const { slack, base } = await slackForTest();
    expect(await slack.verifyUrl()).toBe(true);
    expect((await fetch(`${base}/slack/else`)).status).toBe(404);
    expect((await fetch(`${base}/slack/install`)).status).toBe(404);
    expect((await fetch(`${base}/slack/events`, { method: "POST", body: "{}" })).status).toBe(401);
  });
});
