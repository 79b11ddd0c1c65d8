import { expect, test } from "vitest";
import { CATCH, slackForTest, UNKNOWN } from "./running-slack.ts";

test("one conversation, as Slack keeps it", async () => {
  const { slack, team } = await slackForTest({ few: false });
  const user = team.addUser({ name: "민지", locale: "ko-KR" });
  const channel = team.addChannel("정책");
  const asked = await user.says(channel, `<@BOT> ${CATCH}`);
  const answer = await channel.nextMessage({ thread: asked.ts });
  await user.clicks(answer, { text: "출처 펼치기" });
  const source = await user.nextView();
  await slack.until(() => (source.shown.includes("2027년") ? source : undefined), "the source");
  const unfolded = source.shown;
  await user.says(channel, "조사는 누가 맡았어?", { thread: asked.ts });
  await channel.nextMessage({ thread: asked.ts });
  await user.says(channel, UNKNOWN, { thread: asked.ts });
  await channel.nextMessage({ thread: asked.ts });
  const transcript = `${slack.transcript(channel)}\n\n(창) ${source.title}\n${unfolded}`.replaceAll(
    `<@${team.botUserId}>`,
    "@policydesk",
  );
  expect(transcript).toMatchInlineSnapshot(`
    "민지: @policydesk 보레알리아 어획량은 몇 톤이야?
        policydesk: > 보레알리아 어획량은 한 해 4만 2천 톤으로 정해졌다. [1]
          출처 [1] 보레알리아 어업 협정 › 보레알리아 어획량 · 4일 전 (2026-11-18) (https://example.org/borealia?a=1&b=2)
          [출처 펼치기] [도움이 됐어요] [아쉬워요] [이어서 묻기]
          [보레알리아 벌금 / 5.2 나이지리아 / 나라별 국방비 비율 / 입국이 막힌 나라 / 중동 순방 정리]
        민지: 조사는 누가 맡았어?
        policydesk: > 보레알리아 어획량 조사는 카스토르연구소가 맡았다. [1]
          출처 [1] 보레알리아 어업 협정 › 각주 [1], 보레알리아 어획량 · 4일 전 (2026-11-18) (https://example.org/borealia?a=1&b=2)
          [출처 펼치기] [도움이 됐어요] [아쉬워요] [이어서 묻기]
          [보레알리아 벌금 / 항만 매각 / 5.2 나이지리아 / 나라별 국방비 비율 / 입국이 막힌 나라 / 중동 순방 정리]
        민지: 보레알리아 대통령의 생일은 언제야?
        policydesk: 문서에서 답을 찾지 못했어요.
          [도움이 됐어요] [아쉬워요] [이어서 묻기] [구독 관리]
          [보레알리아 어획량 / 보레알리아 벌금 / 3.4 폴란드]

    (창) 출처 펼치기
    출처 [1] 보레알리아 어업 협정 › 보레알리아 어획량 (https://example.org/borealia?a=1&b=2)
    > 보레알리아 어획량은 한 해 4만 2천 톤으로 정해졌다. 협정은 2027년 3월 1일부터 쓰인다.
    [1] 보레알리아 어획량 조사는 카스토르연구소가 맡았다."
  `);
});
