import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../../../src/answers/engine.ts";
import { wantedOfAnswer } from "../../../../src/answers/message/about-answer.ts";
import { read } from "../../documents/read.ts";
import { articles, know } from "../small-library.ts";
import { talkOver } from "../talk-over.ts";

it.each([
  "다시 말해줘",
  "뭐라고?",
  "한번 더",
  "다시 한번 설명해 주세요",
  "진짜?",
  "확실해?",
  "출처는?",
  "출처 알려줘",
  "링크 줘",
  "언제 기사야?",
  "어디서 나온 말이야?",
  "요약해줘",
  "쉽게 설명해줘",
  "영어로 알려줘",
  "say that again please",
  "source?",
  "Are you sure?",
])("%s wants the answer again", (text) => expect(wantedOfAnswer(text)).toBe("again"));

it.each([
  "더",
  "더 자세히",
  "자세히 알려줘",
  "좀 더 자세하게 설명해 주세요",
  "또?",
  "또 뭐 있어?",
  "다른 건?",
  "그래서?",
  "그리고요?",
  "tell me more",
  "anything else?",
])("%s wants more of it", (text) => expect(wantedOfAnswer(text)).toBe("more"));

it.each([
  "아니",
  "아니야",
  "아니요!",
  "ㄴㄴ",
  "아니 그거 말고",
  "그게 아니라",
  "그건 아니야",
  "틀렸어",
  "틀린 답이야",
  "잘못 찾았어",
  "다른 답은 없어?",
  "그걸 물어본 게 아니야",
  "no",
  "No, that's wrong.",
  "that's not what I asked",
  "something else",
  // whoever scolds
  "😡",
  "👎👎",
  "😡 대답이 그게 뭐야",
  "답이 왜 이래?",
  "답변이 너무 이상해",
  "이게 대답이야?",
  "지금 장난하냐",
  "무슨 헛소리야!",
  "답답하네 진짜",
  "말을 못 알아듣네",
  "what kind of answer is that?",
  "that didn't help",
  "useless",
])("%s wants something else than it", (text) => expect(wantedOfAnswer(text)).toBe("other"));

it.each([
  "그래서 대만은?",
  "아니 대만은?",
  "대만 말고 일본은?",
  "틀렸다고 한 사람은 누구야?",
  "is that wrong for tenants?",
  "더 비싼 건 뭐야?",
  "그게 뭐야?",
  "답이 뭐야?",
  "답변은 언제 와?",
  "장난감은 어디서 팔아?",
  "what is that?",
  "출처가 불분명한 물건은 어떻게 돼?",
  "진짜 가격은?",
  "다시 열린 항구는?",
  "또 올랐어?",
  "what is the tariff?",
  "source of the river",
  "",
])("%s asks something itself", (text) => expect(wantedOfAnswer(text)).toBe(null));

describe("in a talk", () => {
  const text = `# 물개섬 등대 축제

물개섬 등대 축제는 5월 3일에 열린다. 등대 축제에는 나룻배가 하루 여섯 번 다닌다.

등대 축제의 불꽃놀이는 비가 오면 하지 않는다.
`;
  const knowledge = know([...articles, read(text, "축제.md").article]);
  const answersTo = talkOver(knowledge);
  const talk = (...messages: readonly string[]) =>
    answersTo(...messages).map(({ sentences }) => sentences.map(({ text: said }) => said));

  it("the answer comes again, also after more of it", () => {
    const [first, again, more, once] = talk("물개섬 등대 축제는 언제 열려?", "출처는?", "더 자세히", "다시 말해줘");
    expect(first?.[0]).toContain("5월 3일");
    expect(again).toEqual(first);
    expect(once).toEqual(first);
    expect(more?.length).toBeGreaterThan(0);
    expect(more?.filter((sentence) => first?.includes(sentence))).toEqual([]);
  });

  it("where nothing is left to tell it comes again", () => {
    const told = talk("물개섬 등대 축제는 언제 열려?", "더", "더", "더");
    expect(told.at(-1)).toEqual(told[0]);
  });

  it("who says that it is none is shown what was not, until nothing is left", () => {
    const [first, second, , , last] = answersTo(
      "물개섬 등대 축제에는 뭐가 있어?",
      "아니",
      "틀렸어",
      "그거 말고",
      "아니",
    );
    expect(first?.status).toBe("answered");
    expect(second).toMatchObject({ status: "answered", notThat: true, unsure: true });
    const before = first?.sentences.map(({ text: said }) => said);
    expect(second?.sentences.filter(({ text: said }) => before?.includes(said))).toEqual([]);
    expect(last).toMatchObject({ status: "not-found", notThat: true, citations: [] });
    expect(last?.suggestions.length).toBeGreaterThan(0);
  });

  it("however much was shown before", () => {
    const islands = Array.from("가나다라마바사아자차카타", (name) => `등대지기는 ${name}섬 등대에 산다.`).join("\n\n");
    const many = know([read(`# 등대지기\n\n${islands}\n`, "등대지기.md").article]);
    const noes = Array.from({ length: 14 }, () => "아니");
    const shown = talkOver(many)("등대지기는 어디에 살아?", ...noes).flatMap(({ sentences }) =>
      sentences.map(({ text: said }) => said),
    );
    expect(shown.length).toBeGreaterThan(8);
    expect(new Set(shown).size).toBe(shown.length);
  });

  it("what the question was stays", () => {
    const told = talk("물개섬 등대 축제는 언제 열려?", "아니", "다시 말해줘");
    expect(told.at(-1)).toEqual(told[0]);
  });

  it.each(["더 자세히", "출처는?", "진짜?", "source?"])("%s asks nothing where nothing was answered", (text) => {
    const { answer, turn } = answerQuestion(text, null, knowledge);
    expect(answer).toMatchObject({ status: "not-found", courtesy: "nothing-before", citations: [] });
    const alone = answerQuestion("등대 축제는 언제 열려?", null, knowledge).answer;
    expect(answerQuestion("등대 축제는 언제 열려?", turn, knowledge).answer).toEqual(alone);
    expect(answerQuestion(text, turn, knowledge).answer.courtesy).toBe("nothing-before");
  });

  it("an address may be asked of the documents, and a chosen article of anything", () => {
    const place = know([read("# 고래 도서관\n\n고래 도서관의 주소는 물결로 7이다.\n", "도서관.md").article]);
    expect(answerQuestion("주소는?", null, place).answer.status).toBe("answered");
    const [id = ""] = knowledge.index.cards().map((card) => card.id);
    expect(answerQuestion("더 자세히", null, knowledge, id).answer.courtesy).toBe(null);
  });

  it("who says no where nothing was asked asks nothing", () => {
    expect(answerQuestion("아니", null, knowledge).answer.courtesy).toBe("help");
  });
});
