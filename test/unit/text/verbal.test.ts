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
    "늦으면",
    "떨어지면",
    "들어서",
    "늦어서",
    "고쳐줘",
    "빌려주나요",
  ])("%s", (text) => expect(classified(text)).toBe("verb"));
});

describe("verbs, written together with what they tell of", () => {
  it.each(["밀린거", "뚫는거", "올린건", "팔린걸"])("%s", (text) => expect(classified(text)).toBe("verb"));

  it.each(["대통령선거", "법적근거", "전제조건", "강아지"])("%s is a noun", (text) =>
    expect(classified(text)).toBe("noun"));
});

describe("verbs, by what may be or must be done", () => {
  it.each([
    "데려와도 돼",
    "먹어도 되나요",
    "고쳐도 괜찮아",
    "써도 되는지",
    "나가도 돼",
    "내도 되나",
    "씻어야 돼",
    "내야 해",
    "가야 하나",
    "비워야 한다",
    "데려 가도",
    "챙겨 와",
    "고치러 오나요",
    "찾으러 가면",
  ])("%s", (text) => expect(classified(text)).toBe("verb"));

  it.each([
    "우산도 돼",
    "영수증도 되나요",
    "회의도 돼",
    "한국어도 돼",
    "영어가 있어",
    "누나와 있어",
    "단어도 괜찮아",
    "샤워도 돼",
    "고려도 돼",
    "휴가도 돼",
    "분야 하나",
    "이야 하고",
    "달러 가지고",
    "달러 오면",
    "오전 가게",
  ])("the first word of %s is a noun", (text) => expect(classified(text)).toBe("noun"));

  it("whoever comes for something says for what", () => expect(classified("접수하러 왔는데")).toBe("verbal-noun"));
});

describe("adverbs say as little as verbs", () => {
  it.each(["다시", "이미", "아직도", "갑자기", "조용히"])("%s", (text) => expect(classified(text)).toBe("verb"));
});

describe("either, where nouns and verbs share the ending", () => {
  it.each(["늘리라고", "늘리라는", "하루면", "내리면", "광고", "창고"])("%s", (text) =>
    expect(classified(text)).toBe("either"));
});

describe("the place decides where the ending does not", () => {
  it.each<[alone: string, placed: string]>([
    ["끊어", "끊어 버린"],
    ["떼어", "떼어 주고"],
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
