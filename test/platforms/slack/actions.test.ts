import { beforeAll, describe, expect, test } from "vitest";
import type { StoredMessage } from "./local-slack/stored-message.ts";
import { CATCH, CATCH_ANSWER, type RunningSlack, slackForTest, startSlack, UNKNOWN } from "./running-slack.ts";

const LABELS = {
  ko: {
    locale: "ko-KR",
    source: "출처 펼치기",
    helpful: "도움이 됐어요",
    notHelpful: "아쉬워요",
    followUp: "이어서 묻기",
    share: "채널에 공유",
    thanks: "알려 주셔서 고마워요.",
    earlier: "이전",
    later: "다음",
    forgotten: "이 답은 더 이상 남아 있지 않아요. 다시 물어봐 주세요.",
    pressAgain: "창을 열지 못했어요. 한 번 더 눌러 주세요.",
    shared: "채널에 공유했어요.",
  },
  en: {
    locale: "en-US",
    source: "Show source",
    helpful: "Helpful",
    notHelpful: "Not helpful",
    followUp: "Ask a follow-up",
    share: "Share to channel",
    thanks: "Thank you for telling.",
    earlier: "Back",
    later: "Next",
    forgotten: "This answer is no longer kept. Please ask again.",
    pressAgain: "The window did not open. Please press once more.",
    shared: "Shared to the channel.",
  },
} as const;

let running: RunningSlack;
beforeAll(async () => {
  running = await startSlack();
  return running.stop;
});

function menuId(message: { readonly blocks: readonly unknown[] }, name: string): string {
  return new RegExp(`"(pd\\|${name}\\|[^"]*)"`).exec(JSON.stringify(message.blocks))?.[1] ?? "";
}

describe.each(["ko", "en"] as const)("in %s", (locale) => {
  const label = LABELS[locale];
  const enter = () => ({
    user: running.team.addUser({ name: "minji", locale: label.locale }),
    channel: running.team.addChannel("policy"),
  });
  const answered = async (text = CATCH) => {
    const { user, channel } = enter();
    const run = await user.command(channel, "/policy", text);
    return { user, channel, answer: await run.nextResponse() };
  };
  const mentioned = async (text = CATCH) => {
    const { user, channel } = enter();
    const asked = await user.says(channel, `<@BOT> ${text}`);
    return { user, channel, thread: asked.ts, answer: await channel.nextMessage() };
  };

  test("the source is unfolded in a window, with what was quoted in bold", async () => {
    const { user, answer } = await answered();
    await user.clicks(answer, { text: label.source });
    const view = await user.nextView();
    await running.slack.until(() => (view.shown.includes("4만 2천 톤") ? view : undefined), "the source");
    expect(view.title).toBe(label.source);
    expect(view.shown).toContain("보레알리아 어업 협정");
    expect(view.shown).toContain("협정은 2027년 3월 1일부터 쓰인다.");
    expect(JSON.stringify(view.blocks)).toContain(`{"type":"text","text":"${CATCH_ANSWER}","style":{"bold":true}}`);
    expect(running.slack.requestsOf("views.open").at(-1)?.ok).toBe(true);
  });

  test("a window that comes too late becomes a message for the one who pressed", async () => {
    const { user, channel, answer } = await mentioned();
    const held = running.slack.delayNext({ method: "views.open" });
    await user.clicks(answer, { text: label.source });
    await held.arrived;
    running.clock.advance(4000);
    held.release();
    expect((await user.nextEphemeral(channel)).shown).toContain("협정은 2027년 3월 1일부터 쓰인다.");
    const heldForm = running.slack.delayNext({ method: "views.open" });
    const followUp = await user.clicks(answer, { text: label.followUp });
    await heldForm.arrived;
    running.clock.advance(4000);
    heldForm.release();
    expect((await followUp.nextResponse()).shown).toBe(label.pressAgain);
    const heldReason = running.slack.delayNext({ method: "views.open" });
    const unhelpful = await user.clicks(answer, { text: label.notHelpful });
    await heldReason.arrived;
    running.clock.advance(4000);
    heldReason.release();
    expect((await unhelpful.nextResponse()).shown).toBe(label.thanks);
  });

  test("helpful is thanked for, twice as once", async () => {
    const { user, channel, answer } = await mentioned();
    const [first, second] = await Promise.all([
      user.clicks(answer, { text: label.helpful }),
      user.clicks(answer, { text: label.helpful }),
    ]);
    for (const run of [first, second]) {
      const said = await run?.nextResponse();
      expect([said?.shown, said?.onlyFor, said?.threadTs]).toEqual([label.thanks, user.id, answer.threadTs]);
    }
    expect(channel.messages()).toHaveLength(2);
  });

  test("not helpful asks for a reason, which may be left out", async () => {
    const { user, channel, answer } = await answered();
    await user.clicks(answer, { text: label.notHelpful });
    const sent = await user.submitsView(await user.nextView(), { written: "표가 없어요" });
    expect(sent.outcome).toBe("closed");
    expect((await user.nextEphemeral(channel)).shown).toContain(CATCH_ANSWER);
    expect((await user.nextEphemeral(channel)).shown).toBe(label.thanks);
    await user.clicks(answer, { text: label.notHelpful });
    await user.submitsView(await user.nextView());
    expect((await user.nextEphemeral(channel)).shown).toBe(label.thanks);
  });

  test("a follow-up under a private answer stays private", async () => {
    const { user, channel, answer } = await answered("영국산 자동차 관세는 얼마야?");
    await user.clicks(answer, { text: label.followUp });
    const view = await user.nextView();
    expect(view.title).toBe(label.followUp);
    await user.submitsView(view, { written: "프랑스는?" });
    await user.nextEphemeral(channel);
    const next = await user.nextEphemeral(channel);
    expect(next.shown).toContain("프랑스");
    expect(next.shown).toContain(label.share);
    expect(channel.messages()).toEqual([]);
  });

  test("a follow-up under an answer in a thread is answered there", async () => {
    const { user, channel, thread, answer } = await mentioned("영국산 자동차 관세는 얼마야?");
    await user.clicks(answer, { text: label.followUp });
    await user.submitsView(await user.nextView(), { written: "프랑스는?" });
    const next = await channel.nextMessage({ thread });
    expect(next.shown).toContain("프랑스");
    expect(next.shown).not.toContain(label.share);
  });

  test("the menu of sections asks the next question, once", async () => {
    const { user, channel, thread, answer } = await mentioned(UNKNOWN);
    const menu = menuId(answer, "related");
    await Promise.all([user.picks(answer, menu, "0"), user.picks(answer, menu, "0")]);
    expect((await channel.nextMessage({ thread })).shown).toContain("보레알리아");
    await user.says(channel, "<@BOT> 끝", { thread });
    await channel.nextMessage({ thread });
    expect(channel.messages().filter(({ fromBot }) => fromBot)).toHaveLength(3);
  });

  test("documents are leafed through in place, and read in windows", async () => {
    const { user, answer } = await answered(locale === "ko" ? "문서" : "documents");
    const run = await user.clicks(answer, { text: label.later });
    const second = await run.nextResponse();
    expect(second.ts).toBe(answer.ts);
    expect(second.shown).toContain("11. ");
    await (await user.clicks(second, { text: label.earlier })).nextResponse();
    expect(answer.shown).toContain("\n1. ");
    const [, first] = /1\. ([^\n(]+)/.exec(answer.shown) ?? [];
    await user.picks(answer, menuId(answer, "article"), optionsOf(answer)[0] ?? "");
    const article = await user.nextView();
    await running.slack.until(() => (article.shown.includes(first?.trim() ?? "?") ? article : undefined), "sections");
    await user.picks(article, menuId(article, "section"), "0");
    const section = await running.slack.until(() => user.views()[1], "a window above the other");
    await running.slack.until(
      () => (/찾고 있어요|Looking it up/.test(section.shown) ? undefined : section),
      "a section",
    );
    expect(section.shown.length).toBeGreaterThan(50);
  });

  test("what is no longer kept is said to be", async () => {
    const { user, channel, answer } = await mentioned();
    await (await user.command(channel, "/policy", locale === "ko" ? "잊기" : "forget")).nextResponse();
    expect((await (await user.clicks(answer, { text: label.helpful })).nextResponse()).shown).toBe(label.forgotten);
    await user.clicks(answer, { text: label.source });
    const view = await user.nextView();
    await running.slack.until(() => (view.shown === label.forgotten ? view : undefined), "the window to say so");
  });

  test("an answer that was shared again within a minute is there already", async () => {
    const { user, channel, answer } = await answered();
    await user.clicks(answer, { text: label.share });
    await channel.nextMessage();
    expect((await (await user.clicks(answer, { text: label.share })).nextResponse()).shown).toBe(label.shared);
    running.clock.advance(3 * 60_000);
    await user.clicks(answer, { text: label.share });
    await channel.nextMessage();
    expect(channel.messages()).toHaveLength(2);
  });
});

function optionsOf(message: StoredMessage): string[] {
  return [...JSON.stringify(message.blocks).matchAll(/"value":"([\w-]{16})"/g)].map(([, value = ""]) => value);
}

test("answers made before a restart have buttons that work after it", async () => {
  const before = await slackForTest();
  const user = before.team.addUser({ name: "minji", locale: "ko-KR" });
  const channel = before.team.addChannel("policy");
  await user.says(channel, `<@BOT> ${CATCH}`);
  const answer = await channel.nextMessage();
  await before.stopBot();
  await before.again();
  await user.clicks(answer, { text: "출처 펼치기" });
  const view = await user.nextView();
  await before.slack.until(() => (view.shown.includes("2027년 3월 1일") ? view : undefined), "the source");
});
