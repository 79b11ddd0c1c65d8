import { beforeAll, describe, expect, test } from "vitest";
import { USUAL_SCOPES } from "./local-slack/scopes.ts";
import { CATCH, CATCH_ANSWER, type RunningSlack, slackForTest, startSlack, TRANSPORTS } from "./running-slack.ts";

const SAID = {
  ko: { locale: "ko-KR", button: "도움이 됐어요", noQuestion: "무엇이 궁금한지 적어 주세요." },
  en: { locale: "en-US", button: "Helpful", noQuestion: "Tell me what you want to know." },
} as const;

describe.each(TRANSPORTS)("mentions over %s", (transport) => {
  let running: RunningSlack;
  beforeAll(async () => {
    running = await startSlack({ transport });
    return running.stop;
  });
  const enter = (locale: "ko" | "en" = "ko", name = "minji") => ({
    user: running.team.addUser({ name, locale: SAID[locale].locale }),
    channel: running.team.addChannel("policy"),
  });
  const botMessages = (messages: readonly { fromBot: boolean }[]) => messages.filter(({ fromBot }) => fromBot);

  test.each(["ko", "en"] as const)("a mention is answered once, in its thread, in %s", async (locale) => {
    const { user, channel } = enter(locale);
    const asked = await user.says(channel, `<@BOT> ${CATCH}`);
    const answer = await channel.nextMessage({ thread: asked.ts });
    expect(answer.shown).toContain(CATCH_ANSWER);
    expect(answer.shown).toContain(`[${SAID[locale].button}]`);
    expect(answer.unfurls).toEqual({ links: false, media: false });
    await running.slack.deliverTwice("app_mention");
    await running.slack.deliverTwice("message");
    await user.says(channel, `<@BOT> ${CATCH}`);
    await channel.nextMessage();
    expect(botMessages(channel.thread(asked.ts))).toHaveLength(1);
  });

  test.each(["ko", "en"] as const)("a mention without words gets a hint in %s", async (locale) => {
    const { user, channel } = enter(locale);
    await user.says(channel, "<@BOT>");
    expect((await channel.nextMessage()).shown).toContain(SAID[locale].noQuestion);
  });

  test.each([
    ["ko", "안녕하세요", "이렇게 물어볼 수 있어요."],
    ["en", "what can you do?", "You can ask like this."],
  ] as const)("a mention that asks nothing is told what can be asked, in %s", async (locale, text, expected) => {
    const { user, channel } = enter(locale);
    await user.says(channel, `<@BOT> ${text}`);
    expect((await channel.nextMessage()).shown).toContain(expected);
  });

  test("a follow-up in the bot's own thread needs no mention, and goes on from before", async () => {
    const { user, channel } = enter();
    const asked = await user.says(channel, "<@BOT> 영국산 자동차 관세는 얼마야?");
    await channel.nextMessage({ thread: asked.ts });
    await user.says(channel, "프랑스는?", { thread: asked.ts });
    expect((await channel.nextMessage({ thread: asked.ts })).shown).toContain("프랑스");
  });

  test("words to somebody else in the bot's own thread are left alone", async () => {
    const { user, channel } = enter();
    const other = running.team.addUser({ name: "jun" });
    const asked = await user.says(channel, `<@BOT> ${CATCH}`);
    await channel.nextMessage({ thread: asked.ts });
    await user.says(channel, `<@${other.id}> 이거 봤어?`, { thread: asked.ts });
    await user.says(channel, "그럼 벌금은?", { thread: asked.ts });
    await channel.nextMessage({ thread: asked.ts });
    expect(botMessages(channel.messages())).toHaveLength(2);
  });

  test("in a thread of people's own the bot speaks only when it is mentioned", async () => {
    const { user, channel } = enter();
    const opened = await user.says(channel, "어획량 얘기 좀 하자");
    await user.says(channel, "그래", { thread: opened.ts });
    await user.says(channel, `<@BOT> ${CATCH}`, { thread: opened.ts });
    await channel.nextMessage({ thread: opened.ts });
    await user.says(channel, "벌금은?", { thread: opened.ts });
    await user.says(channel, "<@BOT> 그럼 조사는 누가 맡았어?", { thread: opened.ts });
    await channel.nextMessage({ thread: opened.ts });
    expect(botMessages(channel.messages())).toHaveLength(2);
  });

  test("what bots, edits, deletions and people among themselves say is nobody's question", async () => {
    const { user, channel } = enter();
    const said = await user.says(channel, "점심 먹자");
    await user.edits(said, `<@BOT> ${CATCH}`);
    await user.deletes(said);
    await user.says(channel, `<@BOT> ${CATCH}`);
    await channel.nextMessage();
    expect(botMessages(channel.messages())).toHaveLength(1);
  });

  test.each(["ko", "en"] as const)("a direct message is answered where it stands, in %s", async (locale) => {
    const { user } = enter(locale);
    const im = user.im();
    await user.says(im, CATCH);
    const answer = await im.nextMessage();
    expect(answer.shown).toContain(CATCH_ANSWER);
    expect(answer.threadTs).toBeUndefined();
    expect(answer.shown).toContain(`[${SAID[locale].button}]`);
    const asked = await user.says(im, "영국산 자동차 관세는 얼마야?");
    await im.nextMessage();
    await user.says(im, "프랑스는?", { thread: asked.ts });
    expect((await im.nextMessage({ thread: asked.ts })).shown).toContain("프랑스");
  });

  test("other people's names, links and entities reach the question as words", async () => {
    const { user, channel } = enter("en");
    const run = await user.says(channel, "<@BOT> is <b> & naver.com <!here> https://example.org/x?a=1&b=2 said?");
    await channel.nextMessage({ thread: run.ts });
    const im = user.im();
    await user.opensHome();
    await running.slack.until(() => user.home, "the home tab");
    expect(user.home?.shown).toContain("is <b> & naver.com @here https://example.org/x?a=1&b=2 said?");
    expect(im.messages()).toEqual([]);
  });

  test("markup in documents is shown and stays dead", async () => {
    const { user, channel } = enter("ko");
    await user.says(channel, "<@BOT> 쿼지랜드 서명식은 어디에서 열렸어?");
    const answer = await channel.nextMessage();
    expect(answer.shown).toContain("@everyone 광장에서 열렸다");
    expect(answer.live).toEqual([]);
    expect(answer.text).not.toContain("<");
  });
});

test("without history scopes a follow-up is asked by mention, or with the button", async () => {
  const scopes = USUAL_SCOPES.filter((scope) => !/^(channels|groups):history$/.test(scope));
  const { team } = await slackForTest({ scopes, few: false });
  const user = team.addUser({ name: "minji", locale: "ko-KR" });
  const channel = team.addChannel("policy");
  const asked = await user.says(channel, "<@BOT> 영국산 자동차 관세는 얼마야?");
  const answer = await channel.nextMessage({ thread: asked.ts });
  await user.says(channel, "프랑스는?", { thread: asked.ts });
  await user.says(channel, "<@BOT> 프랑스는?", { thread: asked.ts });
  expect((await channel.nextMessage({ thread: asked.ts })).shown).toContain("프랑스");
  await user.clicks(answer, { text: "이어서 묻기" });
  await user.submitsView(await user.nextView(), { written: "그럼 영국은?" });
  expect((await channel.nextMessage({ thread: asked.ts })).shown).toContain("영국");
  expect(channel.messages().filter(({ fromBot }) => fromBot)).toHaveLength(3);
});

test("a private channel is served like a public one", async () => {
  const { team } = await slackForTest();
  const user = team.addUser({ name: "minji", locale: "ko-KR" });
  const channel = team.addChannel("inside", { private: true, members: [user] });
  const asked = await user.says(channel, `<@BOT> ${CATCH}`);
  expect((await channel.nextMessage({ thread: asked.ts })).shown).toContain(CATCH_ANSWER);
});

test("while it takes longer the thread says that the bot is looking", async () => {
  const { slack, team, logged } = await slackForTest({
    change: ({ openRateLimit }) => ({
      // Held until the test lets go: a rate limit that has to be asked far away.
      openRateLimit: async (...given) => {
        const limit = await openRateLimit(...given);
        return { ...limit, take: (...asked) => held.promise.then(() => limit.take(...asked)) };
      },
    }),
  });
  const user = team.addUser({ name: "minji", locale: "ko-KR" });
  const channel = team.addChannel("policy");
  const asked = await user.says(channel, `<@BOT> ${CATCH}`);
  await slack.until(() => slack.statusOf(channel, asked.ts)[0], "a status");
  expect(slack.statusOf(channel, asked.ts)).toEqual(["찾고 있어요…"]);
  held.resolve();
  await channel.nextMessage({ thread: asked.ts });
  expect(slack.statusOf(channel, asked.ts).at(-1)).toBe("");
  expect(logged.join("")).not.toContain("어획량");
});

const held = Promise.withResolvers<void>();
