import { describe, expect, it } from "vitest";
import { classOf, type WordClass } from "../../../src/text/verbal.ts";
import { readWords } from "../../../src/text/words.ts";

/** The class of the first word; the second stands after it, and "?" says that the question ends with the first. */
function classified(text: string): WordClass {
  const [word, next] = readWords(text);
  if (!word) throw new Error(`no word in ${text}`);
  return classOf(word, next, text.endsWith("?"));
}

describe("nouns", () => {
  it.each([
    "관세",
    "관세를",
    "국방비의",
    "대통령은",
    "정부가",
    "항구에서",
    "바다로",
    "독도는",
    "러시아는",
    "요구",
    "올해",
    "정당",
    "지하",
    "방해",
    "오리",
    "책",
  ])("%s", (text) => expect(classified(text)).toBe("noun"));
});

describe("nouns made verbs, whatever the ending", () => {
  it.each([
    "요구하다",
    "요구했나",
    "시작된",
    "시작됐다",
    "협상한다고",
    "발표했던",
    "거부당한",
    "신청받은",
    "급격하게",
  ])("%s", (text) => expect(classified(text)).toBe("verbal-noun"));
});

describe("verbs, by an ending that no noun has", () => {
  it.each([
    "밝혔다",
    "올렸나",
    "있었던",
    "받는",
    "먹는",
    "올린다며",
    "올리도록",
    "물러나겠다",
    "빠지면서",
    "사는데",
    "크거나",
  ])("%s", (text) => expect(classified(text)).toBe("verb"));
});

describe("verbs, written together with what they tell of", () => {
  it.each(["밀린거", "뚫는거", "올린건", "팔린걸"])("%s", (text) => expect(classified(text)).toBe("verb"));

  it.each(["대통령선거", "법적근거", "전제조건", "강아지"])("%s is a noun", (text) =>
    expect(classified(text)).toBe("noun"));
});

describe("adverbs say as little as verbs", () => {
  it.each(["다시", "이미", "갑자기", "조용히"])("%s", (text) => expect(classified(text)).toBe("verb"));
});

describe("either, where nouns and verbs share the ending", () => {
  it.each(["늘리라고", "늘리라는", "하루면", "내리면", "광고", "창고"])("%s", (text) =>
    expect(classified(text)).toBe("either"));
});

describe("the place decides where the ending does not", () => {
  it.each<[alone: string, placed: string]>([
    ["끊어", "끊어 버린"],
    ["떼어", "떼어 주고"],
    ["들어서", "들어서?"],
    ["빠져", "빠져?"],
    ["나오지", "나오지?"],
  ])("%s is a verb in %j", (alone, placed) => {
    expect([alone, placed].map(classified)).toEqual(["noun", "verb"]);
  });

  it.each(["관세 주고", "관세?", "정책?", "대만?", "호주?", "후보?"])("%s stays a noun", (text) =>
    expect(classified(text)).toBe("noun"));
});

it.each(["NATO", "25", "美", "アメリカ"])("%s is a noun, as all that is not Hangul", (text) => {
  expect(classified(text)).toBe("noun");
  expect(classified(`${text}?`)).toBe("noun");
});
