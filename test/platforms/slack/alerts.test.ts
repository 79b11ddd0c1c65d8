import { describe, expect, test } from "vitest";
import { publish, slackWithNews } from "./news.ts";
import { expectNothingLive, type RunningSlack } from "./running-slack.ts";

const ALERT = { title: "그레나다 항로 협정", text: "그레나다는 새 항로 협정에 3월 9일 서명했다." };
const OTHER = { title: "토바고 감자 값", text: "토바고의 감자 값이 한 달 사이에 두 배로 올랐다." };

function enter({ team }: RunningSlack, more: { botIsMember?: boolean } = {}) {
  const user = team.addUser({ name: "minji", locale: "ko-KR" });
  return { user, channel: team.addChannel("policy", { members: [user], ...more }) };
}

describe("what a channel hears of", () => {
  test("matching articles, once, with their words strong and the group called that was named", async () => {
    const running = await slackWithNews({ scopes: ["chat:write", "commands", "users:read", "usergroups:read"] });
    const { team } = running;
    const group = team.addUserGroup("policy-team");
    const { user, channel } = enter(running);
    const quiet = team.addChannel("quiet", { members: [user] });
    const text = "알림 구독 항로, 협정 부르기: @Policy-Team";
    const said = await (await user.command(channel, "/policy", text)).acked;
    expect(said).toBe(true);
    const confirmed = await user.nextEphemeral(channel);
    expect(confirmed.shown).toContain("새 글이 오면 이 채널에 알려 드릴게요. 주제: 항로, 협정 · 바로");
    await user.command(channel, "/policy", "alerts subscribe 그레나다");
    await user.nextEphemeral(channel);
    await user.command(quiet, "/policy", "알림 구독 감자");
    await user.nextEphemeral(quiet);

    const [url] = await publish(running, ALERT);
    const alert = await channel.nextMessage();
    expect(alert.shown).toContain("🆕 그레나다 항로 협정");
    expect(alert.shown).toContain("항로 소식 · ");
    expect(alert.shown).toContain("[이 글에 질문하기] [구독 관리]");
    expect(JSON.stringify(alert.blocks)).toContain('"text":"협정","style":{"bold":true}');
    const { live, unfurls, sent } = alert;
    expect([...new Set(live.map(({ kind, value }) => `${kind} ${value}`))]).toEqual([
      `usergroup ${group.id}`,
      `link ${url}`,
    ]);
    expect(unfurls).toEqual({ links: false, media: false });
    expect(sent["metadata"]).toMatchObject({ event_type: "policydesk_alert" });

    await publish(running, OTHER);
    expect((await quiet.nextMessage()).shown).toContain("토바고 감자 값");
    expect(channel.messages().filter(({ fromBot }) => fromBot)).toHaveLength(1);
    expect(quiet.messages().filter(({ fromBot }) => fromBot)).toHaveLength(1);
  });

  test("nothing of what was there before, and nothing after a pause until it is resumed", async () => {
    const running = await slackWithNews();
    const { user, channel } = enter(running);
    const run = (text: string) => user.command(channel, "/policy", text);
    await publish(running, ALERT);
    await run("alerts preview 항로");
    const preview = await user.nextEphemeral(channel);
    expect(preview.shown).toContain("이 설정이라면 이렇게 보내요.");
    expect(preview.shown).toContain("그레나다 항로 협정");
    expect(preview.onlyFor).toBe(user.id);

    await run("알림 구독");
    const view = await user.nextView();
    expect(view.title).toBe("새 글 알림");
    await user.submitsView(view, { include: "항로", exclude: "감자" });
    expect((await user.nextEphemeral(channel)).shown).toContain("주제: 항로 · 제외: 감자");
    await run("알림 멈춤");
    expect((await user.nextEphemeral(channel)).shown).toContain("알림을 멈췄어요.");
    await publish(running, { title: "쉬는 동안의 항로", text: "항로 하나가 새로 열렸다." });
    await run("알림 다시시작 1");
    const resumed = await user.nextEphemeral(channel);
    expect(resumed.shown).toContain("알림을 다시 시작했어요.");
    running.clock.advance(2000);
    await publish(
      running,
      { title: "감자 항로", text: "감자를 나르는 항로다." },
      { title: "다시 열린 항로", text: "항로가 다시 열렸다." },
    );
    expect((await channel.nextMessage()).shown).toContain("다시 열린 항로");
    await run("알림 해지");
    expect((await user.nextEphemeral(channel)).shown).toBe("구독을 끊었어요. 주제: 항로 · 제외: 감자");
    await run("alerts");
    expect((await user.nextEphemeral(channel)).shown).toContain("아직 구독이 없어요.");
    expect(channel.messages()).toHaveLength(1);
  });

  test("hostile titles stay text", async () => {
    const running = await slackWithNews();
    const { user, channel } = enter(running);
    await user.command(channel, "/policy", "알림 구독 항로 <!channel>");
    await user.nextEphemeral(channel);
    await user.command(channel, "/policy", "알림 구독");
    await user.submitsView(await user.nextView(), {});
    expect((await user.nextEphemeral(channel)).shown).toContain("모든 글");
    const title = "<!channel> <@U1> *항로* `x` <https://evil.example|여기> evil.com";
    const urls = await publish(running, { title, text: "<!here> 항로 <https://evil.example|눌러>" });
    const alert = await channel.nextMessage();
    expectNothingLive(alert.live, urls);
  });

  test("a thread is subscribed by a button in it, and hears there", async () => {
    const running = await slackWithNews();
    const { user, channel } = enter(running);
    const asked = await user.says(channel, "<@BOT> 그레나다 항로는 언제 열려?");
    const answer = await channel.nextMessage({ thread: asked.ts });
    await user.clicks(answer, { text: "구독 관리" });
    const view = await user.nextView();
    expect(JSON.stringify(view.blocks)).toMatch(/"initial_value":"[^"]*항로[^"]*"/);
    await user.submitsView(view, { include: "항로" });
    expect(await user.nextEphemeral(channel)).toMatchObject({ threadTs: asked.ts });
    await publish(running, ALERT);
    const alert = await channel.nextMessage({ thread: asked.ts });
    expect(alert.shown).toContain("그레나다 항로 협정");
    await user.clicks(alert, { text: "구독 관리" });
    expect((await user.nextEphemeral(channel)).shown).toContain("이 스레드의 구독 1개");
  });

  test("a question under an alert is answered from its article first", async () => {
    const running = await slackWithNews();
    const { user, channel } = enter(running);
    await user.command(channel, "/policy", "알림 구독 항로");
    await user.nextEphemeral(channel);
    await publish(running, ALERT);
    const alert = await channel.nextMessage();
    await user.says(channel, "저도 봤어요", { thread: alert.ts });
    await user.clicks(alert, { text: "이 글에 질문하기" });
    const view = await user.nextView();
    expect(view.title).toBe("이 글에 질문하기");
    await user.submitsView(view, { written: "협정에 언제 서명했어?" });
    const answer = await channel.nextMessage({ thread: alert.ts });
    expect(answer.shown).toContain("3월 9일 서명했다. [1]");
    // The alert has replies by now, and is no thread of its own to subscribe.
    await user.clicks(alert, { text: "구독 관리" });
    expect((await user.nextEphemeral(channel)).shown).toContain("주제: 항로");
    expect(alert.deleted || alert.edited).toBe(false);
  });
});
