import { expect, it } from "vitest";
import { inFull } from "../../../../src/answers/message/in-full.ts";

it.each([
  ["정기권은 얼만데?", "정기권은 얼마인데?"],
  ["배는 언젠데요", "배는 언제인데요"],
  ["누군지 알려줘", "누구인지 알려줘"],
  ["어딘가요?", "어디인가요?"],
  ["원산지 표시 이란 무엇인가요?", "원산지 표시이란 무엇인가요?"],
])("%s: %s", (question, inWords) => {
  expect(inFull(question)).toBe(inWords);
});

it.each([
  "얼마야?",
  "누군가 봤어?",
  "언젠가 다시 열려?",
  "어딘가에 있어?",
  "누군데이터?",
  "이란 제재가 뭐야?",
  "미국과 이란 관계는?",
])("%s stays as it is", (question) => {
  expect(inFull(question)).toBe(question);
});
