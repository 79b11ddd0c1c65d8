import { beforeAll, describe, expect, test } from "vitest";
import type { User } from "./local-slack/people.ts";
import type { Channel } from "./local-slack/places.ts";
import {
  CATCH,
  CATCH_ANSWER,
  EMPTY,
  expectNothingLive,
  type RunningSlack,
  startSlack,
  TRANSPORTS,
  UNKNOWN,
} from "./running-slack.ts";

const SAID = {
  ko: {
    locale: "ko-KR",
    asked: "질문: ",
    buttons: "[출처 펼치기] [도움이 됐어요] [아쉬워요] [이어서 묻기] [채널에 공유]",
    notFound: "문서에서 답을 찾지 못했어요.",
    empty: /'.*프랑스' 항목은 있지만 아직 내용이 없어요\./,
    help: ["도움말", "이렇게 물어봐 주세요: /policy 영국산 자동차 관세는 얼마야?"],
    documents: ["문서", "읽은 문서 18개"],
    status: ["상태", "문서 18개, 항목 107개를 읽었어요."],
    forget: ["잊기", "남아 있던 질문과 의견"],
    nothingToForget: "남아 있는 기록이 없어요.",
    shared: "minji 님이 공유했어요.",
    helpful: "도움이 됐어요",
  },
  en: {
    locale: "en-GB",
    asked: "Question: ",
    buttons: "[Show source] [Helpful] [Not helpful] [Ask a follow-up] [Share to channel]",
    notFound: "The documents don't answer this.",
    empty: /There is a section ".*프랑스", but it is still empty\./,
    help: ["help", "Ask like this: /policy What is the tariff on British cars?"],
    documents: ["documents", "18 documents"],
    status: ["status", "I have read 18 documents with 107 sections."],
    forget: ["forget", "Removed"],
    nothingToForget: "There was nothing to remove.",
    shared: "Shared by minji.",
    helpful: "Helpful",
  },
} as const;

describe.each(TRANSPORTS)("/policy over %s", (transport) => {
  let running: RunningSlack;
  beforeAll(async () => {
    running = await startSlack({ transport });
    return running.stop;
  });

  describe.each(["ko", "en"] as const)("in %s", (locale) => {
    const said = SAID[locale];
    const enter = (): { user: User; channel: Channel } => {
      const { team } = running;
      return { user: team.addUser({ name: "minji", locale: said.locale }), channel: team.addChannel("policy") };
    };
    const shownTo = async ({ user, channel }: { user: User; channel: Channel }, text: string) => {
      const run = await user.command(channel, "/policy", text);
      expect(run.acked).toBe(true);
      expect(run.ackMessage).toBeUndefined();
      const answer = await run.nextResponse();
      expect(answer.onlyFor).toBe(user.id);
      return answer;
    };

    test("a question is answered for the one who asks, with the question above", async () => {
      const answer = await shownTo(enter(), CATCH);
      expect(answer.shown).toContain(`${said.asked}${CATCH}\n> ${CATCH_ANSWER} [1]`);
      expect(answer.shown).toContain(said.buttons);
      expectNothingLive(answer.live, ["https://example.org/borealia?a=1&b=2"]);
      expect(answer.live).not.toEqual([]);
      expect(answer.unfurls).toEqual({ links: false, media: false });
      expect(answer.text).toContain(CATCH_ANSWER);
    });

    test("what the documents don't say is said, and so is a section without words", async () => {
      const at = enter();
      expect((await shownTo(at, UNKNOWN)).shown).toContain(said.notFound);
      expect((await shownTo(at, EMPTY)).shown).toMatch(said.empty);
    });

    test.each(["help", "documents", "status"] as const)("%s is a subcommand where it stands alone", async (name) => {
      const [word, shown] = said[name];
      expect((await shownTo(enter(), word)).shown).toContain(shown);
      expect((await shownTo(enter(), ` ${word.toUpperCase()} `)).shown).toContain(shown);
    });

    test("documents takes the number of a page", async () => {
      const [word] = said.documents;
      const page = await shownTo(enter(), `${word} 2`);
      expect(page.shown).toContain("11. ");
      expect(page.shown).not.toContain("\n1. ");
    });

    test("nothing at all asks for help", async () => {
      expect((await shownTo(enter(), "  ")).shown).toContain(said.help[1]);
    });

    test("a subcommand with other words is a question", async () => {
      const text = `${said.status[0]} of Taiwan talks`;
      const answer = await shownTo(enter(), text);
      expect(answer.shown).toContain(`${said.asked}${text}`);
      expect((await shownTo(enter(), `${said.documents[0]} about fish`)).shown).toContain(said.asked);
    });

    test("forget removes what is kept of the person", async () => {
      const at = enter();
      await shownTo(at, CATCH);
      const [word, shown] = said.forget;
      expect((await shownTo(at, word)).shown).toContain(shown);
      expect((await shownTo(at, word)).shown).toBe(said.nothingToForget);
    });

    test("a command's follow-up goes on from the question before", async () => {
      const at = enter();
      await shownTo(at, "영국산 자동차 관세는 얼마야?");
      expect((await shownTo(at, "프랑스는?")).shown).toMatch(/프랑스/);
    });

    test("the answer is shared to the channel once, however often it is pressed", async () => {
      const { user, channel } = enter();
      const answer = await shownTo({ user, channel }, CATCH);
      const share = said.buttons.slice(said.buttons.lastIndexOf("[") + 1, -1);
      const [first, second] = await Promise.all([
        user.clicks(answer, { text: share }),
        user.clicks(answer, { text: share }),
      ]);
      const shared = await channel.nextMessage();
      expect([first?.acked, second?.acked]).toEqual([true, true]);
      expect(shared.shown).toContain(said.shared);
      expect(shared.shown).toContain(CATCH_ANSWER);
      expect(shared.shown).not.toContain(`[${share}]`);
      await Promise.race([first?.nextResponse(), second?.nextResponse()]);
      expect(channel.messages().filter(({ fromBot }) => fromBot)).toHaveLength(1);
    });

    test("in people's own messages the answer and its sharing go through the response URL", async () => {
      const { user } = enter();
      const channel = running.team.directMessages(user, running.team.addUser({ name: "jun" }));
      const answer = await shownTo({ user, channel }, CATCH);
      const run = await user.clicks(answer, { text: said.buttons.slice(said.buttons.lastIndexOf("[") + 1, -1) });
      const shared = await run.nextResponse();
      expect(shared.onlyFor).toBeUndefined();
      expect(shared.shown).toContain(CATCH_ANSWER);
      const helpful = await user.clicks(shared, { text: said.helpful });
      expect((await helpful.nextResponse()).onlyFor).toBe(user.id);
    });
  });

  test("without the scope users:read the question's language decides", async () => {
    const { team } = running;
    team.scopes.delete("users:read");
    const user = team.addUser({ name: "minji", locale: "en-US" });
    const run = await user.command(team.addChannel("policy"), "/policy", CATCH);
    expect((await run.nextResponse()).shown).toContain("질문: ");
    team.scopes.add("users:read");
  });

  test("markup in a question is shown and stays dead", async () => {
    const { team } = running;
    const user = team.addUser({ name: "minji" });
    const run = await user.command(
      team.addChannel("policy"),
      "/policy",
      "<!channel> *x* <@U1|amy> &lt;b&gt; naver.com?",
    );
    const answer = await run.nextResponse();
    expect(answer.shown).toContain("Question: @channel *x* @amy <b> naver.com?");
    expect(answer.live.filter(({ where }) => where === "text" || where === "blocks/0")).toEqual([]);
  });
});
