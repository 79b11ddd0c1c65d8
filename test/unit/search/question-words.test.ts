import { describe, expect, it } from "vitest";
import { isAttribute, isQuestionWord, weightOf } from "../../../src/search/question-words.ts";
import { readWords, type Word } from "../../../src/text/words.ts";

function wordOf(text: string): Word {
  const [word] = readWords(text);
  if (!word) throw new Error(`no word in ${text}`);
  return word;
}

/** As it weighs in the middle of a question. */
const weight = (text: string) => weightOf(wordOf(text), undefined, false);

describe("words that only ask", () => {
  it.each([
    "무엇을",
    "무엇이었나요",
    "뭐야",
    "머임",
    "머에요",
    "누구인가요",
    "누구였지",
    "누가",
    "언제부터",
    "어디에서",
    "얼마였어",
    "얼마나",
    "얼마예요",
    "몇",
    "며칠만에",
    "하재",
    "하래요",
    "며칠동안",
    "왜",
    "왜요",
    "어떻게",
    "어케",
    "어느",
    "알려줘",
    "설명해주세요",
    "궁금합니다",
    "돼",
    "되는데요",
    "건데",
    "맞음",
    "맞나요",
    "것은",
    "저는",
    "내가",
    "예요",
    "인가요",
    "who",
    "what",
    "the",
    "us",
  ])("%s asks", (text) => expect(isQuestionWord(wordOf(text))).toBe(true));

  it.each([
    "대만",
    "국방비는",
    "왜곡",
    "수도",
    "책",
    "은행",
    "이유",
    "요구했나",
    "25",
    "WHO",
    "US",
    "IT",
  ])("%s does not", (text) => expect(isQuestionWord(wordOf(text))).toBe(false));
});

describe("attributes", () => {
  it.each(["인구는", "나이는", "수도", "면적을", "가격은", "population", "price"])("%s is one", (text) =>
    expect(isAttribute(wordOf(text))).toBe(true));

  it.each(["대만의", "관세는", "협상을", "tariff"])("%s is none", (text) =>
    expect(isAttribute(wordOf(text))).toBe(false));
});

describe("weights", () => {
  it.each<[more: string, less: string]>([
    ["국방비를", "협상했나"],
    ["협상했나", "올렸나"],
    ["보증금을", "내리면"],
    ["하루면", "받는다고"],
    ["대만", "나라"],
    ["세율은", "정책은"],
    ["쇄빙선", "만들었나"],
    ["쇄빙선", "만든"],
    ["항구로", "들여온"],
    ["tariffs", "policy"],
    ["tariffs", "said"],
    ["그물을", "팔려고"],
    ["그물을", "받음"],
    ["그물을", "뒤에"],
    ["국방비를", "책을"],
    ["국방비", "나와"],
    ["국방비", "바꿔요"],
    ["국방비", "기다려"],
    ["국방비", "쫓겨나"],
    ["국방비", "미리"],
  ])("%s says more than %s", (more, less) => expect(weight(more)).toBeGreaterThan(weight(less)));

  it.each(["대만", "국방비를", "NATO", "25", "美", "tariffs"])("%s counts in full", (text) =>
    expect(weight(text)).toBe(1));

  it.each([
    "정책은",
    "올렸나",
    "한",
    "이미",
    "돈은",
    "돈의",
    "곳을",
    "뜻이야",
    "일인가요",
    "아무나",
    "위한",
    "통해",
    "said",
  ])("%s still counts a little", (text) => {
    expect(weight(text)).toBeGreaterThan(0);
    expect(weight(text)).toBeLessThan(0.5);
  });

  it.each(["need", "happens", "latest", "countries"])("so does %s", (text) => {
    expect(weight(text)).toBeGreaterThan(0);
    expect(weight(text)).toBeLessThan(0.5);
  });

  it("an everyday English verb says less than a noun, whatever its form", () => {
    expect(weight("bought")).toBeLessThan(weight("ferry"));
    expect(weight("buying")).toBe(weight("buy"));
    expect(weight("ferry")).toBe(1);
  });

  it.each(["permit", "leave"])("so does what may be a noun as well: %s", (text) => {
    expect(weight(text)).toBe(weight("buy"));
  });

  it("English in capitals is a name", () => {
    expect([isQuestionWord(wordOf("WHO")), weight("US")]).toEqual([false, 1]);
    expect(isQuestionWord(wordOf("who"))).toBe(true);
  });

  it("a counter behind its number says less than a noun of one syllable", () => {
    const [, counter] = readWords("12척");
    if (!counter) throw new Error("no counter");
    expect(weightOf(counter, undefined, false)).toBeLessThan(weight("배를"));
  });

  it("what ends a question after the word that asks is its verb", () => {
    expect(weightOf(wordOf("튕겨"), undefined, true)).toBeLessThan(weight("튕겨"));
    expect(weightOf(wordOf("국방비"), undefined, true)).toBe(1);
  });

  it("what an auxiliary follows is a verb", () => {
    const [verb, auxiliary] = readWords("끊어 버린");
    if (!verb) throw new Error("no verb");
    expect(weightOf(verb, auxiliary, false)).toBeLessThan(weight("끊어"));
  });
});
