import { expect, it } from "vitest";
import { createAnotherMonth } from "../../../../src/answers/another/another-month.ts";
import { readQuestion } from "../../../../src/answers/asked/read-question.ts";
import { answerQuestion } from "../../../../src/answers/engine.ts";
import { dayOf } from "../../../../src/text/calendar.ts";
import { readEvidence } from "../../../../src/text/evidence.ts";
import { read } from "../../documents/read.ts";
import { articles, know, lexicon } from "../small-library.ts";

const feasts = read(
  `# 등대섬 잔치

## 봄 잔치

4월 3일에는 그물을 말리는 잔치가 열린다.

## 등대 구경

등대는 5월부터 9월까지 오후 8시에 닫는다. 한 번에 4-5명이 오르고 3.5달러를 낸다.

## 물고기 값

6월 물고기 값은 한 상자에 30,000원이었다. 7월 물고기 값은 한 상자에 35,000원이었다.
`,
  "잔치.md",
).article;
const knowledge = know([...articles, feasts]);
const first = (question: string) => answerQuestion(question, null, knowledge).answer.sentences[0]?.text;

it.each<[name: string, question: string, sentence: string | undefined]>([
  ["the month asked about", "4월 3일에는 무슨 잔치가 열려?", "4월 3일에는 그물을 말리는 잔치가 열린다."],
  ["no other one, though its day is the number", "3월 3일에는 무슨 잔치가 열려?", undefined],
  ["of several months the one", "6월 물고기 값은 얼마야?", "6월 물고기 값은 한 상자에 30,000원이었다."],
  ["and the other", "7월 물고기 값은 얼마야?", "7월 물고기 값은 한 상자에 35,000원이었다."],
  ["what lies between two months", "7월에 등대는 몇 시에 닫아?", "등대는 5월부터 9월까지 오후 8시에 닫는다."],
  ["any where a date is asked for", "그물 잔치는 언제 열려?", "4월 3일에는 그물을 말리는 잔치가 열린다."],
])("%s: %s", (_name, question, sentence) => expect(first(question)).toBe(sentence));

it("what began before the month holds in it", () => {
  const text = `---
title: 그물 수입세 오른다
date: 2026-01-20
---

그물 수입세는 2월 1일부터 80%를 낸다. 돛 수입세는 12월 5일부터 30%를 냈다.
`;
  const taxed = know([...articles, read(text, "세금.md").article]);
  const today = { year: 2026, month: 11, day: 23 };
  const told = (question: string) => answerQuestion(question, null, taxed, null, today).answer.sentences[0]?.text;
  expect(told("3월 그물 수입세는 얼마야?")).toBe("그물 수입세는 2월 1일부터 80%를 낸다.");
  expect(told("1월 그물 수입세는 얼마야?")).not.toBe("그물 수입세는 2월 1일부터 80%를 낸다.");
});

it.each<[writtenOn: string, text: string, isOfAnother: boolean]>([
  ["2026-10-08", "그물 수입세를 30%에서 20%로 내린다.", true],
  ["2026-04-22", "그물 수입세를 50%에서 30%로 내리기로 했다.", false],
  ["2026-06-30", "그물 수입세를 30%에서 20%로 내린다.", false],
  ["2026-10-08", "그물 수입세는 30%다.", false],
])("a change told of after the month was made later: %s, %s", (writtenOn, text, isOfAnother) => {
  const today = { year: 2026, month: 11, day: 23 };
  const isOf = createAnotherMonth(readQuestion("6월에 그물 수입세는?", lexicon, today));
  const [article] = articles;
  const evidence = readEvidence(text, lexicon);
  const words = [0, 0, 1, 1];
  const placed = { text, evidence, article, headingPath: [], title: "", writtenOn: dayOf(writtenOn), before: [] };
  const said = { statesWanted: false, inSentence: words, inReach: words };
  expect(article && isOf?.({ ...placed, article, ...said })).toBe(isOfAnother);
});
