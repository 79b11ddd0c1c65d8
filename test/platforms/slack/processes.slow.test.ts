import { describe, expect, onTestFinished, test } from "vitest";
import type { Channel } from "./local-slack/places.ts";
import { USUAL_SCOPES } from "./local-slack/scopes.ts";
import { recordedClaims } from "./recorded-claims.ts";
import { CATCH, CATCH_ANSWER, type Starting, slackForTest, TRANSPORTS } from "./running-slack.ts";
import { waitingLimit } from "./waiting-limit.ts";

const NEXT = "벌금은?";
/** A process that was not heard of for so long is dead. */
const DEAD_MS = 11_000;
const MINUTE_MS = 60_000;

const answersIn = (channel: Channel) => channel.messages().filter(({ fromBot }) => fromBot);

/** Two processes over one store. Everything goes to the first, where it is under way until it dies. */
async function two(starting: Starting = {}) {
  const hold = waitingLimit();
  const mortal = await slackForTest({ restless: true, change: hold.change, ...starting });
  // What it waits for must come, so that it can end.
  onTestFinished(hold.release);
  const survivor = await mortal.beside({ change: () => ({}) });
  const { slack, team, clock } = mortal;
  slack.deliverTo(mortal.url);
  const user = team.addUser({ name: "minji", locale: "ko-KR" });
  const channel = team.addChannel("policy", { members: [user] });
  const die = (afterMs = DEAD_MS) => {
    mortal.die();
    slack.deliverTo(survivor.url);
    clock.advance(afterMs);
  };
  return { mortal, survivor, slack, team, clock, user, channel, hold, die };
}

/** When nothing of what others left is in hand any more. */
async function settled({ survivor, user, channel, slack }: Awaited<ReturnType<typeof two>>) {
  slack.deliverTo(survivor.url);
  await user.says(channel, `<@BOT> ${NEXT}`);
  await channel.nextMessage();
  await survivor.stopBot();
}

describe.each(TRANSPORTS)("two processes over %s", (transport) => {
  test("answer each question once, whichever of them it comes to", async () => {
    const first = await slackForTest({ transport });
    const second = await first.beside();
    const { slack, team } = first;
    const user = team.addUser({ name: "minji", locale: "ko-KR" });
    const channel = team.addChannel("policy");
    for (const { url } of [first, second, first, second]) {
      if (transport === "http") slack.deliverTo(url);
      const asked = await user.says(channel, `<@BOT> ${CATCH}`);
      // Over sockets the next connection has its turn, over HTTP the other process.
      if (transport === "http") slack.deliverTo(url === first.url ? second.url : first.url);
      await slack.deliverTwice("app_mention");
      await slack.deliverTwice("message");
      await channel.nextMessage({ thread: asked.ts });
    }
    await Promise.all([first.stopBot(), second.stopBot()]);
    expect(answersIn(channel)).toHaveLength(4);
  });
});

describe("where one of two processes dies", () => {
  test("the other answers what was acked: a mention, a direct message, a command", async () => {
    const both = await two();
    const { slack, user, channel, hold, die } = both;
    const asked = await user.says(channel, `<@BOT> ${CATCH}`);
    await user.says(user.im(), CATCH);
    const run = await user.command(channel, "/policy", CATCH);
    await hold.arrived;
    expect(slack.deliveries.every(({ acked }) => acked)).toBe(true);
    die();
    expect((await channel.nextMessage({ thread: asked.ts })).shown).toContain(CATCH_ANSWER);
    expect((await user.im().nextMessage()).shown).toContain(CATCH_ANSWER);
    expect((await run.nextResponse()).shown).toContain(CATCH_ANSWER);
    await settled(both);
    expect([answersIn(channel), answersIn(user.im()), user.ephemerals(channel)].map(({ length }) => length)).toEqual([
      2, 1, 1,
    ]);
  });

  test("the other answers what was pressed, looked up, and sent off in a window", async () => {
    const both = await two();
    const { mortal, survivor, slack, user, channel, hold, die } = both;
    slack.deliverTo(survivor.url);
    const answer = await (await user.command(channel, "/policy", CATCH)).nextResponse();
    const message = await user.says(channel, CATCH_ANSWER);
    await user.clicks(answer, { text: "이어서 묻기" });
    const form = await user.nextView();
    slack.deliverTo(mortal.url);
    const lookedUp = await user.shortcut("look_up", message);
    await user.submitsView(form, { written: NEXT });
    await hold.arrived;
    die();
    expect((await lookedUp.nextResponse()).shown).toContain("4만 2천 톤");
    await slack.until(() => user.ephemerals(channel).find(({ shown }) => shown.includes("벌금")), "the follow-up");
    await settled(both);
    expect(user.ephemerals(channel)).toHaveLength(3);
  });

  test("questions of one talk are answered in order", async () => {
    const { user, hold, die } = await two();
    for (const text of [CATCH, NEXT, CATCH]) await user.says(user.im(), text);
    await hold.arrived;
    die();
    const said = [await user.im().nextMessage(), await user.im().nextMessage(), await user.im().nextMessage()];
    expect(said.map(({ shown }) => shown.includes(CATCH_ANSWER))).toEqual([true, false, true]);
  });

  test.each([
    "a channel",
    "direct messages",
  ])("an answer that was posted in %s before it died is not posted again", async (where) => {
    const both = await two({ change: () => ({}) });
    const { mortal, slack, user, channel, die } = both;
    const place = where === "a channel" ? channel : user.im();
    const held = slack.delayNext({ method: "chat.postMessage" });
    await user.says(place, where === "a channel" ? `<@BOT> ${CATCH}` : CATCH);
    await held.arrived;
    mortal.die();
    held.release();
    await place.nextMessage();
    die();
    const lookUp = where === "a channel" ? "conversations.replies" : "conversations.history";
    await slack.until(() => slack.requestsOf(lookUp)[0], "a look at what was posted");
    await settled(both);
    expect(place.messages().filter(({ shown }) => shown.includes("4만 2천 톤"))).toHaveLength(1);
    expect(slack.requestsOf(lookUp)).toHaveLength(1);
  });

  test("where the history may not be read, an answer comes twice rather than never", async () => {
    const scopes = USUAL_SCOPES.filter((scope) => !scope.includes("history"));
    const both = await two({ scopes, change: () => ({}) });
    const { mortal, slack, user, channel, die } = both;
    const held = slack.delayNext({ method: "chat.postMessage" });
    const asked = await user.says(channel, `<@BOT> ${CATCH}`);
    await held.arrived;
    mortal.die();
    held.release();
    await channel.nextMessage({ thread: asked.ts });
    die();
    expect((await channel.nextMessage({ thread: asked.ts })).shown).toContain(CATCH_ANSWER);
  });

  test("what was asked a quarter of an hour ago is left, and the log says so", async () => {
    const both = await two();
    const { survivor, user, channel, hold, die } = both;
    await user.says(channel, `<@BOT> ${CATCH}`);
    await user.command(channel, "/policy", CATCH);
    await hold.arrived;
    die(16 * MINUTE_MS);
    const left = () => survivor.logged.filter((line) => line.includes("left unanswered")).length;
    await expect.poll(left).toBe(2);
    await settled(both);
    expect([answersIn(channel), user.ephemerals(channel)].map(({ length }) => length)).toEqual([1, 0]);
    expect(survivor.logged.join("")).not.toContain("어획량");
  });

  test("one that was only frozen, and goes on, does not answer what the other one answered", async () => {
    const both = await two();
    const { mortal, user, channel, hold, die } = both;
    const asked = await user.says(channel, `<@BOT> ${CATCH}`);
    await hold.arrived;
    die();
    expect((await channel.nextMessage({ thread: asked.ts })).shown).toContain(CATCH_ANSWER);
    hold.release();
    await mortal.stopBot();
    await settled(both);
    expect(answersIn(channel)).toHaveLength(2);
  });

  test("what was asked ten minutes ago is answered", async () => {
    const { user, channel, hold, die } = await two();
    const asked = await user.says(channel, `<@BOT> ${CATCH}`);
    const run = await user.command(channel, "/policy", CATCH);
    await hold.arrived;
    die(10 * MINUTE_MS);
    expect((await channel.nextMessage({ thread: asked.ts })).shown).toContain(CATCH_ANSWER);
    expect((await run.nextResponse()).shown).toContain(CATCH_ANSWER);
  });
});

test("nothing that proves Slack to us is kept with a command", async () => {
  const { change, claimed } = recordedClaims();
  const { team } = await slackForTest({ change });
  const user = team.addUser({ name: "minji", locale: "ko-KR" });
  await (await user.command(team.addChannel("policy"), "/policy", CATCH)).nextResponse();
  expect(claimed.join("\n")).toContain("어획량");
  expect(claimed.join("\n")).not.toContain("verification");
});

test.each([
  ["refuses", () => Promise.reject(new Error("The database is full"))],
  ["says nothing to", () => new Promise<never>(() => {})],
])("a command that the store %s is answered all the same", async (_what, refuse) => {
  const { team, slack } = await slackForTest({
    hasty: true,
    change: ({ openStore }) => ({
      openStore: async () => {
        const store = await openStore();
        return { ...store, claim: (event) => (event.payload === null ? store.claim(event) : refuse()) };
      },
    }),
  });
  const user = team.addUser({ name: "minji", locale: "ko-KR" });
  const run = await user.command(team.addChannel("policy"), "/policy", CATCH);
  expect((await run.nextResponse()).shown).toContain(CATCH_ANSWER);
  expect(slack.deliveries.every(({ acked }) => acked)).toBe(true);
});
