import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type AlertScene, startAlerts } from "./alert-scene.ts";
import type { LocalChannel } from "./local-discord/channels.ts";
import type { LocalMessage } from "./local-discord/messages.ts";
import { shown } from "./running-discord.ts";

const NOT_YOURS = "알림은 채널을 관리하는 사람만 바꿀 수 있어요.";

let scene: AlertScene;
let channel: LocalChannel;
beforeAll(async () => {
  scene = await startAlerts();
  await scene.publish("수달국 어업 협정", "수달국은 어업 협정을 맺었다.", {
    source: "어업 신문",
    categories: ["어업"],
  });
});
afterAll(() => scene.end());
beforeEach(() => {
  scene.clock.advance(60_000);
  channel = scene.guild.addTextChannel("소식방");
});

const listed = (by = scene.admin, where = channel) => scene.alerts(by, where, "목록");
/** What is answered to a command, with its buttons. */
const answered = async (subcommand: string, options = {}): Promise<LocalMessage> =>
  (await scene.admin.command(channel, `alerts ${subcommand}`, options)).reply();

describe("/alerts", () => {
  it("is offered in servers to those who manage channels", async () => {
    const { minji, admin } = scene;
    await expect(minji.command(channel, "알림 목록")).rejects.toThrow("not offered to 민지");
    await expect(admin.command(admin.dm(), "알림 목록")).rejects.toThrow("not offered in DMs");
    expect(await listed()).toContain("아직 구독이 없어요.");
  });

  it("subscribes, lists, pauses, resumes and unsubscribes, by what was chosen or typed", async () => {
    const { admin, alerts } = scene;
    await alerts(admin, channel, "구독", { 주제: "어업", 제외: "부동산", 매체: "어업 신문", 분류: "어업" });
    await alerts(admin, channel, "구독", { 주제: "항로" });
    expect(await alerts(admin, channel, "구독", { 주제: "항로" })).toContain("이미 구독하고 있어요. 주제: 항로");
    const both = await listed();
    expect(both).toContain("이 채널의 구독 2개");
    expect(both).toContain("1. 주제: 어업 · 제외: 부동산 · 매체: 어업 신문 · 분류: 어업");
    expect(both).toContain("아직 보낸 알림이 없어요");
    const [first] = await admin.autocomplete(channel, "알림 멈춤", { 구독: "어업" });
    expect(first?.name).toBe("주제: 어업 · 제외: 부동산 · 매체: 어업 신문 · 분류: 어업");
    expect(await alerts(admin, channel, "멈춤", { 구독: String(first?.value) })).toContain("알림을 멈췄어요.");
    expect(await alerts(admin, channel, "멈춤", { 구독: String(first?.value) })).toContain("이미 그렇게 되어 있어요.");
    expect(await listed()).toContain("지금 멈춤 · ");
    expect(await alerts(admin, channel, "다시시작", { 구독: "1" })).toContain("알림을 다시 시작했어요.");
    expect(await alerts(admin, channel, "해지", { 구독: "주제" })).toContain("이 구독은 그사이 없어졌어요.");
    expect(await alerts(admin, channel, "해지", { 구독: "항로" })).toContain("구독을 끊었어요.");
    expect(await listed()).toContain("이 채널의 구독 1개");
  });

  it("shows what would be posted to the one who asks alone", async () => {
    const { admin, alerts, posted } = scene;
    const text = await alerts(admin, channel, "미리보기", { 주제: "어업" });
    expect(text).toContain("이 설정이라면 이렇게 보내요.");
    expect(text).toContain("🆕 수달국 어업 협정");
    expect(await alerts(admin, channel, "미리보기", { 주제: "호랑이" })).toContain("여기에 맞는 글이 아직 없어요.");
    expect(posted(channel)).toEqual([]);
  });

  it("suggests sources and categories, each after the other", async () => {
    const { admin } = scene;
    const names = async (options: object, focused: string) =>
      (await admin.autocomplete(channel, "alerts subscribe", options as Record<string, string>, focused)).map(
        ({ value }) => value,
      );
    expect(await names({ source: "어업" }, "source")).toContain("어업 신문");
    expect(await names({ source: "한국일보, 어업" }, "source")).toContain("한국일보, 어업 신문");
    expect(await names({ category: "어" }, "category")).toContain("어업");
  });

  it("mentions no role that not everybody may mention, and never everyone", async () => {
    const { guild, admin, alerts } = scene;
    guild.denyEveryone("MentionEveryone");
    const closed = guild.addRole("운영진");
    const refused = "부를 수 없는 대상이에요.";
    expect(await alerts(admin, channel, "구독", { 주제: "어업", 부르기: { id: closed.id } })).toContain(refused);
    expect(await alerts(admin, channel, "구독", { 주제: "어업", 부르기: { id: guild.id } })).toContain(refused);
    // The bot may, and the person may not.
    channel.allowBot("MentionEveryone");
    expect(await alerts(admin, channel, "구독", { 주제: "어업", 부르기: { id: closed.id } })).toContain(refused);
    expect(await listed()).toContain("아직 구독이 없어요.");
  });

  it("subscribes another channel only for those who manage it, where the bot may write", async () => {
    const { guild, admin, alerts } = scene;
    const other = guild.addTextChannel("공지", { type: 5 });
    expect(await alerts(admin, channel, "구독", { 주제: "어업", 채널: { id: other.id } })).toContain("새 글이 오면");
    const there = await answered("목록", { 채널: { id: other.id } });
    expect(shown(there)).toContain("#공지의 구독 1개");
    // What is pressed here is done there, and nothing new is subscribed here by mistake.
    expect(there.buttons).toEqual([]);
    const chosen = await (await admin.selects(there, "구독 고르기", ["1. 주제: 어업"])).reply();
    expect(shown(await (await admin.presses(chosen, "구독 끊기")).reply())).toContain("구독을 끊었어요.");
    other.deny(admin, "ManageChannels");
    for (const subcommand of ["구독", "목록"])
      expect(await alerts(admin, channel, subcommand, { 채널: { id: other.id } })).toContain(NOT_YOURS);
    const mute = guild.addTextChannel("조용한-방");
    mute.denyBot("SendMessages");
    expect(await alerts(admin, channel, "구독", { 주제: "어업", 채널: { id: mute.id } })).toContain(
      "이 채널에 글을 쓸 권한이 없어요. 관리자에게 '메시지 보내기' 권한을 요청해 주세요.",
    );
    mute.denyBot("ViewChannel");
    expect(await alerts(admin, channel, "구독", { 주제: "어업", 채널: { id: mute.id } })).toContain(
      "'채널 보기' 권한을",
    );
    const voice = guild.addTextChannel("음성", { type: 2 });
    await expect(admin.command(channel, "알림 구독", { 채널: { id: voice.id } })).rejects.toThrow("does not offer");
  });

  it("works in threads", async () => {
    const { admin, alerts, publish, settled, posted } = scene;
    const thread = channel.startThread(admin, "실타래");
    await alerts(admin, thread, "구독", { 주제: "오소리국" });
    await publish("오소리국 소식", "오소리국은 발표했다.");
    await settled();
    expect([posted(thread).length, posted(channel).length]).toEqual([1, 0]);
  });
});

describe("buttons", () => {
  it("manage the channel's subscriptions, for those who may", async () => {
    const { admin, minji, alerts, publish, settled, posted } = scene;
    await alerts(admin, channel, "구독", { 주제: "고라니국" });
    await publish("고라니국 발표", "고라니국은 발표했다.");
    await settled();
    const [alert] = posted(channel);
    if (!alert) throw new Error("Nothing was posted.");
    const before = alert.versions.length;
    const seen = await minji.presses(alert, "구독 관리");
    expect(shown(await seen.reply())).toContain("1. 주제: 고라니국");
    expect([(await seen.reply()).buttons, seen.isEphemeral()]).toEqual([[], true]);
    const list = await (await admin.presses(alert, "구독 관리")).reply();
    expect(shown(list)).toContain("마지막 알림");
    const one = await (await admin.selects(list, "구독 고르기", ["1. 주제: 고라니국"])).reply();
    expect(one.buttons).toEqual(["미리 보기", "멈추기", "구독 끊기"]);
    const preview = await admin.presses(one, "미리 보기");
    expect([shown(await preview.reply()), preview.isEphemeral()]).toEqual([expect.stringContaining("이렇게"), true]);
    // Two presses at once: one does it, the other finds it done.
    const [first, second] = await admin.doubleClicks(one, "멈추기");
    const said = [shown(await first.reply()), shown(await second.reply())].join("\n");
    expect(await first.reply()).toBe(one);
    expect(said).toContain("이미 그렇게 되어 있어요.");
    expect(one.buttons).toEqual(["미리 보기", "다시 시작", "구독 끊기"]);
    expect(shown(await (await admin.presses(one, "다시 시작")).reply())).toContain("알림을 다시 시작했어요.");
    expect(shown(await (await admin.presses(one, "구독 끊기")).reply())).toContain("구독을 끊었어요.");
    expect(one.buttons).toEqual([]);
    expect(alert.versions).toHaveLength(before);
  });

  it("of a subscription need the right to manage its channel, or to have made it", async () => {
    const { admin, chief, guild, alerts } = scene;
    const helper = scene.discord.addUser({ name: "도우미", locale: "ko" });
    guild.addMember(helper, { permissions: ["ManageChannels"] });
    await alerts(helper, channel, "구독", { 주제: "너구리국" });
    const list = await (await helper.command(channel, "알림 목록")).reply();
    await alerts(admin, channel, "구독", { 주제: "담비국" });
    const all = await (await helper.command(channel, "알림 목록")).reply();
    // From now on the helper manages the channel no more.
    channel.deny(helper, "ManageChannels");
    const own = await helper.selects(list, "구독 고르기", ["1. 주제: 너구리국"]);
    expect((await own.reply()).buttons).toContain("구독 끊기");
    const foreign = await helper.selects(all, "구독 고르기", ["2. 주제: 담비국"]);
    expect(shown(await foreign.reply())).toContain(NOT_YOURS);
    expect(shown(await (await helper.presses(list, "새로 구독하기")).reply())).toContain(NOT_YOURS);
    expect(chief.sees(channel)).toEqual([]);
  });
});

describe("an answer that was not found", () => {
  it("offers to subscribe to what was asked about", async () => {
    const { admin, minji, discord, alerts } = scene;
    const asked = await minji.says(channel, "고래 보호 대책은 뭐야?", { mentions: [discord.bot] });
    const answer = await channel.nextMessage({ after: asked, by: discord.bot });
    expect(answer.buttons).toContain("구독 관리");
    expect(shown(await (await minji.presses(answer, "구독 관리")).reply())).toContain(NOT_YOURS);
    const opened = await admin.presses(answer, "구독 관리");
    const form = JSON.stringify(await opened.modal());
    expect(form).toContain("새 글 알림");
    expect(form).toContain("고래");
    const sent = await admin.submits(opened, { "제외할 낱말": "동물원" });
    const reply = await sent.reply();
    expect(shown(reply)).toMatch(/새 글이 오면 이 채널에 알려 드릴게요\. 주제: .*고래.* · 제외: 동물원 · 바로/);
    expect(sent.isEphemeral()).toBe(true);
    expect(await alerts(admin, channel, "목록")).toContain("이 채널의 구독 1개");
  });

  it("and whose channel closes while the form is open is not subscribed", async () => {
    const { admin, running } = scene;
    const opened = await admin.presses(await answered("목록"), "새로 구독하기");
    await opened.modal();
    channel.denyBot("SendMessages");
    const sent = await admin.submits(opened, { "주제 낱말": "어업" });
    expect(shown(await sent.reply())).toContain("'메시지 보내기' 권한을");
    expect(await running.store.subscriptionsOf(`discord:channel:${channel.id}`)).toEqual([]);
  });

  it("offers nothing of that in direct messages", async () => {
    const { minji } = scene;
    const asked = await minji.command(minji.dm(), "질문", { 내용: "호랑이 보호 정책은 뭐야?" });
    expect((await asked.reply()).buttons).not.toContain("구독 관리");
  });
});

it("nothing was an error", () => {
  expect(scene.running.logged.filter((line) => /ERROR/.test(line))).toEqual([]);
});
