import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../../../src/answers/engine.ts";
import { read } from "../../documents/read.ts";
import { know } from "../small-library.ts";
import { talkOver } from "../talk-over.ts";

const knowledge = know(
  [
    [
      "눈썰매장.md",
      `# 달빛공원 눈썰매장 개장

달빛공원 눈썰매장이 12월 19일 문을 연다. 썰매는 무료로 빌려준다.

## 이용 요금

어른은 7천 원, 어린이는 4천 원이다.

## 예약

예약은 공원 누리집에서 이틀 전까지 받는다.

## 문의

문의는 공원관리소 02-444-0000으로 한다.
`,
    ],
    [
      "단열.md",
      `# 낡은 집 단열 공사 지원

낡은 집의 단열 공사를 돕는다. 지은 지 20년이 넘은 집이 대상이다.

## 지원 금액

한 집에 최대 600만 원을 준다.

## 신청 방법

신청은 구청 주택과에 2월 28일까지 낸다.

## 문의

주택과 02-777-0000
`,
    ],
  ].map(([path = "", text = ""]) => read(text, path).article),
);

const talk = talkOver(knowledge);

describe("a question that names nothing is asked of the article that answered before", () => {
  it.each([
    ["달빛공원 눈썰매장 언제 열어?", "문의는 어디로 해?", "444"],
    ["달빛공원 눈썰매장 언제 열어?", "어린이는 얼마야?", "4천 원"],
    ["단열 공사 지원 대상은?", "문의는 어디로 해?", "777"],
    ["단열 공사 지원 금액 얼마야?", "신청은 언제까지야?", "2월 28일"],
    // what it does not tell is asked of the others, also where it tells of half of it
    ["달빛공원 눈썰매장 언제 열어?", "단열 신청", "구청 주택과"],
    ["단열 공사 지원 대상은?", "눈썰매장 문의", "444"],
    ["단열 공사 지원 대상은?", "눈썰매장 예약은 어디서 해?", "누리집"],
    ["달빛공원 눈썰매장 언제 열어?", "단열 공사는 얼마 줘?", "600만"],
  ])("%s %s", (first, next, expected) => {
    const [, answer] = talk(first, next);
    expect(answer?.sentences[0]?.text).toContain(expected);
  });

  it.each([
    ["of another article that is not named", "신청은 언제까지야?", true],
    ["of one that the question names", "단열 신청은 언제까지야?", false],
    ["of the one before", "예약은 어디서 해?", false],
  ])("whoever asks on is told where the answer is %s", (_name, next, isTold) => {
    const [, answer] = talk("달빛공원 눈썰매장 언제 열어?", next);
    expect([answer?.status, answer?.fromAnotherArticle ?? false]).toEqual(["answered", isTold]);
  });

  it("a noun that the article lacks is not answered with what it tells of the rest", () => {
    const [, answer] = talk("달빛공원 눈썰매장 언제 열어?", "기차 요금은?");
    expect(answer?.status).toBe("not-found");
  });

  it("also after a question that nothing answered", () => {
    const [, none, answer] = talk("달빛공원 눈썰매장 언제 열어?", "헬륨 풍선은 몇 개야?", "예약은 어디서 해?");
    expect(none?.status).toBe("not-found");
    expect(answer?.sentences[0]?.text).toContain("공원 누리집");
  });

  it("누가? is asked of it with the matter of the question before", () => {
    const pact = `# 썰매 협약

협약 서명은 조개항에서 했다. 물개항 쪽에서는 문가람 차관이, 조개항 쪽에서는 한결 장관이 서명했다.
`;
    const other = "# 등대 협약\n\n몽골과 덴마크는 2025년 10월 20일 등대 협약에 서명했다.\n";
    const both = know([read(pact, "썰매.md").article, read(other, "등대.md").article]);
    const { turn } = answerQuestion("썰매 협약 서명은 어디서 했어?", null, both);
    expect(answerQuestion("누가?", turn, both).answer.sentences[0]?.text).toContain("문가람");
  });

  describe("first of the section that answered", () => {
    const minutes = `# 항만위원회 회의록

## 1. 등대 도색

나도윤 위원장은 등대를 붉게 칠하자고 했다. 고은솔 위원은 멀리서 안 보인다며 도색에 반대했다.

## 2. 방파제 연장

나도윤 위원장은 방파제를 40미터 늘리자고 했다. 반대한 사람은 차민호 위원이다. 어민들은 그물이 걸릴까 걱정해 연장에 반대했다.
`;
    const council = know([read(minutes, "회의록.md").article]);
    const asked = (...messages: readonly string[]) =>
      talkOver(council)(...messages)
        .at(-1)
        ?.sentences.map(({ text }) => text);

    it("names who is told of there", () => {
      expect(asked("등대 도색은 누가 하자고 했어?", "누가 반대함?")?.[0]).toContain("고은솔");
      expect(asked("방파제 연장은 얼마나 해?", "누가 반대함?")?.[0]).toContain("차민호");
    });

    it("but a question that was asked already is answered as it was", () => {
      const first = asked("등대 도색은 누가 하자고 했어?");
      expect(asked("등대 도색은 누가 하자고 했어?", "누가 반대함?", "등대 도색은 누가 하자고 했어?")).toEqual(first);
    });

    it("tells again what may give the cause", () => {
      expect(asked("방파제 연장에 누가 반대했어?", "어민들은 왜 반대해?")?.[0]).toContain("걱정해");
    });
  });
});
