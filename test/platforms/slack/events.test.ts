import { describe, expect, test } from "vitest";
import { recordedClaims } from "./recorded-claims.ts";
import { CATCH, CATCH_ANSWER, slackForTest, TRANSPORTS } from "./running-slack.ts";
import { waitingLimit } from "./waiting-limit.ts";

describe.each(TRANSPORTS)("events over %s", (transport) => {
  test("a retry while the first is under way is acked, and nothing more", async () => {
    const hold = waitingLimit();
    const { slack, team } = await slackForTest({ transport, change: hold.change });
    const user = team.addUser({ name: "minji", locale: "ko-KR" });
    const channel = team.addChannel("policy");
    await user.says(channel, `<@BOT> ${CATCH}`);
    await hold.arrived;
    await slack.deliverTwice("app_mention");
    await slack.deliverTwice("message");
    expect(slack.deliveries.every(({ acked }) => acked)).toBe(true);
    hold.release();
    await channel.nextMessage();
    await slack.deliverTwice("app_mention");
    await user.says(channel, "<@BOT> 벌금은?");
    await channel.nextMessage();
    expect(channel.messages().filter(({ fromBot }) => fromBot)).toHaveLength(2);
  });

  test("events that come late, and after others, are answered", async () => {
    const { slack, team, clock } = await slackForTest({ transport });
    const user = team.addUser({ name: "minji", locale: "ko-KR" });
    const channel = team.addChannel("policy");
    slack.holdEvents();
    await user.says(channel, `<@BOT> ${CATCH}`);
    clock.advance(2 * 60 * 60_000);
    await slack.releaseEvents();
    expect((await channel.nextMessage()).shown).toContain(CATCH_ANSWER);
  });

  test("what was acked and not answered when the process died is answered after the restart, once", async () => {
    const hold = waitingLimit();
    const running = await slackForTest({ transport, change: hold.change });
    const { slack, team } = running;
    const user = team.addUser({ name: "minji", locale: "ko-KR" });
    const channel = team.addChannel("policy");
    const asked = await user.says(channel, `<@BOT> ${CATCH}`);
    await user.says(user.im(), CATCH);
    await hold.arrived;
    expect(slack.deliveries.every(({ acked }) => acked)).toBe(true);
    if (transport === "socket") slack.sockets.drop();
    const later = await running.again({ change: () => ({}) });
    expect((await channel.nextMessage({ thread: asked.ts })).shown).toContain(CATCH_ANSWER);
    expect((await user.im().nextMessage()).shown).toContain(CATCH_ANSWER);
    await later.stopBot();
    const third = await later.again({ change: () => ({}) });
    await user.says(channel, "<@BOT> 벌금은?");
    await channel.nextMessage();
    expect(channel.messages().filter(({ fromBot }) => fromBot)).toHaveLength(2);
    await third.stopBot();
    // The process that died does nothing any more.
    hold.release();
  });

  test("an answer that was sent before the process died is not sent again", async () => {
    const running = await slackForTest({ transport });
    const { slack, team } = running;
    const user = team.addUser({ name: "minji", locale: "ko-KR" });
    const channel = team.addChannel("policy");
    const held = slack.delayNext({ method: "chat.postMessage" });
    const asked = await user.says(channel, `<@BOT> ${CATCH}`);
    await held.arrived;
    // It is sent, and the process dies before it hears so: a second one sees it in the thread.
    held.release();
    await channel.nextMessage({ thread: asked.ts });
    await running.stopBot();
    const later = await running.again();
    await user.says(channel, "<@BOT> 벌금은?");
    await channel.nextMessage();
    expect(channel.thread(asked.ts).filter(({ fromBot }) => fromBot)).toHaveLength(1);
    expect(later.logged.join("")).not.toMatch(/error/i);
  });

  test("what is in hand is finished when the bot stops, and nothing new is taken", async () => {
    const hold = waitingLimit();
    const running = await slackForTest({ transport, change: hold.change });
    const { slack, team } = running;
    const user = team.addUser({ name: "minji", locale: "ko-KR" });
    const channel = team.addChannel("policy");
    const asked = await user.says(channel, `<@BOT> ${CATCH}`);
    await hold.arrived;
    const stopped = running.stopBot();
    hold.release();
    await stopped;
    expect(channel.thread(asked.ts)).toHaveLength(2);
    const next = await user.says(channel, "<@BOT> 벌금은?");
    expect(slack.deliveries.filter(({ echo }) => !echo).at(-1)?.acked).toBe(false);
    const later = await running.again({ change: () => ({}) });
    await slack.retryDue();
    await channel.nextMessage({ thread: next.ts });
    expect(later.logged.join("")).not.toMatch(/error/i);
  });
});

test("a broken connection is opened again, and what was said meanwhile is answered", async () => {
  const { slack, team } = await slackForTest({ transport: "socket", hasty: true });
  const user = team.addUser({ name: "minji", locale: "ko-KR" });
  const channel = team.addChannel("policy");
  slack.sockets.drop();
  await user.says(channel, `<@BOT> ${CATCH}`);
  await channel.nextMessage();
  slack.sockets.askToReconnect();
  await slack.until(() => (slack.sockets.opened === 3 ? true : undefined), "the third connection");
  await user.says(channel, "<@BOT> 벌금은?");
  await channel.nextMessage();
  expect(channel.messages().filter(({ fromBot }) => fromBot)).toHaveLength(2);
});

test("an ack that is lost makes no second answer", async () => {
  const { slack, team } = await slackForTest({ transport: "socket", slackOptions: { ackWithinMs: 200 } });
  const user = team.addUser({ name: "minji", locale: "ko-KR" });
  const channel = team.addChannel("policy");
  slack.sockets.loseAcks(true);
  await user.says(channel, `<@BOT> ${CATCH}`);
  slack.sockets.loseAcks(false);
  await channel.nextMessage();
  await slack.retryDue();
  await user.says(channel, "<@BOT> 벌금은?");
  await channel.nextMessage();
  expect(channel.messages().filter(({ fromBot }) => fromBot)).toHaveLength(2);
});

test("what is nobody's business is not kept", async () => {
  const { change, claimed } = recordedClaims();
  const { team } = await slackForTest({ change });
  const user = team.addUser({ name: "minji" });
  const channel = team.addChannel("policy");
  await user.says(channel, "점심 뭐 먹지");
  await user.says(channel, `<@BOT> ${CATCH}`);
  await channel.nextMessage();
  expect(claimed.join("\n")).not.toContain("점심");
  expect(claimed.join("\n")).toContain("어획량");
  expect(claimed.join("\n")).not.toContain("verification");
});
