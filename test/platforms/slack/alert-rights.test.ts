import { describe, expect, test } from "vitest";
import { publish, slackWithNews } from "./news.ts";
import { complaints, type RunningSlack } from "./running-slack.ts";

function enter({ team }: RunningSlack, more: { botIsMember?: boolean } = {}) {
  const user = team.addUser({ name: "minji", locale: "ko-KR" });
  return { user, channel: team.addChannel("policy", { members: [user], ...more }) };
}

describe("subscribing", () => {
  test("needs the bot in the channel: nothing stays subscribed, and it is said how to invite it", async () => {
    const running = await slackWithNews();
    const { user, channel } = enter(running, { botIsMember: false });
    const refused = await user.command(channel, "/policy", "알림 구독 항로");
    expect((await refused.nextResponse()).shown).toContain("'/invite @PolicyDesk'로 먼저 초대해 주세요.");
    const listed = await user.command(channel, "/policy", "알림");
    expect((await listed.nextResponse()).shown).toContain("아직 구독이 없어요.");
    channel.add(running.team.botUserId);
    await user.command(channel, "/policy", "알림 구독 항로");
    await running.slack.until(
      () => user.ephemerals(channel).find(({ shown }) => shown.includes("알려 드릴게요")),
      "the confirmation",
    );
    const others = running.team.directMessages(user, running.team.addUser({ name: "jun" }));
    const among = await user.command(others, "/policy", "알림 구독 항로");
    expect((await among.nextResponse()).shown).toBe("알림은 채널 안에서만 구독할 수 있어요.");
    expect(complaints(running)).toEqual([]);
  });

  test("is for members: guests read the list and change nothing", async () => {
    const running = await slackWithNews();
    const { user, channel } = enter(running);
    const guest = running.team.addUser({ name: "손님", locale: "ko-KR", guest: true });
    await user.command(channel, "/policy", "알림 구독 항로");
    await user.nextEphemeral(channel);
    for (const text of ["알림 구독 감자", "알림 해지", "알림 멈춤"]) {
      await guest.command(channel, "/policy", text);
      expect((await guest.nextEphemeral(channel)).shown).toContain("관리하는 사람만 바꿀 수 있어요.");
    }
    await guest.command(channel, "/policy", "알림 목록");
    const list = await guest.nextEphemeral(channel);
    expect(list.shown).toContain("주제: 항로");
    expect(list.shown).not.toContain("[");
    expect((await running.store.subscriptionsOf(`slack:${running.team.id}:${channel.id}`)).length).toBe(1);
  });

  test("two who press at once subscribe once; the same group is called once, and an unknown one not at all", async () => {
    const running = await slackWithNews({ scopes: ["chat:write", "commands", "users:read", "usergroups:read"] });
    const { user, channel } = enter(running);
    const group = running.team.addUserGroup("항로팀");
    const other = running.team.addUser({ name: "jun", locale: "ko-KR" });
    const text = `알림 구독 항로 mention: <!subteam^${group.id}|@항로팀>`;
    await Promise.all([user, user, other].map((each) => each.command(channel, "/policy", text)));
    for (const each of [user, user, other]) {
      expect((await each.nextEphemeral(channel)).shown).toMatch(/알려 드릴게요|이미 구독하고 있어요/);
    }
    const where = `slack:${running.team.id}:${channel.id}`;
    expect(await running.store.subscriptionsOf(where)).toMatchObject([{ mention: group.id }]);

    await user.command(channel, "/policy", "알림 구독 감자 부르기: @모르는팀");
    expect((await user.nextEphemeral(channel)).shown).toContain("그런 사용자 그룹을 찾지 못했어요.");
    await user.command(channel, "/policy", "알림 구독");
    const view = await user.nextView();
    const sent = await user.submitsView(view, { include: "감자", mention: "S999" });
    expect(sent).toMatchObject({ outcome: "errors", errors: { mention: expect.stringContaining("찾지 못했어요.") } });
    group.disabled = true;
    expect((await user.submitsView(view, { mention: group.id })).outcome).toBe("errors");
    const unfindable = await user.submitsView(view, { mention: "", include: "!" });
    expect(unfindable.errors).toEqual({ include: expect.stringContaining("글을 찾을 수 없어요.") });
    const twice = [view, view].map(() => user.submitsView(view, { include: "감자" }));
    expect((await twice[0])?.outcome).toBe("closed");
    await Promise.allSettled(twice);
    expect(await running.store.subscriptionsOf(where)).toHaveLength(2);
  });

  test("direct messages with the bot are a channel of one; a channel that is gone by the end is none", async () => {
    const running = await slackWithNews();
    const { user, channel } = enter(running);
    await user.command(user.im(), "/policy", "알림 구독 항로");
    expect((await user.nextEphemeral(user.im())).shown).toContain("알려 드릴게요");
    await user.command(channel, "/policy", "알림 구독");
    const view = await user.nextView();
    channel.delete();
    expect((await user.submitsView(view, { include: "항로" })).outcome).toBe("closed");
    expect((await user.nextEphemeral(channel)).shown).toContain("구독하지 못했어요.");
    expect(await running.store.subscriptionsOf(`slack:${running.team.id}:${channel.id}`)).toEqual([]);
    await publish(running, { title: "항로", text: "항로가 열렸다." });
    expect((await user.im().nextMessage()).shown).toContain("항로가 열렸다.");
  });

  test("without the scope for groups only an id is taken", async () => {
    const running = await slackWithNews({ scopes: ["chat:write", "commands"] });
    const { user, channel } = enter(running);
    await user.command(channel, "/policy", "알림 구독 항로 부르기: @policy");
    expect((await user.nextEphemeral(channel)).shown).toContain("S로 시작하는 그룹 ID를 적어 주세요.");
    await user.command(channel, "/policy", "알림 구독 항로 부르기: S0TEAM");
    expect((await user.nextEphemeral(channel)).shown).toContain("알려 드릴게요");
    await publish(running, { title: "항로", text: "항로가 열렸다." });
    expect((await channel.nextMessage()).live[0]).toMatchObject({ kind: "usergroup", value: "S0TEAM" });
  });

  test("a channel takes twenty, and what nobody could find is refused", async () => {
    const running = await slackWithNews();
    const { user, channel } = enter(running);
    const many = Array.from({ length: 19 }, (_, index) => `${"가".repeat(40)}${index}`).join(", ");
    for (let number = 1; number <= 20; number += 1) {
      // Lists have them in the order of their time.
      running.clock.advance(1);
      await user.command(channel, "/policy", `알림 구독 항로${number}${number === 1 ? "" : ` 제외: ${many}`}`);
      expect((await user.nextEphemeral(channel)).shown).toContain(`항로${number}`);
    }
    await user.command(channel, "/policy", "알림 구독 감자");
    expect((await user.nextEphemeral(channel)).shown).toContain("이 채널의 구독은 20개까지예요.");
    await user.command(channel, "/policy", "알림 구독 !");
    expect((await user.nextEphemeral(channel)).shown).toContain("글을 찾을 수 없어요.");
    await user.command(channel, "/policy", "알림 해지");
    const list = await user.nextEphemeral(channel);
    expect(list.shown).toContain("구독이 여러 개예요.");
    await user.command(channel, "/policy", "알림 해지 21");
    expect((await user.nextEphemeral(channel)).shown).toContain("21번 구독은 없어요.");
    await user.command(channel, "/policy", "알림 해지 20");
    expect((await user.nextEphemeral(channel)).shown).toContain("구독을 끊었어요.");
    await user.opensHome();
    const home = await running.slack.until(() => user.home, "the home tab");
    expect(home.shown).toContain("주제: 항로1\n");
    expect(home.blocks.length).toBeLessThan(100);
  });
});

describe("managing", () => {
  test("from the list: choose, preview, pause, resume, unsubscribe; each replaces its own message alone", async () => {
    const running = await slackWithNews();
    const { user, channel } = enter(running);
    await publish(running, { title: "항로 소식", text: "항로가 열렸다." });
    await user.command(channel, "/policy", "알림 구독 항로");
    await user.nextEphemeral(channel);
    await user.command(channel, "/policy", "알림");
    const list = await user.nextEphemeral(channel);
    expect(list.shown).toContain("1. 주제: 항로");
    expect(list.shown).toContain("아직 보낸 알림이 없어요");
    const where = `slack:${running.team.id}:${channel.id}`;
    const [subscription] = await running.store.subscriptionsOf(where);
    await user.picks(list, "pd|subscription|", subscription?.id ?? "");
    const one = await user.nextEphemeral(channel);
    await user.clicks(one, { text: "미리 보기" });
    const preview = await user.nextEphemeral(channel);
    expect([preview.shown, preview.onlyFor]).toEqual([expect.stringContaining("항로가 열렸다."), user.id]);
    const shows = (text: string) =>
      running.slack.until(() => (one.shown.includes(text) ? true : undefined), `${text} in the message`);
    await Promise.all([user.clicks(one, { text: "멈추기" }), user.clicks(one, { text: "멈추기" })]);
    await shows("다시 시작");
    expect(await running.store.subscriptionsOf(where)).toMatchObject([{ paused: { reason: "asked" } }]);
    await user.clicks(one, { text: "다시 시작" });
    await shows("알림을 다시 시작했어요.");
    const unsubscribe = one.blocks;
    await user.clicks(one, { text: "구독 끊기" });
    await shows("구독을 끊었어요.");
    expect(JSON.stringify(unsubscribe)).toContain("unsubscribe");
    expect(list.shown).toContain("1. 주제: 항로");
    await user.picks(list, "pd|subscription|", subscription?.id ?? "");
    expect((await user.nextEphemeral(channel)).shown).toBe("이 구독은 그사이 없어졌어요.");
    expect(channel.messages()).toEqual([]);
  });

  test("from the home tab: admins all of the workspace, others their own", async () => {
    const running = await slackWithNews();
    const { team, slack, store } = running;
    const { user, channel } = enter(running);
    const admin = team.addUser({ name: "admin", locale: "ko-KR", admin: true });
    const third = team.addUser({ name: "jun", locale: "ko-KR" });
    await user.command(channel, "/policy", "알림 구독 항로");
    await user.nextEphemeral(channel);
    const homeOf = async (each: typeof user) => {
      await each.opensHome();
      return slack.until(() => each.home, "the home tab");
    };
    expect((await homeOf(third)).shown).toContain("관리할 수 있는 구독이 없어요.");
    for (const each of [user, admin]) {
      expect((await homeOf(each)).shown).toContain(`1. #${channel.id} · 주제: 항로`);
    }
    const [subscription] = await store.subscriptionsOf(`slack:${team.id}:${channel.id}`);
    await admin.picks(await homeOf(admin), "pd|subscription|", subscription?.id ?? "");
    const view = await slack.until(() => admin.views().find(({ shown }) => shown.includes("멈추기")), "the window");
    await admin.clicks(view, { text: "멈추기" });
    await slack.until(() => admin.views().find(({ shown }) => shown.includes("알림을 멈췄어요.")), "the pause");
    await slack.until(() => (admin.home?.shown.includes("지금 멈춤 · ") ? true : undefined), "the home tab");
    const inWindow = await slack.until(() => admin.views().find(({ shown }) => shown.includes("구독 끊기")), "buttons");
    await admin.clicks(inWindow, { text: "미리 보기" });
    await slack.until(() => admin.views().find(({ shown }) => shown.includes("맞는 글이 아직 없어요")), "the preview");
  });
});
