import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { failingFeed } from "../../alerts/failing-feed.ts";
import { type AlertScene, startAlerts } from "./alert-scene.ts";
import type { LocalChannel } from "./local-discord/channels.ts";
import { said, shown } from "./running-discord.ts";

let scene: AlertScene;
let channel: LocalChannel;
beforeAll(async () => {
  scene = await startAlerts();
});
afterAll(() => scene.end());
beforeEach(() => {
  scene.clock.advance(60_000);
  channel = scene.guild.addTextChannel("소식방");
});

const titles = (where: LocalChannel) => scene.posted(where).map((message) => shown(message).split("\n")[0]);

describe("a new article", () => {
  it("is told where it matches, once, with those who want to be called", async () => {
    const { guild, admin, alerts, publish, settled, posted } = scene;
    const other = guild.addTextChannel("다른-방");
    const readers = guild.addRole("독자", { mentionable: true });
    const said = await alerts(admin, channel, "구독", { 주제: "관세, 대만", 부르기: { id: readers.id } });
    expect(said).toContain("새 글이 오면 이 채널에 알려 드릴게요. 주제: 관세, 대만 · 바로");
    expect(said).toContain("@독자 부르기");
    await alerts(admin, channel, "subscribe", { topics: "수출" });
    await alerts(admin, channel, "subscribe", {});
    await alerts(admin, other, "subscribe", { topics: "부동산" });
    await publish("오로라국 관세 인상", "오로라국은 수출품에 상호관세를 매긴다.");
    await settled();
    expect(posted(channel)).toHaveLength(1);
    expect(posted(other)).toEqual([]);
    const [alert] = posted(channel);
    expect(alert?.content).toBe(`<@&${readers.id}>`);
    expect(alert?.pings).toEqual({ users: [], roles: [readers.id], everyone: false });
    expect(alert && shown(alert)).toContain("상호**관세**를");
    expect(alert?.buttons).toEqual(["이 글에 질문하기", "구독 관리"]);
  });

  it("is asked about first, with its button and by a reply", async () => {
    const { admin, minji, discord, publish, settled, alerts, posted } = scene;
    await alerts(admin, channel, "subscribe", { topics: "소금섬" });
    // An older article would answer better, were it not for the alert.
    await publish("소금섬 예산 해설", "소금섬 예산은 12억 원으로 정해졌다. 소금섬 예산은 예산이다.");
    await publish("소금섬 새 예산", "소금섬 예산은 34억 원으로 정해졌다.");
    await settled();
    const alert = posted(channel).at(-1);
    if (!alert) throw new Error("Nothing was posted.");
    const opened = await minji.presses(alert, "이 글에 질문하기");
    expect(await opened.modal()).toMatchObject({ title: "이 글에 질문하기" });
    const asked = await minji.submits(opened, { 질문: "소금섬 예산은 얼마야?" });
    expect(shown(await asked.reply())).toContain("34억");
    expect(asked.isEphemeral()).toBe(true);
    const reply = await minji.says(channel, "소금섬 예산은 얼마야?", { replyTo: alert });
    const answer = await channel.nextMessage({ after: reply, by: discord.bot });
    expect(shown(answer)).toContain("34억");
    expect(shown(answer)).toContain("소금섬 새 예산");
  });

  it("of a channel that is gone pauses it, and who subscribed is told once; others go on", async () => {
    const { guild, admin, alerts, publish, settled, posted, running } = scene;
    const gone = guild.addTextChannel("사라질-방");
    for (const topics of ["제비국", "제비국 협정"]) await alerts(admin, gone, "subscribe", { topics });
    await alerts(admin, channel, "subscribe", { topics: "제비국" });
    gone.remove();
    for (const title of ["제비국 협정 하나", "제비국 협정 둘"]) await publish(title, "제비국은 협정을 맺었다.");
    await settled();
    expect(titles(channel)).toEqual(["│ **🆕 제비국 협정 하나**", "│ **🆕 제비국 협정 둘**"]);
    const told = posted(admin.dm()).map(shown);
    expect(told).toEqual([expect.stringContaining("#사라질-방 · 정책방 알림을 멈췄어요. 이유: 채널이 없어졌어요.")]);
    const listed = await running.store.subscriptionsOf(`discord:channel:${gone.id}`);
    expect(listed.map(({ paused }) => paused?.reason)).toEqual(["channel-gone", "channel-gone"]);
  });
});

describe("a feed that fails", () => {
  it("is told of with a button that keeps it", async () => {
    const { admin, minji, running, clock, settled, posted, guild } = scene;
    const { store } = running;
    const at = (days: number) => new Date(clock.now() + days * 86_400_000).toISOString();
    const feed = { name: "먼-피드", kind: "feed" as const, location: "https://example.org/f", fullText: false };
    await store.putSource({ ...feed, paused: true, addedAt: at(-9) });
    await store.putFeedState(feed.name, failingFeed(at(-2), at(0)));
    const about = { kind: "source-failing" as const, source: feed.name, since: at(-2), pausesAt: at(1) };
    const id = "feedfailing00001";
    const place = `discord:guild:${guild.id}`;
    const target = { channel: `discord:channel:${channel.id}`, place, locale: "ko" as const, subscriptionId: null };
    await store.putAlerts([{ id, ...target, story: "s", about }]);
    // Another commit hurries what waits.
    await scene.publish("아무 일", "아무 일도 없다.");
    await settled();
    const [notice] = posted(channel);
    if (!notice) throw new Error("Nothing was posted.");
    expect(shown(notice)).toContain("'먼-피드' 피드를 이틀째 읽지 못했어요. 내일까지 안 되면 알림을 멈출게요.");
    expect(notice.buttons).toEqual(["계속 시도", "구독 관리"]);
    const refused = await minji.presses(notice, "계속 시도");
    expect(shown(await refused.reply())).toContain("알림은 채널을 관리하는 사람만 바꿀 수 있어요.");
    for (const pressed of await admin.doubleClicks(notice, "계속 시도")) {
      expect(shown(await pressed.reply())).toContain("'먼-피드' 피드를 계속 읽어 볼게요.");
      expect(pressed.isEphemeral()).toBe(true);
    }
    expect((await store.sources()).map(({ paused }) => paused)).toEqual([false]);
    expect(said(scene, channel)).toHaveLength(1);
  });
});

describe("where Discord fails", () => {
  it.each([
    ["answers are lost", { status: "dropped", carriedOut: true, times: 3 }],
    ["servers fail after they posted", { status: 502, carriedOut: true, times: 3 }],
    ["servers fail", { status: 503, times: 3 }],
  ] as const)("and %s, an alert is there once", async (what, fault) => {
    const { admin, alerts, publish, settled, discord } = scene;
    await alerts(admin, channel, "subscribe", { topics: "까치국" });
    discord.failNext({ method: "POST", path: new RegExp(`${channel.id}/messages$`), ...fault });
    await publish(`까치국 ${what}`, `까치국은 ${what} 말했다.`);
    await settled();
    expect(titles(channel)).toEqual([`│ **🆕 까치국 ${what}**`]);
  });

  it("and forgot the nonce meanwhile, an alert is found by its buttons", async () => {
    const { admin, alerts, publish, settled, discord, clock } = scene;
    await alerts(admin, channel, "subscribe", { topics: "참새국" });
    const path = new RegExp(`${channel.id}/messages$`);
    discord.failNext({ method: "POST", path, status: "dropped", carriedOut: true });
    const release = discord.holdNext({ method: "POST", path });
    await publish("참새국 발표", "참새국은 발표했다.");
    release();
    await discord.waitFor("the post", () => titles(channel)[0]);
    clock.advance(600_000);
    await settled();
    expect(titles(channel)).toHaveLength(1);
    const asked = discord.requests.filter(({ method, path: at }) => method === "GET" && at.includes(channel.id));
    expect(asked.some(({ path: at }) => at.includes("messages?after="))).toBe(true);
  });

  it("and wants fewer messages, every alert comes once, and none is lost", async () => {
    const { guild, admin, alerts, publish, settled, discord } = scene;
    const rooms = Array.from({ length: 6 }, (_, at) => guild.addTextChannel(`방-${at}`));
    for (const room of rooms) await alerts(admin, room, "subscribe", { topics: "두루미국" });
    const already = discord.requests.length;
    discord.failNext({ method: "POST", path: /messages$/, status: 429, retryAfter: 0.05, times: 40 });
    const titlesSent = ["하나", "둘", "셋", "넷"].map((number) => `두루미국 ${number}`);
    for (const title of titlesSent) await publish(title, "두루미국은 발표했다.");
    await settled();
    for (const room of rooms) expect(titles(room)).toEqual(titlesSent.map((title) => `│ **🆕 ${title}**`));
    const refused = discord.requests.slice(already).filter(({ status }) => status === 429);
    expect(refused).toHaveLength(40);
  });
});
