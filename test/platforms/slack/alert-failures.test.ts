import { describe, expect, test } from "vitest";
import { failingFeed } from "../../alerts/failing-feed.ts";
import { install } from "./install.ts";
import type { Channel } from "./local-slack/places.ts";
import type { StoredMessage } from "./local-slack/stored-message.ts";
import { publish, slackWithNews } from "./news.ts";
import type { RunningSlack } from "./running-slack.ts";

const STEP_MS = 1000;
const SCOPES = ["chat:write", "commands", "users:read", "channels:history"];

function person({ team }: RunningSlack, name = "minji") {
  return team.addUser({ name, locale: "ko-KR" });
}

async function subscribed({ team }: RunningSlack, user: ReturnType<typeof person>, name: string, words = "항로") {
  const channel = team.addChannel(name, { members: [user] });
  await user.command(channel, "/policy", `알림 구독 ${words}`);
  expect((await user.nextEphemeral(channel)).shown).toContain("알려 드릴게요");
  return channel;
}

/** Moves the clock on until it is so; not while a post is on its way, which would seem to take minutes on a busy machine. */
async function moveUntil({ clock, store }: RunningSlack, isSo: () => boolean | Promise<boolean>, stepMs = STEP_MS) {
  const look = async () => {
    const found = await isSo();
    if (!found && (await store.countAlerts()).sending === 0) clock.advance(stepMs);
    return found;
  };
  await expect.poll(look, { timeout: 20_000, interval: 10 }).toBe(true);
}

const alertsIn = (channel: Channel): StoredMessage[] => channel.messages().filter(({ fromBot }) => fromBot);
const titlesIn = (channel: Channel) => alertsIn(channel).map(({ shown }) => /항로 \d+호/.exec(shown)?.[0]);
const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    title: `항로 ${index + 1}호`,
    text: `항로 ${index + 1}호가 열렸다.`,
  }));
const names = (count: number) => numbered(count).map(({ title }) => title);
const isSettled = async ({ store }: RunningSlack) => {
  const { waiting, sending, uncertain } = await store.countAlerts();
  return waiting + sending + uncertain === 0;
};

describe("channels that take nothing any more", () => {
  test("each is paused with its reason, those who subscribed are told once, and others are undisturbed", async () => {
    const running = await slackWithNews({ scopes: SCOPES });
    const { team, store } = running;
    const [minji, jun] = [person(running), person(running, "jun")];
    const deleted = await subscribed(running, minji, "deleted");
    await minji.command(deleted, "/policy", "알림 구독 협정");
    await jun.command(deleted, "/policy", "알림 구독 감자");
    const archived = await subscribed(running, minji, "archived");
    const left = await subscribed(running, minji, "left");
    const good = await subscribed(running, minji, "good");
    await expect.poll(() => store.subscriptionsOf(`slack:${team.id}:${deleted.id}`)).toHaveLength(3);
    deleted.delete();
    archived.archive();
    left.remove(team.botUserId);
    await publish(running, { title: "항로 협정과 감자", text: "항로 협정이 감자 배에도 열렸다." });
    expect((await good.nextMessage()).shown).toContain("항로 협정과 감자");
    await moveUntil(running, () => alertsIn(minji.im()).length === 3 && alertsIn(jun.im()).length === 1);
    const told = alertsIn(minji.im()).map(({ shown }) => shown);
    expect(told.sort()).toEqual(
      [
        `#${deleted.id} 알림을 멈췄어요. 이유: 채널이 없어졌어요.`,
        `#${archived.id} 알림을 멈췄어요. 이유: 보관된 채널이에요.`,
        `#${left.id} 알림을 멈췄어요. 이유: 채널에 제가 들어 있지 않아요.`,
      ].sort(),
    );
    const paused = await store.subscriptionsOf(`slack:${team.id}:${deleted.id}`);
    expect(paused.map((each) => each.paused?.reason)).toEqual(Array(3).fill("channel-gone"));

    running.clock.advance(STEP_MS);
    left.add(team.botUserId);
    await minji.command(left, "/policy", "알림 다시시작");
    expect((await minji.nextEphemeral(left)).shown).toContain("알림을 다시 시작했어요.");
    await publish(running, { title: "다시 열린 항로", text: "항로가 다시 열렸다." });
    expect((await left.nextMessage()).shown).toContain("다시 열린 항로");
    await moveUntil(running, () => isSettled(running));
    expect([alertsIn(minji.im()).length, alertsIn(jun.im()).length]).toEqual([3, 1]);
  });

  test("a workspace that took the app away is paused, and goes on when it is installed again and resumed", async () => {
    const running = await slackWithNews({ oauth: true, scopes: SCOPES });
    const { team, store } = running;
    await install(running, team);
    const user = person(running);
    const channel = await subscribed(running, user, "policy");
    await team.uninstall();
    await expect.poll(() => store.installations("slack:")).toEqual([]);
    await publish(running, { title: "항로 하나", text: "항로가 열렸다." });
    const listed = () => store.subscriptionsOf(`slack:${team.id}:${channel.id}`);
    await expect.poll(listed).toMatchObject([{ paused: { reason: "uninstalled" } }]);
    await install(running, team);
    running.clock.advance(STEP_MS);
    await user.command(channel, "/policy", "알림");
    expect((await user.nextEphemeral(channel)).shown).toContain("멈춤: 앱이 지워졌어요");
    await user.command(channel, "/policy", "알림 다시시작");
    await user.nextEphemeral(channel);
    await publish(running, { title: "항로 둘", text: "항로가 또 열렸다." });
    expect((await channel.nextMessage()).shown).toContain("항로 둘");
    expect(alertsIn(channel)).toHaveLength(1);
  });
});

describe("a Slack that has too much, or fails", () => {
  test("a second between two posts of a channel, as Slack wants it", async () => {
    const running = await slackWithNews({ scopes: SCOPES, slackOptions: { limits: { postsPerSecond: 1 } } });
    const user = person(running);
    const [one, other] = [await subscribed(running, user, "one"), await subscribed(running, user, "other")];
    await publish(running, ...numbered(5));
    await moveUntil(running, () => [one, other].every((each) => alertsIn(each).length === 5));
    for (const each of [one, other]) expect(titlesIn(each).sort()).toEqual(names(5));
    // Also where the held clock moves while a post is on its way.
    expect(running.slack.requestsOf("chat.postMessage").filter(({ ok }) => !ok)).toEqual([]);
  });

  test("a storm of 429 delays, and loses and doubles nothing", async () => {
    const running = await slackWithNews({ scopes: SCOPES });
    const user = person(running);
    const channels = [];
    for (const name of ["a", "b", "c"]) channels.push(await subscribed(running, user, name));
    running.slack.failNext({ method: "chat.postMessage", retryAfter: 2, times: 40 });
    await publish(running, ...numbered(6));
    await moveUntil(running, () => isSettled(running));
    for (const channel of channels) expect(titlesIn(channel).sort()).toEqual(names(6));
    expect(running.slack.requestsOf("chat.postMessage")).toHaveLength(40 + 18);
  });

  test("503 is tried again; a lost answer is looked up, and posted once", async () => {
    const running = await slackWithNews({ scopes: SCOPES, slackOptions: { limits: { historyPerMinute: 1 } } });
    const channel = await subscribed(running, person(running), "policy");
    running.slack.failNext({ method: "chat.postMessage", status: 503, times: 2 });
    running.slack.failNext({ method: "chat.postMessage", drop: "after" });
    await publish(running, ...numbered(1));
    await moveUntil(running, () => isSettled(running));
    expect(titlesIn(channel)).toEqual(names(1));
    expect(running.slack.requestsOf("conversations.history")).toHaveLength(1);
    expect(await running.store.countAlerts()).toMatchObject({ sent: 1 });
  });

  test("what was lost on its way is looked for in vain, and posted then", async () => {
    const running = await slackWithNews({ scopes: SCOPES });
    const channel = await subscribed(running, person(running), "policy");
    running.slack.failNext({ method: "chat.postMessage", drop: "before" });
    await publish(running, ...numbered(1));
    await moveUntil(running, () => isSettled(running));
    expect(titlesIn(channel)).toEqual(names(1));
  });

  test("where the history may not be read, nobody repeats it, and the list says so", async () => {
    const running = await slackWithNews({ scopes: ["chat:write", "commands", "users:read"] });
    const user = person(running);
    const channel = await subscribed(running, user, "policy");
    running.slack.failNext({ method: "chat.postMessage", status: 500 });
    await publish(running, ...numbered(1));
    await moveUntil(running, () => running.slack.requestsOf("conversations.history").length === 1);
    await publish(running, { title: "항로 2호", text: "항로 2호가 열렸다." });
    await moveUntil(running, () => alertsIn(channel).length === 1);
    await user.command(channel, "/policy", "알림");
    const list = await user.nextEphemeral(channel);
    expect(list.shown).toContain("1건은 보냈는지 알 수 없어 다시 보내지 않았어요");
    expect(list.shown).toContain("마지막 알림 ");
    expect(titlesIn(channel)).toEqual(["항로 2호"]);
  });
});

test("a feed that fails is told of, and read on by one press", async () => {
  const running = await slackWithNews({ scopes: SCOPES });
  const { team, store, clock } = running;
  const user = person(running);
  const channel = await subscribed(running, user, "policy");
  const addedAt = new Date(clock.now()).toISOString();
  const location = "https://feed.invalid/rss";
  await store.putSource({ name: "가람일보", kind: "feed", location, paused: true, fullText: false, addedAt });
  const since = new Date(clock.now() - 2 * 86_400_000).toISOString();
  await store.putFeedState("가람일보", failingFeed(since, addedAt));
  await store.putAlerts([
    {
      id: "feedfeedfeed0001",
      channel: `slack:${team.id}:${channel.id}`,
      place: `slack:${team.id}`,
      locale: "ko",
      subscriptionId: null,
      story: "source-failing:가람일보",
      about: {
        kind: "source-failing",
        source: "가람일보",
        since,
        pausesAt: new Date(clock.now() + 86_400_000).toISOString(),
      },
    },
  ]);
  await publish(running, { title: "감자", text: "감자 이야기다." });
  const notice = await channel.nextMessage();
  expect(notice.shown).toContain("'가람일보' 피드를 이틀째 읽지 못했어요. 내일까지 안 되면 알림을 멈출게요.");
  await user.clicks(notice, { text: "계속 시도" });
  expect((await user.nextEphemeral(channel)).shown).toBe("'가람일보' 피드를 계속 읽어 볼게요.");
  expect(await store.sources()).toMatchObject([{ name: "가람일보", paused: false }]);
  expect(notice.edited || notice.deleted).toBe(false);
});
