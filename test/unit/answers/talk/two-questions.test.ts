import { expect, it } from "vitest";
import { answerQuestion } from "../../../../src/answers/engine.ts";
import { ownSubject, questionsIn, saysSecondToo } from "../../../../src/answers/talk/two-questions.ts";
import { read } from "../../documents/read.ts";
import { articles, know, lexicon } from "../small-library.ts";

it.each<[name: string, message: string, first: string, second: string]>([
  ["each with its mark", "등대는 언제 세웠어? 높이는 얼마야?", "등대는 언제 세웠어?", "높이는 얼마야?"],
  ["whatever stands behind the mark", "등대는 언제 세웠어?? ㅎㅎ 높이는?", "등대는 언제 세웠어?", "ㅎㅎ 높이는?"],
  [
    "the second without a word of asking",
    "등대는 어디 있어? 돈을 내야 하나요?",
    "등대는 어디 있어?",
    "돈을 내야 하나요?",
  ],
  ["with wide marks", "등대는 어디 있어？ 돈을 내야 하나요？", "등대는 어디 있어?", "돈을 내야 하나요？"],
  ["the second without a mark", "등대는 어디 있어? 그리고 누가 지켜", "등대는 어디 있어?", "그리고 누가 지켜"],
  ["in English", "Who built it? When was it opened?", "Who built it?", "When was it opened?"],
  [
    "in one English sentence",
    "how much is the permit and when does the pier open?",
    "how much is the permit?",
    "when does the pier open?",
  ],
  ["in one sentence", "대상은 누구고 신청은 어디서 해요?", "대상은 누구지?", "신청은 어디서 해요?"],
  ["in one sentence of the past", "등대는 누가 세웠고 배는 몇 척이야?", "등대는 누가 세웠지?", "배는 몇 척이야?"],
  [
    "in one sentence of reports",
    "등대를 세운 까닭은 무엇이며, 그 높이는 얼마인가?",
    "등대를 세운 까닭은 무엇이지?",
    "그 높이는 얼마인가?",
  ],
  ["told with a verb", "요금은 어떻게 정해지며 언제 오르는가?", "요금은 어떻게 정해지지?", "언제 오르는가?"],
  ["told of the past", "등대는 언제 세워졌으며, 누가 지키는가?", "등대는 언제 세워졌지?", "누가 지키는가?"],
  ["the second by its mark", "요금은 얼마이며, 아이도 내야 하는가?", "요금은 얼마이지?", "아이도 내야 하는가?"],
  ["with a clause like 하고", "요금은 어떻게 정하고, 누가 걷나요?", "요금은 어떻게 정하지?", "누가 걷나요?"],
  ["the first two of three", "등대 누가 세웠어? 언제 세웠어? 왜 세웠어?", "등대 누가 세웠어?", "언제 세웠어?"],
  ["two things of one", "등대 구경 요금이랑 여는 시간", "등대 구경 요금", "등대 여는 시간"],
  ["the same, to be told", "뱃사공 모집 대상하고 신청 방법 좀 알려줘?", "뱃사공 모집 대상", "뱃사공 신청 방법"],
  ["the first asked to its end", "요금은 얼마인가, 또 누가 걷는가?", "요금은 얼마인가?", "또 누가 걷는가?"],
])("two questions, %s: %s", (_name, message, first, second) =>
  expect(questionsIn(message)).toMatchObject({ first, second }));

it.each<[message: string, inOneSentence: boolean]>([
  ["등대는 언제 세웠어? 높이는 얼마야?", false],
  ["등대는 언제 세웠고 높이는 얼마야?", true],
  ["Who built it and when was it opened?", true],
])("%s asks both in one sentence: %s", (message, inOneSentence) =>
  expect(questionsIn(message)).toMatchObject({ inOneSentence }));

it.each<[name: string, message: string]>([
  ["one", "등대는 언제 세웠어?"],
  ["what leads to it", "요금이 올랐어요? 얼마나요?"],
  ["a lone word of asking before it", "뭐야? 등대는 언제 세웠어?"],
  ["what is told before it", "등대를 보러 갔어요. 언제 세웠나요?"],
  ["what is told behind it", "등대는 언제 세웠나요? 아이가 궁금해해서요."],
  ["two names that meet", "시장이랑 선장 만난 곳"],
  ["a name alone before another", "금액이랑 기한"],
  ["a name with another, and what happened", "등대 요금이랑 배 요금이 왜 올랐어?"],
  ["words that were said", "시장은 등대를 두고 뭐라고 말했어?"],
  ["one with another", "시장은 누구하고 어디서 만났어?"],
  ["one deed and then another", "배가 뒤집혔고 몇 명이 다쳤어?"],
  ["one, asked for its place too", "When and where was it opened?"],
  ["one, asked for its time too", "How many books may I keep and how long?"],
  ["two things of one question", "What are the pier and the tower called?"],
  ["what somebody does meanwhile", "등대지기는 무엇을 하며 지내나요?"],
  ["what somebody said", "누가 등대를 판다고, 또 헌다고 말했나요?"],
  ["who did two things", "등대를 세우고, 배를 모은 사람은 누구인가?"],
  ["three of one sentence", "누가 세웠으며, 언제 세웠고, 왜 세웠는가?"],
  ["nothing", ""],
])("one question, %s: %s", (_name, message) => expect(questionsIn(message)).toBe(null));

it.each<[first: string, second: string, own: string | null]>([
  ["등대는 언제 세웠어?", "선착장은 언제 세웠어?", "선착장"],
  ["등대 입장료는 얼마야?", "선착장 입장료는 얼마야?", "선착장"],
  ["등대는 언제 세웠어?", "등대는 누가 지켜?", null],
  ["등대는 언제 세웠어?", "나이는 몇 살이야?", null],
  ["등대는 언제 세웠어?", "누가 지켜?", null],
])("%s %s is about %j by itself", (first, second, own) => expect(ownSubject(first, second, lexicon)).toBe(own));

const pier = read(
  "# 등대섬 안내\n\n## 등대\n\n등대는 1911년에 세웠다. 등대 높이는 21미터다.\n\n## 선착장\n\n선착장은 배 여섯 척이 쓴다.\n",
  "안내.md",
).article;
const knowledge = know([...articles, pier]);

it.each<[message: string, sentences: readonly string[], onlyFirst: boolean]>([
  ["등대는 언제 세웠어? 선착장은 언제 세웠어?", ["등대는 1911년에 세웠다."], true],
  ["등대는 언제 세웠어? 높이는 얼마야?", ["등대는 1911년에 세웠다.", "등대 높이는 21미터다."], false],
])("the second is answered about its own name or not at all: %s", (message, sentences, onlyFirst) => {
  const { answer } = answerQuestion(message, null, knowledge);
  expect(answer.sentences.map(({ text }) => text)).toEqual(sentences);
  expect(answer.onlyFirst ?? false).toBe(onlyFirst);
});

it("of more than two the first two are answered, and that is said", () => {
  const { answer } = answerQuestion("등대는 언제 세웠어? 높이는 얼마야? 우유는 얼마야?", null, knowledge);
  expect(answer.sentences.map(({ text }) => text)).toEqual(["등대는 1911년에 세웠다.", "등대 높이는 21미터다."]);
  expect(answer).toMatchObject({ onlyTwo: true });
  expect(answer.onlyFirst).toBeUndefined();
});

it.each<[sentence: string, first: string, second: string, says: boolean]>([
  [
    "The desk opens at nine and speaks Korean and Thai.",
    "When does the desk open?",
    "which languages does it speak?",
    true,
  ],
  ["The desk opens at nine, in three languages.", "When does the desk open?", "which languages?", true],
  ["The desk opens at nine.", "When does the desk open?", "which languages does it speak?", false],
  ["The desk opens at nine.", "When does the desk open?", "how much does the desk charge?", false],
  ["등대는 아홉 시에 열고 표는 부두에서 판다.", "등대는 언제 열어?", "표는 어디서 팔아?", true],
  ["등대는 아홉 시에 연다.", "등대는 언제 열어?", "등대 입장료는 얼마야?", false],
  ["등대는 아홉 시에 연다.", "등대는 언제 열어?", "얼마야?", false],
])("%j, asked %j, answers %j too: %j", (sentence, first, second, says) =>
  expect(saysSecondToo(sentence, { first, second }, lexicon)).toBe(says));
