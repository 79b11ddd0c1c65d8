import { describe, expect, it } from "vitest";
import { readQuestion } from "../../../../src/answers/asked/read-question.ts";
import { readingsOf, type Turn, topicOfTurn } from "../../../../src/answers/talk/conversation.ts";
import { lexicon } from "../small-library.ts";

const tariff: Turn = { understoodAs: "한국의 관세는 얼마야?", topic: "한국" };
const english: Turn = { understoodAs: "What is the tariff on Taiwan?", topic: "Taiwan" };
const demand: Turn = { understoodAs: "트럼프는 한국에 무엇을 요구했나?", topic: "한국" };
const meeting: Turn = { understoodAs: "한국과 일본은 어디서 만났나?", topic: "일본" };
const envoy: Turn = { understoodAs: "이스라엘 대사는 누구를 만났나?", topic: "이스라엘" };
const ofNothing: Turn = { understoodAs: "관세는 얼마야?", topic: "" };

function check(previous: Turn | null, question: string, expected: string): void {
  expect(readingsOf(question, previous, lexicon)[0]?.text).toBe(expected);
}

it.each<[question: string, expected: string]>([
  ["지금은?", "지금 한국의 관세는 얼마야?"],
  ["그럼 요즘은 어때요?", "요즘 한국의 관세는 얼마야?"],
  ["지금은 얼마야?", "지금 한국의 관세는 얼마야?"],
])("the same as things are today: %s", (question, expected) => {
  check(tariff, question, expected);
  check({ ...tariff, understoodAs: "작년에 한국의 관세는 얼마야?" }, question, expected);
});

describe("a name replaces one of its kind in the question before", () => {
  it.each<[previous: Turn, question: string, expected: string]>([
    [tariff, "일본은?", "일본의 관세는 얼마야?"],
    [tariff, "그럼 일본은?", "일본의 관세는 얼마야?"],
    [tariff, "그러면 일본은요?", "일본의 관세는 얼마야?"],
    [tariff, "아니 일본은?", "일본의 관세는 얼마야?"],
    [tariff, "그거 말고 일본은?", "일본의 관세는 얼마야?"],
    [tariff, "그게 아니라 일본은?", "일본의 관세는 얼마야?"],
    [tariff, "일본은 어때?", "일본의 관세는 얼마야?"],
    [tariff, "일본은 어떻게 돼?", "일본의 관세는 얼마야?"],
    [tariff, "일본은 얼마야?", "일본의 관세는 얼마야?"],
    [tariff, "일본 쪽은?", "일본의 관세는 얼마야?"],
    [tariff, "일본의 경우는?", "일본의 관세는 얼마야?"],
    [tariff, "Japan?", "Japan의 관세는 얼마야?"],
    [tariff, "What about Japan?", "Japan의 관세는 얼마야?"],
    [english, "and Japan?", "What is the tariff on Japan?"],
    [english, "How about Canada?", "What is the tariff on Canada?"],
    // its own kind, not the first name
    [demand, "일본에는?", "트럼프는 일본에 무엇을 요구했나?"],
    [demand, "위트코프는?", "위트코프는 한국에 무엇을 요구했나?"],
    [tariff, "국방비는?", "한국의 국방비는 얼마야?"],
    // of several, the one that the talk is about
    [meeting, "중국은?", "한국과 중국은 어디서 만났나?"],
    [{ ...meeting, topic: "한국" }, "중국은?", "중국과 일본은 어디서 만났나?"],
    [{ ...meeting, topic: "" }, "중국은?", "중국과 일본은 어디서 만났나?"],
    // whatever form the name had
    [{ understoodAs: "타이완의 관세는 얼마야?", topic: "대만" }, "일본은?", "일본의 관세는 얼마야?"],
    [envoy, "중동특사는?", "이스라엘 중동특사는 누구를 만났나?"],
    // the same again
    [tariff, "한국은?", "한국의 관세는 얼마야?"],
  ])("%j, %s", check);
});

it("a name takes the question before along where that named none of its kind", () => {
  check(ofNothing, "그럼 일본은?", "일본 관세는 얼마야?");
  check(ofNothing, "그럼 위트코프는?", "위트코프 관세는 얼마야?");
  // of a country nobody asks for whatever is told of it
  check(ofNothing, "일본은?", "일본 관세는 얼마야?");
  expect(readingsOf("그럼 일본은?", ofNothing, lexicon)[1]?.text).toBe("그럼 일본은?");
});

it.each(["고마워!", "감사합니다", "안녕하세요", "thanks a lot"])("%s asks for nothing again", (courtesy) => {
  expect(readingsOf(courtesy, tariff, lexicon).map(({ text }) => text)).toEqual([courtesy]);
});

describe("words that only ask take the matter of the question before", () => {
  it.each<[previous: Turn, question: string, expected: string]>([
    [tariff, "왜?", "한국의 관세는 왜?"],
    [tariff, "그럼 왜?", "한국의 관세는 왜?"],
    [tariff, "언제?", "한국의 관세는 언제?"],
    [english, "for how long?", "tariff taiwan for how long?"],
    [english, "until when", "tariff taiwan until when"],
    [tariff, "언제부터?", "한국의 관세는 언제부터?"],
    [tariff, "누가?", "한국의 관세는 누가?"],
    [tariff, "어디서?", "한국의 관세는 어디서?"],
    [tariff, "얼마야?", "한국의 관세는 얼마야?"],
    [tariff, "Why?", "한국의 관세는 Why?"],
    [ofNothing, "왜?", "관세는 왜?"],
    // capitals stay, or WHO would ask
    [{ understoodAs: "WHO 탈퇴는 언제야?", topic: "WHO" }, "왜?", "WHO 탈퇴는 왜?"],
  ])("%j, %s", check);
});

describe("what points back takes the topic along", () => {
  it.each<[previous: Turn, question: string, expected: string]>([
    [tariff, "그 나라의 부통령은 누구야?", "한국 그 나라의 부통령은 누구야?"],
    [tariff, "거기는 무엇을 수출하나?", "한국 거기는 무엇을 수출하나?"],
    [tariff, "그 회담은 어디에서 열렸나?", "한국 그 회담은 어디에서 열렸나?"],
    [english, "What did they build there last winter?", "Taiwan What did they build there last winter?"],
    // so do few words with no name among them, and what goes on
    [tariff, "반도체는?", "한국 반도체는?"],
    [tariff, "그리고 세율은?", "한국 세율은?"],
  ])("%j, %s", check);
});

describe("a question of hardly more than what it asks for goes on with the question before, then with the topic", () => {
  it.each<[previous: Turn, question: string, expected: string[]]>([
    [tariff, "언제까지 내야 해?", ["한국의 관세는 언제까지 내야 해?", "한국 언제까지 내야 해?", "언제까지 내야 해?"]],
    [ofNothing, "신청은 어디서 해?", ["관세는 신청은 어디서 해?", "신청은 어디서 해?"]],
    [ofNothing, "환불은?", ["관세는 환불은?", "환불은?"]],
    // what nobody would say again
    [{ ...ofNothing, understoodAs: "관세는 ".repeat(20) }, "환불은?", ["환불은?"]],
  ])("%j, %s", (previous, question, expected) => {
    const readings = readingsOf(question, previous, lexicon);
    expect(readings.map(({ text }) => text)).toEqual(expected);
    expect(readings.map(({ own, inSpiritOf }) => [own, inSpiritOf])).toEqual(
      expected.map((text) => [text === question ? null : question, null]),
    );
  });
});

describe("a question that can be asked alone stays as it stands", () => {
  it.each<[name: string, previous: Turn | null, question: string]>([
    ["at the beginning", null, "왜?"],
    ["at the beginning, with a name", null, "일본은?"],
    ["with a name and a matter of its own", tariff, "일본의 국방비는 얼마야?"],
    ["with a name and much to say", tariff, "일본이 제안한 조선업 협력 계획은 무엇인가?"],
    ["with much to say and no name", tariff, "어민이 항구에 반납한 그물과 보증금은 얼마인가?"],
    ["with a name in capitals that the list does not hold", tariff, "Who is Rubio?"],
    ["with two names", tariff, "몽골과 캐나다는?"],
    ["with a name of no kind in the question before that is no country", ofNothing, "위트코프는?"],
    ["where the talk is about nothing", ofNothing, "그 나라는?"],
  ])("%s: %j, %s", (_name, previous, question) => check(previous, question, question));
});

describe("what a talk is about", () => {
  it.each<[name: string, understoodAs: string, heading: string, topic: string]>([
    ["a name that question and heading share", "트럼프가 대만에 요구한 것은?", "3.6. 대만", "대만"],
    ["as the question has it", "Taiwan tariffs?", "3.6. 대만", "Taiwan"],
    ["a short heading, without its number", "통행료는?", "4.1. 파나마 운하", "파나마 운하"],
    ["a name, where the heading is long", "일본의 통행료는?", "두 나라가 함께 쓰는 긴 뱃길의 통행료", "일본"],
    ["a name, where there is no heading", "일본의 통행료는?", "", "일본"],
    ["a name, where the heading asks without a mark", "일본의 통행료는 왜 올랐어?", "왜 올리나", "일본"],
    ["a name, where the heading asks", "일본의 통행료는 왜 올랐어?", "언제 오르나요?", "일본"],
    ["a name, where the heading is one of any article", "일본의 통행료는 왜 올랐어?", "2. 이유", "일본"],
    ["no office and no policy", "대사의 국방비는?", "", ""],
    ["nothing", "통행료는?", "", ""],
    ["what the question says of the title", "온기바우처는 얼마나 줘?", "신청 방법", "온기바우처"],
  ])("%s: %s under %j", (_name, understoodAs, heading, topic) => {
    expect(
      topicOfTurn(
        readQuestion(understoodAs, lexicon),
        { heading, title: "난방비를 돕는 온기바우처, 겨울부터" },
        lexicon,
      ),
    ).toBe(topic);
  });
});

it.each([
  ["what it was about before, where the article shows nothing else", "통행료는?", "", "온기바우처"],
  ["what it shows", "통행료는?", "4.1. 파나마 운하", "파나마 운하"],
])("a talk that stays in its article is about %s", (_name, understoodAs, heading, topic) => {
  const asked = readQuestion(understoodAs, lexicon);
  expect(topicOfTurn(asked, { heading, title: "난방비를 돕는 온기바우처" }, lexicon, "온기바우처")).toBe(topic);
});

it("takes another topic for the old question, and the question as it stands only where the answer keeps to the matter", () => {
  expect(readingsOf("그럼 일본은?", tariff, lexicon)).toEqual([
    { text: "일본의 관세는 얼마야?", inSpiritOf: null, own: null, isRival: false, goesOn: false },
    { text: "그럼 일본은?", inSpiritOf: "일본의 관세는 얼마야?", own: null, isRival: false, goesOn: false },
  ]);
});

it("does not ask about the topic in another script, which the documents could not contradict", () => {
  expect(readingsOf("How many tigers are there?", tariff, lexicon).map(({ text }) => text)).toEqual([
    "How many tigers are there?",
  ]);
});

it("goes on with the question before one that went on with it and found nothing", () => {
  const failed: Turn = { understoodAs: "관세는 등대는 몇 개야?", goesOnWith: "관세는 얼마야?", topic: "" };
  expect(readingsOf("언제부터 내?", failed, lexicon)[0]?.text).toBe("관세는 언제부터 내?");
});
