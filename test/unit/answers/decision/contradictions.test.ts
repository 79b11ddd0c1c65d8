import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../../../src/answers/engine.ts";
import { read } from "../../documents/read.ts";
import { articles, know } from "../small-library.ts";

/** An article of a day ("" for none), with a title and a text. */
type News = readonly [day: string, title: string, text: string];

function ask(question: string, ...news: readonly News[]) {
  const read_ = news.map(([day, title, text], at) =>
    read(`---\ntitle: ${title}\n${day === "" ? "" : `date: ${day} 09:00:00 +0900\n`}---\n\n${text}\n`, `글 ${at}.md`),
  );
  const { answer } = answerQuestion(question, null, know([...articles, ...read_.map(({ article }) => article)]));
  return {
    differ: answer.differ,
    days: answer.citations.map(({ publishedAt }) => publishedAt?.slice(0, 10) ?? ""),
    first: answer.sentences[0]?.text,
  };
}

describe("articles of different days that contradict each other", () => {
  it.each<[name: string, question: string, older: News, newer: News]>([
    [
      "in a share",
      "캐나다산 목재 관세는 몇 퍼센트야?",
      ["2025-03-04", "목재 관세 소식", "정부는 캐나다산 목재에 관세 10%를 매긴다."],
      ["2025-06-04", "목재 관세 소식", "정부는 캐나다산 목재에 관세 15%를 매긴다."],
    ],
    [
      "in a share that was changed",
      "몽골산 캐시미어 관세는 얼마야?",
      ["2025-03-04", "캐시미어 관세", "몽골산 캐시미어 관세는 8%다."],
      ["2025-06-04", "캐시미어 관세 인상", "몽골산 캐시미어 관세가 8%에서 12%로 올랐다."],
    ],
    [
      "in an amount that is told to change, of what the older one names with more words",
      "섬 여객선 낮배 요금은 얼마야?",
      ["2025-03-04", "여객선 요금 안내", "섬 여객선 낮배 요금은 갈매기항과 물개항에서 7,000원이다."],
      ["2025-06-04", "뱃삯 인상", "가을부터 여객선 낮배 요금은 7,000원에서 8,500원이 된다."],
    ],
    [
      "in money",
      "섬 여객선 요금은 얼마야?",
      ["2025-03-04", "여객선 요금 안내", "섬 여객선 요금은 7천 원이다."],
      ["2025-06-04", "여객선 요금 인상 안내", "섬 여객선 요금은 8,500원이다."],
    ],
    [
      "in a count",
      "등대 순찰선은 몇 척이야?",
      ["2025-03-04", "등대 순찰", "등대 순찰선은 모두 12척이다."],
      ["2025-06-04", "등대 순찰", "등대 순찰선은 모두 15척이다."],
    ],
    [
      "in a duration",
      "그물 보관 기간은 얼마 동안이야?",
      ["2025-03-04", "그물 보관", "그물 보관 기간은 30일 동안이다."],
      ["2025-06-04", "그물 보관", "그물 보관 기간은 45일 동안이다."],
    ],
    [
      "in English",
      "What is the tariff on maple furniture?",
      ["2025-03-04", "Furniture tariff", "The tariff on maple furniture is 10 percent."],
      ["2025-06-04", "Furniture tariff raised", "The tariff on maple furniture was raised to 15 percent."],
    ],
    [
      "in English, in money",
      "How much is the ferry permit fee?",
      ["2025-03-04", "Ferry permit", "The ferry permit fee is $40."],
      ["2025-06-04", "Ferry permit", "The ferry permit fee is $55."],
    ],
  ])("%s: both are quoted, the newer first, and said to differ", (_name, question, older, newer) => {
    const expected = { differ: true, days: [newer[0], older[0]], first: newer[2] };
    expect(ask(question, older, newer)).toEqual(expected);
    expect(ask(question, newer, older)).toEqual(expected);
  });

  it("are told of once for each amount, from the newest that states it", () => {
    const said = (percent: number) => `정부는 캐나다산 목재에 관세 ${percent}%를 매긴다.`;
    const { differ, days } = ask(
      "캐나다산 목재 관세는 몇 퍼센트야?",
      ["2025-03-04", "목재 관세 소식", said(10)],
      ["2025-06-04", "목재 관세 소식", said(15)],
      ["2025-04-04", "목재 관세 소식", said(10)],
    );
    expect(differ).toBe(true);
    expect(days).toEqual(["2025-06-04", "2025-04-04"]);
  });
});

describe("no contradiction", () => {
  it.each<[name: string, question: string, one: News, other: News]>([
    [
      "two countries",
      "자동차 관세는 몇 퍼센트야?",
      ["2025-03-04", "자동차 관세 소식", "정부는 일본산 자동차에 관세 10%를 매긴다."],
      ["2025-06-04", "자동차 관세 소식", "정부는 한국산 자동차에 관세 15%를 매긴다."],
    ],
    [
      "two countries, named in the titles alone",
      "자동차 관세는 몇 퍼센트야?",
      ["2025-03-04", "일본 소식", "자동차 관세는 올해부터 10%로 정해졌다."],
      ["2025-06-04", "한국 소식", "자동차 관세는 올해부터 15%로 정해졌다."],
    ],
    [
      "two years that were the last one",
      "섬 여객선 손님은 몇 명이야?",
      ["2024-03-04", "여객선 손님", "지난해 섬 여객선 손님은 1,200명이었다."],
      ["2025-03-04", "여객선 손님", "지난해 섬 여객선 손님은 1,500명이었다."],
    ],
    [
      "two places that nobody lists",
      "섬 여객선 요금은 얼마야?",
      ["2025-03-04", "돌문항 여객선 안내", "섬 여객선 요금은 7,000원이다."],
      ["2025-06-04", "솔섬항 여객선 안내", "섬 여객선 요금은 8,500원이다."],
    ],
    [
      "two things",
      "캐나다산 관세는 몇 퍼센트야?",
      ["2025-03-04", "관세 소식", "정부는 캐나다산 목재에 관세 10%를 매긴다."],
      ["2025-06-04", "관세 소식", "정부는 캐나다산 구리에 관세 15%를 매긴다."],
    ],
    [
      "a change from the same amount of something else",
      "섬 여객선 낮배 요금은 얼마야?",
      ["2025-03-04", "여객선 요금 안내", "섬 여객선 낮배 요금은 갈매기항과 물개항에서 7,000원이다."],
      ["2025-06-04", "수영장 소식", "수영장 요금은 7,000원에서 8,500원이 된다."],
    ],
    [
      "a part of the thing",
      "캐나다산 목재 관세는 몇 퍼센트야?",
      ["2025-03-04", "목재 관세 소식", "정부는 캐나다산 목재에 관세 10%를 매긴다."],
      ["2025-06-04", "목재 관세 소식", "정부는 캐나다산 합판용 목재에 관세 15%를 매긴다."],
    ],
    [
      "other quantities",
      "등대 순찰선은 몇 척이야?",
      ["2025-03-04", "등대 순찰", "등대 순찰선은 모두 12척이다."],
      ["2025-06-04", "등대 순찰", "등대 순찰선은 모두 3시간 동안 돈다."],
    ],
    [
      "the same amount in other words",
      "섬 여객선 요금은 얼마야?",
      ["2025-03-04", "여객선 요금 안내", "섬 여객선 요금은 7천 원이다."],
      ["2025-06-04", "여객선 요금 안내", "섬 여객선 요금은 7,000원이다."],
    ],
    [
      "an amount that is rounded",
      "섬 주민은 몇 명이야?",
      ["2025-03-04", "섬 주민 소식", "섬 주민은 모두 2,034명이다."],
      ["2025-06-04", "섬 주민 소식", "섬 주민은 모두 약 2천 명이다."],
    ],
    [
      "one day",
      "캐나다산 목재 관세는 몇 퍼센트야?",
      ["2025-06-04", "목재 관세 소식", "정부는 캐나다산 목재에 관세 10%를 매긴다."],
      ["2025-06-04", "목재 관세 소식", "정부는 캐나다산 목재에 관세 15%를 매긴다."],
    ],
    [
      "a day that is not known",
      "캐나다산 목재 관세는 몇 퍼센트야?",
      ["2025-06-04", "목재 관세 소식", "정부는 캐나다산 목재에 관세 10%를 매긴다."],
      ["", "목재 관세 소식", "정부는 캐나다산 목재에 관세 15%를 매긴다."],
    ],
    [
      "two things, in English",
      "What is the tariff on furniture?",
      ["2025-03-04", "Tariffs", "The tariff on maple furniture is 10 percent."],
      ["2025-06-04", "Tariffs", "The tariff on steel furniture is 15 percent."],
    ],
    [
      "two countries, in English",
      "What is the tariff on cars?",
      ["2025-03-04", "Car tariff", "The tariff on cars from Japan is 10 percent."],
      ["2025-06-04", "Car tariff", "The tariff on cars from Mongolia is 15 percent."],
    ],
  ])("%s", (_name, question, one, other) => expect(ask(question, one, other).differ).toBe(false));
});
