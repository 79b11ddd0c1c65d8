import { describe, expect, it } from "vitest";
import { whatIsAskedFor } from "../../../../src/answers/asked/asked-for.ts";
import { asksForAll } from "../../../../src/answers/decision/whole-list.ts";
import { answerQuestion } from "../../../../src/answers/engine.ts";
import { read } from "../../documents/read.ts";
import { articles, know } from "../small-library.ts";

const colours = ["빨강", "파랑", "노랑", "초록", "보라", "하양", "검정", "분홍", "갈색", "회색"];

const harbour = read(
  `# 등대섬 안내

## 배가 닿는 항구

여객선이 들르는 항구는 다음과 같다.

- 돌문항
- 갈매기항
- 솔섬항
- 달빛항

## 부두 이용료

부두 이용료는 배의 길이로 정한다.

| 배 종류 | 이용료 |
| --- | --- |
| 어선 | 3,000원 |
| 요트 | 9,000원 |
| 화물선 | 40,000원 |
| 여객선 | 25,000원 |
| 견인선 | 12,000원 |

## 부표 색깔

${colours.map((colour) => `- ${colour} 부표`).join("\n")}

## 준비물

- 구명조끼는 배에 오르기 전에 선착장 창구에서 빌린다. 아이 것은 따로 있으니 몸무게를 말하고 꼭 맞는 것을 골라 달라고 부탁하는 편이 좋고, 끈은 세 곳을 모두 채워야 한다.
- 멀미약은 떠나기 한 시간 전에 먹는다. 약국은 선착장 건너편에 있는데 일요일에는 문을 닫으므로 미리 사 두는 편이 좋고, 아이에게는 반만 먹인다.

## 승선 서류

배에 오르는 사람은 다음 서류를 낸다.

- 승선 신고서
- 신분증
- 가족관계증명서

배에 오르려면 떠나기 30분 전에 줄을 서야 한다.

## 전망대

전망대에는 일곱 살부터 오를 수 있다. 다음 물건은 전망대에 들일 수 없다.

- 우산
- 유리병

문은 해가 지면 닫는다.

# Ferry rules

## Banned goods

You may not bring the following on board:

- fireworks
- loose fuel
- live bees
- wet cement
`,
  "등대섬.md",
).article;

const knowledge = know([...articles, harbour]);
const ask = (question: string) => {
  const { answer } = answerQuestion(question, null, knowledge);
  return { texts: answer.sentences.map(({ text }) => text), left: answer.quotedLists, citations: answer.citations };
};

describe("a question that asks for a whole list", () => {
  it("is answered with all of its items in reading order, under one citation", () => {
    const { texts, left, citations } = ask("여객선이 들르는 항구는 어디어디야?");
    expect(texts.slice(-4)).toEqual(["돌문항", "갈매기항", "솔섬항", "달빛항"]);
    expect(left).toEqual([]);
    expect(citations).toHaveLength(1);
  });

  it("is answered in English too", () => {
    const { texts, left } = ask("List all banned goods on the ferry");
    expect(texts).toEqual(expect.arrayContaining(["fireworks", "loose fuel", "live bees", "wet cement"]));
    expect(left).toEqual([]);
  });

  it("has the rows of a table", () => {
    const { texts, left } = ask("배 종류별 부두 이용료를 전부 알려 줘");
    expect(texts.filter((text) => text.includes("|"))).toHaveLength(5);
    expect(left).toEqual([]);
  });

  it("has them where the section says more of it beside the table", () => {
    const { texts } = ask("부두 이용료 다 알려줘");
    expect(texts.filter((text) => text.includes("|"))).toHaveLength(5);
  });

  it("is told how much a list goes on that does not fit", () => {
    const { texts, left } = ask("부표 색깔은 어떤 종류가 있어?");
    expect(texts).toEqual(colours.slice(0, 8).map((colour) => `${colour} 부표`));
    expect(left).toEqual([{ citation: 1, kind: "list", left: 2 }]);
  });

  it.each([
    "배에 오르려면 서류는 뭐가 필요해?",
    "승선할 때 필요한 서류",
  ])("is answered with the documents: %s", (question) => {
    const { texts } = ask(question);
    expect(texts).toEqual(expect.arrayContaining(["승선 신고서", "신분증", "가족관계증명서"]));
  });

  it("is answered as any other where the items are paragraphs", () => {
    expect(ask("준비물에는 어떤 것들이 있어?").texts.length).toBeLessThanOrEqual(4);
  });
});

describe("a question that asks for one thing of a list", () => {
  it("is not told of others than the one", () => {
    const { texts, left } = ask("요트의 부두 이용료는 얼마야?");
    expect(texts[0]).toContain("9,000원");
    expect(texts.filter((text) => text.includes("|"))).toHaveLength(1);
    expect(left).toEqual([]);
  });

  it("is shown a row as it stands, and its cells with the names of their columns", () => {
    const [row] = answerQuestion("요트의 부두 이용료는 얼마야?", null, knowledge).answer.sentences;
    expect(row).toEqual({
      text: "요트 | 9,000원",
      citation: 1,
      cells: [
        { column: "배 종류", text: "요트" },
        { column: "이용료", text: "9,000원" },
      ],
    });
  });

  it("is told what a further sentence announces", () => {
    expect(ask("전망대에 일곱 살 아이가 우산을 들고 오를 수 있어?").texts).toEqual([
      "전망대에는 일곱 살부터 오를 수 있다.",
      "다음 물건은 전망대에 들일 수 없다.",
      "우산",
      "유리병",
    ]);
  });

  it("is told what is announced too, for the announcement alone says nothing", () => {
    const { texts } = ask("May I bring something on board?");
    expect(texts).toEqual([
      "You may not bring the following on board:",
      ...["fireworks", "loose fuel", "live bees", "wet cement"],
    ]);
  });

  it("is told nothing where no list is quoted", () => {
    expect(ask("대만 국방비는 얼마야?").left).toEqual([]);
  });
});

it.each([
  ["참여하는 나라는 어디어디야?", true],
  ["지원 종류는?", true],
  ["준비물 전부 알려 줘", true],
  ["제출 서류는 무엇이 있나요?", true],
  ["Which countries take part?", true],
  ["What are the banned goods?", true],
  ["참여국은 모두 몇 나라야?", false],
  ["지원은 몇 종류야?", false],
  ["요트 이용료는 얼마야?", false],
  ["Who signed the treaty?", false],
])("%j asks for a whole list: %j", (question, expected) => {
  expect(asksForAll(question, whatIsAskedFor(question))).toBe(expected);
});
