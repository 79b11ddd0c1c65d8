import { beforeAll, describe, expect, test } from "vitest";
import {
  CATCH,
  CATCH_ANSWER,
  type RunningSlack,
  slackForTest,
  startSlack,
  TRANSPORTS,
  UNKNOWN,
} from "./running-slack.ts";

const SAID = {
  ko: {
    locale: "ko-KR",
    lookedUp: "문서에는 이렇게 나와 있어요.",
    nothing: "문서에서 찾아볼 만한 문장이 없어요.",
    askTitle: "문서에 물어보기",
    source: "출처 펼치기",
    helpful: "도움이 됐어요",
    followUp: "이어서 묻기",
    thanks: "알려 주셔서 고마워요.",
    share: "채널에 공유",
    status: "문서 18개, 항목 107개를 읽었어요.",
    recent: "최근에 물어본 것",
    none: "아직 물어본 것이 없어요.",
    forget: "내 기록 지우기",
    forgot: "남아 있던 질문과 의견 1개를 지웠어요.",
    settings: "언어: 묻는 사람에 따라",
    documents: "문서 보기",
    prompts: "이렇게 물어볼 수 있어요",
  },
  en: {
    locale: "en-US",
    lookedUp: "This is what the documents say.",
    nothing: "There is no sentence here that the documents could speak to.",
    askTitle: "Ask the documents",
    source: "Show source",
    helpful: "Helpful",
    followUp: "Ask a follow-up",
    thanks: "Thank you for telling.",
    share: "Share to channel",
    status: "I have read 18 documents with 107 sections.",
    recent: "What you asked lately",
    none: "You have not asked anything yet.",
    forget: "Remove what is kept of me",
    forgot: "Removed 1 question or opinion",
    settings: "Language: the reader's",
    documents: "Show documents",
    prompts: "You could ask",
  },
} as const;

describe.each(TRANSPORTS)("over %s", (transport) => {
  let running: RunningSlack;
  beforeAll(async () => {
    running = await startSlack({ transport });
    return running.stop;
  });

  describe.each(["ko", "en"] as const)("in %s", (locale) => {
    const said = SAID[locale];
    const enter = () => ({
      user: running.team.addUser({ name: "minji", locale: said.locale }),
      channel: running.team.addChannel("policy"),
    });

    test("the message shortcut shows what the documents say, and judges nothing", async () => {
      const { user, channel } = enter();
      const message = await running.team
        .addUser({ name: "jun" })
        .says(channel, `보레알리아 어획량은 한 해 9만 톤이다. <!here> ${CATCH_ANSWER}`);
      const run = await user.shortcut("look_up", message);
      expect(run.acked).toBe(true);
      const found = await run.nextResponse();
      expect(found.onlyFor).toBe(user.id);
      expect(found.shown).toContain(said.lookedUp);
      expect(found.shown).toContain(`${CATCH_ANSWER} [1]`);
      expect(found.shown).not.toMatch(/\b(true|false)\b|거짓|사실이/i);
    });

    test("a message that claims nothing, or has no words, is said to", async () => {
      const { user, channel } = enter();
      const message = await running.team.addUser({ name: "jun" }).says(channel, "ㅋㅋㅋ");
      expect((await (await user.shortcut("look_up", message)).nextResponse()).shown).toBe(said.nothing);
    });

    test("the global shortcut asks in a window, and answers in it", async () => {
      const { user } = enter();
      const run = await user.globalShortcut("ask_policy");
      expect(run.acked).toBe(true);
      const form = await user.nextView();
      expect(form.title).toBe(said.askTitle);
      const sent = await user.submitsView(form, { written: CATCH });
      expect(sent.outcome).toBe("updated");
      const view = await running.slack.until(
        () => user.views().find(({ shown }) => shown.includes(CATCH_ANSWER)),
        "the answer in the window",
      );
      expect(view.shown).not.toContain(said.share);
      // From here on everything happens in windows, too.
      await user.clicks(view, { text: said.helpful });
      await running.slack.until(() => user.views().find(({ shown }) => shown === said.thanks), "thanks");
      await user.closesView(user.views().at(-1) ?? view);
      await user.clicks(view, { text: said.source });
      await running.slack.until(() => user.views().find(({ shown }) => shown.includes("2027년 3월 1일")), "the source");
      await user.closesView(user.views().at(-1) ?? view);
      await user.clicks(view, { text: said.followUp });
      const next = await running.slack.until(() => user.views().find(({ title }) => title === said.followUp), "a form");
      expect((await user.submitsView(next, { written: "조사는 누가 맡았어?" })).outcome).toBe("updated");
      await running.slack.until(
        () => user.views().find(({ shown }) => shown.includes("카스토르연구소")),
        "the next answer",
      );
    });

    test("sections near an answer are asked about in the same window", async () => {
      const { user } = enter();
      await user.globalShortcut("ask_policy");
      await user.submitsView(await user.nextView(), { written: UNKNOWN });
      const view = await running.slack.until(
        () => user.views().find(({ blocks }) => JSON.stringify(blocks).includes("pd|related|")),
        "a menu",
      );
      const [, menu = ""] = /"(pd\|related\|[^"]*)"/.exec(JSON.stringify(view.blocks)) ?? [];
      await user.picks(view, menu, "0");
      await running.slack.until(() => (view.shown.includes(UNKNOWN) ? undefined : view), "another answer");
      expect(user.views()).toHaveLength(1);
    });

    test("the home tab shows what the bot knows and what this person asked", async () => {
      const { user, channel } = enter();
      await user.opensHome();
      const home = await running.slack.until(() => user.home, "the home tab");
      for (const part of [said.status, said.recent, said.none, said.settings]) expect(home.shown).toContain(part);
      await (await user.command(channel, "/policy", CATCH)).nextResponse();
      await user.opensHome();
      await running.slack.until(() => (home.shown.includes(`• ${CATCH}`) ? home : undefined), "the question");
      await user.clicks(home, { text: said.forget });
      await running.slack.until(() => user.views().find(({ shown }) => shown.includes(said.forgot)), "a word on it");
      await running.slack.until(() => (home.shown.includes(said.none) ? home : undefined), "an empty list");
      await user.clicks(home, { text: said.documents });
      await running.slack.until(() => user.views().find(({ shown }) => shown.includes("18")), "the documents");
      await user.clicks(home, { text: locale === "ko" ? "질문하기" : "Ask a question" });
      await running.slack.until(() => user.views().find(({ title }) => title === said.askTitle), "a form");
    });

    test("the Messages tab suggests up to four questions that have answers", async () => {
      const { user } = enter();
      await user.opensHome("messages");
      const im = user.im();
      const found = await running.slack.until(() => running.slack.promptsOf(im, ""), "suggestions");
      expect(found["title"]).toBe(said.prompts);
      const prompts = found["prompts"] as { title: string; message: string }[];
      expect(prompts.length).toBeGreaterThan(0);
      expect(prompts.length).toBeLessThanOrEqual(4);
      await user.says(im, prompts[0]?.message ?? "");
      expect((await im.nextMessage()).shown).toContain(`[${said.source}]`);
    });
  });
});

test("where the bot is no member the message shortcut still answers, and says where nothing can be told", async () => {
  const { team, slack } = await slackForTest();
  const user = team.addUser({ name: "minji", locale: "ko-KR" });
  const channel = team.directMessages(user, team.addUser({ name: "jun" }));
  const message = await user.says(channel, CATCH_ANSWER);
  expect((await (await user.shortcut("look_up", message)).nextResponse()).shown).toContain(CATCH_ANSWER);
  slack.failNext({ method: "response_url", status: 404 });
  await user.shortcut("look_up", message);
  expect((await user.im().nextMessage()).shown).toContain(CATCH_ANSWER);
});

test("without the scope assistant:write nothing is suggested, and nothing fails", async () => {
  const scopes = ["app_mentions:read", "chat:write", "commands", "im:history", "users:read"];
  const { team, slack, logged } = await slackForTest({ scopes });
  const user = team.addUser({ name: "minji" });
  await user.opensHome("messages");
  await slack.until(() => slack.requestsOf("assistant.threads.setSuggestedPrompts")[0], "a try");
  await user.says(user.im(), CATCH);
  await user.im().nextMessage();
  expect(logged.join("")).not.toMatch(/ERROR|error/);
});
