import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../../../src/answers/engine.ts";
import { behindCourtesies, type Courtesy, courtesyIn } from "../../../../src/answers/talk/courtesy.ts";
import { articles, ask, know } from "../small-library.ts";

const KINDS: Readonly<Record<Exclude<Courtesy, "nothing-before">, readonly string[]>> = {
  greeting: [
    "안녕",
    "안녕!",
    "안녕하세요",
    "안녕하세요~ 😊",
    "안녕하세요 여러분",
    "반가워요",
    "안녕 뭐해",
    "안녕하세요, 뭐 하고 있어요?",
    "좋은 아침",
    "굿모닝",
    "ㅎㅇㅎㅇ",
    "hi",
    "Hello there!",
    "good morning",
  ],
  thanks: [
    "고마워",
    "고마워요 ㅎㅎ",
    "정말 고맙습니다",
    "감사합니다!",
    "알려 줘서 고마워",
    "수고하세요",
    "고마워요!! 수고하세요",
    "네, 알겠습니다. 감사합니다",
    "ok, thanks. bye",
    "ok thanks",
    "ㄱㅅ",
    "ㄳㄳ ㅎㅎ",
    "넵",
    "네 알겠어요",
    "got it",
    "thanks",
    "Thank you so much!",
    "고마워요 최고예요",
    "고마워! 도움됐어",
    "감사합니다 잘 봤어요",
    "👍🏻",
    "ㅋㅋㅋ",
    "^^",
    "bye",
    "ㅇㅇ",
    "응응",
    "네네",
    "예",
    "yes",
    "아니요, 괜찮아요",
  ],
  help: [
    ...["?", "???", "...", "…", "!?", "ㄴㄴ", "아니", "아니요.", "no"],
    ...[
      "도움말",
      "도와줘",
      "사용법 알려줘",
      "뭐 할 수 있어?",
      "뭘 할 수 있나요?",
      "너는 뭘 할 수 있어?",
      "무엇을 물어볼 수 있어?",
    ],
    ...[
      "어떻게 써?",
      "이거 어떻게 사용해요?",
      "너 누구야?",
      "help",
      "Help me!",
      "Can you help me?",
      "안녕하세요! 뭐 할 수 있어요?",
      "안녕? 너 뭐 할 수 있어?",
      "안녕 너 뭐 할 수 있어?",
      "너는 뭐야?",
      "안녕하세요? 이 봇은 뭐예요?",
      "당신은 누구입니까?",
      "네 이름이 뭐야?",
      "뭘 알고 있어?",
      "어떤 질문을 할 수 있어?",
      "hello? what can you do?",
      "What can you help me with?",
      "what's this bot?",
      "what can you do",
      "What can I ask?",
      "How do I use this?",
    ],
  ],
};
const cases = Object.entries(KINDS).flatMap(([kind, texts]) => texts.map((text): [string, string] => [text, kind]));

it.each(cases)("%j is a %s", (text, kind) => expect(courtesyIn(text)).toBe(kind));

it.each([
  "안녕하세요, 일본 관세는?",
  "안녕 대만 국방비는 얼마야",
  "고마워 그럼 일본은?",
  "Hi, what is the tariff on cars?",
  "hello kitty",
  "도움말 페이지 주소는?",
  "도와줘야 하는 나라는?",
  "누구를 도와줘?",
  "몽골은 뭐 할 수 있어?",
  "what can Japan do",
  "감사 기관은?",
  "감사원",
  "안녕 프로젝트",
  "안녕 프로젝트는 뭐야?",
  "뭐야?",
  "어떤 도움을 받을 수 있어?",
  "배 이름이 뭐야?",
  "너울은 뭐야?",
  "감사? 뭐야",
  "help desk",
  "",
  "아니 땐 굴뚝",
  "예 아니오 투표 결과는?",
  "no-fly zone",
])("%j asks for something", (text) => expect(courtesyIn(text)).toBeNull());

it.each([
  ["고마워, 그럼 일본은?", "그럼 일본은?"],
  ["안녕하세요 대만 국방비는 얼마야", "대만 국방비는 얼마야"],
  ["안녕? 오늘 배 시간은?", "오늘 배 시간은?"],
  ["Hi there? how much is the ferry?", "how much is the ferry?"],
  ["네, 감사합니다! 그럼 일본은요?", "그럼 일본은요?"],
  ["Hello, how much is the ferry?", "how much is the ferry?"],
  ["Thanks! And Japan?", "And Japan?"],
  ["help me find the price of a day pass", "the price of a day pass"],
  ["감사 결과는 어떻게 나왔어?", "감사 결과는 어떻게 나왔어?"],
  ["thanks to whom did the talks succeed?", "thanks to whom did the talks succeed?"],
  ["하이 리스크 상품은?", "하이 리스크 상품은?"],
  ["아니, 대만은?", "대만은?"],
  ["안녕하세요", "안녕하세요"],
  ["", ""],
])("behind the courtesies of %j stands %j", (text, asked) => expect(behindCourtesies(text)).toBe(asked));

describe("an answer to a courtesy", () => {
  it("quotes nothing", () => {
    for (const text of Object.values(KINDS).flat())
      expect(ask(text)).toMatchObject({
        status: "not-found",
        sentences: [],
        citations: [],
        courtesy: courtesyIn(text),
      });
  });

  it("is none where a question follows the greeting", () => {
    const bare = ask("일본 자동차 관세는 몇 퍼센트야?");
    const greeted = ask("안녕하세요, 일본 자동차 관세는 몇 퍼센트야?");
    expect(greeted.courtesy).toBeNull();
    expect(greeted.sentences).toEqual(bare.sentences);
    expect(greeted.status).toBe("answered");
  });

  it("is none where a follow-up follows the thanks", () => {
    const knowledge = know(articles);
    const { turn } = answerQuestion("대만 국방비는 얼마야?", null, knowledge);
    const bare = answerQuestion("그럼 일본은?", turn, knowledge);
    const thanked = answerQuestion("고마워, 그럼 일본은?", turn, knowledge);
    expect(thanked.answer.understoodAs).toBe(bare.answer.understoodAs);
    expect(thanked.answer.sentences).toEqual(bare.answer.sentences);
    expect(thanked.turn).toEqual(bare.turn);
  });

  it("leaves the talk where it was", () => {
    const knowledge = know(articles);
    const { turn } = answerQuestion("대만 국방비는 얼마야?", null, knowledge);
    expect(answerQuestion("고마워!", turn, knowledge).turn).toEqual(turn);
  });

  it.each(["안녕하세요", "고마워요", "도움말", "hello"])("%j opens no talk about itself", (text) => {
    const knowledge = know(articles);
    const { turn } = answerQuestion(text, null, knowledge);
    for (const question of ["그럼 일본은?", "왜?", "and Japan?", "자동차 관세는 얼마야?"]) {
      const alone = answerQuestion(question, null, knowledge).answer;
      expect(answerQuestion(question, turn, knowledge).answer).toEqual(alone);
    }
  });
});
