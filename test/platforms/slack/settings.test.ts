import { describe, expect, test } from "vitest";
import type { ShownView } from "./local-slack/shown-view.ts";
import { CATCH, CATCH_ANSWER, type RunningSlack, slackForTest, TRANSPORTS } from "./running-slack.ts";

const SAID = {
  ko: {
    locale: "ko-KR",
    command: "설정",
    lines: ["언어: 묻는 사람에 따라", "명령어 답변 공개: 묻는 사람에게만", "멘션에 답하는 채널: 모든 채널", "기본값"],
    threads: "멘션에 스레드로 답하기",
    saved: "설정을 저장했어요.",
    changed: "명령어 답변 공개: 모두에게\nminji가 지금 바꿈",
    mayNot: "설정은 관리자만 바꿀 수 있어요.",
    reset: "기본값으로",
    resetDone: "설정을 기본값으로 되돌렸어요.",
    chooseOne: "채널을 하나 이상 골라 주세요.",
    number: "1부터 1000 사이의 숫자를 적어 주세요.",
  },
  en: {
    locale: "en-US",
    command: "settings",
    lines: ["Language: the reader's", "Who sees answers to commands: only the one who asks", "all channels", "default"],
    threads: "Answer mentions in a thread",
    saved: "The settings are saved.",
    changed: "Who sees answers to commands: everybody\nchanged by minji now",
    mayNot: "Only admins may change the settings.",
    reset: "Back to defaults",
    resetDone: "The settings are back to their defaults.",
    chooseOne: "Choose at least one channel.",
    number: "Write a number from 1 to 1000.",
  },
} as const;

/** What the window holds after it opened. */
function filled({ slack }: RunningSlack, view: ShownView, part: string) {
  return slack.until(() => (view.shown.includes(part) ? view : undefined), part);
}

const UNCHANGED = { locale: "reader", visibility: "private", where: "all", channels: [], "per-minute": "10" };

describe.each(["ko", "en"] as const)("settings in %s", (locale) => {
  const said = SAID[locale];

  test("an admin sees what is in force and why, changes it, and it holds after a restart", async () => {
    const transport = TRANSPORTS[locale === "ko" ? 0 : 1];
    const running = await slackForTest({ transport });
    const { team } = running;
    const user = team.addUser({ name: "minji", locale: said.locale, admin: true });
    const channel = team.addChannel("policy");
    const other = team.addChannel("lunch");
    await user.command(channel, "/policy", said.command);
    const view = await user.nextView();
    await filled(running, view, said.lines[0]);
    for (const part of said.lines) expect(view.shown).toContain(part);
    // What the platform does not have is not offered.
    expect(view.shown).not.toContain(said.threads);

    const wrong = { ...UNCHANGED, where: "chosen", "per-minute": "many" };
    const refused = await user.submitsView(view, wrong);
    expect([refused.outcome, refused.errors]).toEqual([
      "errors",
      { channels: said.chooseOne, "per-minute": said.number },
    ]);
    const changes = { ...UNCHANGED, visibility: "public", where: "chosen", channels: [channel.id], "per-minute": "3" };
    expect((await user.submitsView(view, changes)).outcome).toBe("updated");
    await filled(running, view, said.saved);
    expect(view.shown).toContain(said.changed);
    expect(view.shown).toContain(`#${channel.id}`);
    await running.stopBot();

    const later = await running.again();
    const run = await user.command(channel, "/policy", CATCH);
    const answer = await run.nextResponse();
    expect(answer.onlyFor).toBeUndefined();
    expect(answer.shown).toContain(CATCH_ANSWER);
    // Elsewhere mentions are answered no more, which is said once.
    for (const text of [CATCH, "<@BOT> 또"]) await user.says(other, `<@BOT> ${text}`);
    const hint = await user.nextEphemeral(other);
    expect(hint.live).toMatchObject([{ kind: "channel", value: channel.id }]);
    await user.says(channel, `<@BOT> ${CATCH}`);
    await channel.nextMessage();
    const limited = await user.command(channel, "/policy", CATCH);
    await limited.nextResponse();
    const tooMany = await (await user.command(channel, "/policy", CATCH)).nextResponse();
    expect(tooMany.shown).toMatch(/질문이 많아|Too many questions/);
    expect(user.ephemerals(other)).toHaveLength(1);
    expect(other.messages().filter(({ fromBot }) => fromBot)).toEqual([]);
    expect(later.logged.join("")).not.toMatch(/error/i);
  });

  test("others may only read", async () => {
    const running = await slackForTest();
    const { team } = running;
    const user = team.addUser({ name: "jun", locale: said.locale });
    await user.command(team.addChannel("policy"), "/policy", said.command);
    const view = await user.nextView();
    await filled(running, view, said.mayNot);
    expect(view.shown).toContain(said.lines[0]);
    await expect(user.submitsView(view, {})).rejects.toThrow("no submit");
  });

  test("everything goes back to its default with one button", async () => {
    const running = await slackForTest();
    const { team } = running;
    const user = team.addUser({ name: "minji", locale: said.locale, admin: true });
    await user.opensHome();
    const home = await running.slack.until(() => user.home, "the home tab");
    await user.clicks(home, { text: locale === "ko" ? "설정" : "Settings" });
    const view = await user.nextView();
    await filled(running, view, said.lines[0]);
    await user.submitsView(view, { ...UNCHANGED, locale: "en", where: "none" });
    await filled(running, view, said.saved);
    await user.closesView(view);
    await user.command(team.addChannel("policy"), "/policy", said.command);
    const again = await user.nextView();
    await filled(running, again, said.reset);
    await user.clicks(again, { text: said.reset });
    await filled(running, again, said.resetDone);
    for (const part of said.lines) expect(again.shown).toContain(part);
  });
});

test("without the scope users:read nothing can be changed, and that is said", async () => {
  const scopes = ["app_mentions:read", "chat:write", "commands", "im:history"];
  const running = await slackForTest({ scopes });
  const user = running.team.addUser({ name: "minji", admin: true });
  await user.command(running.team.addChannel("policy"), "/policy", "설정");
  const view = await user.nextView();
  await filled(running, view, "users:read");
  expect(view.shown).toContain("언어: 묻는 사람에 따라");
  expect(running.logged.join("")).toContain("users:read");
});
