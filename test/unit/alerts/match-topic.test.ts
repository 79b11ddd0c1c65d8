import { describe, expect, it } from "vitest";
import { matchTopic } from "../../../src/alerts/match-topic.ts";
import { EVERYTHING, type Topic } from "../../../src/alerts/topic.ts";
import type { Article } from "../../../src/documents/article.ts";
import { article, section } from "./alert-article.ts";
import { lexicon } from "./alert-lexicon.ts";

const matched = (topic: Partial<Topic>, of: Article) => matchTopic({ ...EVERYTHING, ...topic }, of, lexicon);
const says = (word: string, text: string) => matched({ include: [word] }, article(text)) !== null;

describe("a word is said", () => {
  it.each([
    // whatever follows it
    ["관세", "관세를 올렸다"],
    ["관세", "관세였다고 한다"],
    ["대만", "대만은 섬이다"],
    ["전문가", "전문가는 달랐다"],
    ["캐나다", "캐나다가 답했다"],
    ["추방", "그들을 추방했다"],
    ["핵", "핵은 위험하다"],
    // where somebody typed more than the word
    ["관세를", "관세가 올랐다"],
    ["미국의 관세", "미국이 관세를 올렸다"],
    // as the beginning, the head or the middle of a compound
    ["관세", "관세청 발표"],
    ["관세", "상호관세를 매긴다"],
    ["관세", "상호관세율은 높다"],
    ["관세", "한미관세협상을 열었다"],
    ["관세", "대미국관세협상단이 떠났다"],
    ["반도체", "차세대반도체공장을 짓는다"],
    ["물가", "소비자물가 상승"],
    ["전문가", "외부전문가 초청"],
    // with and without spaces
    ["방위비 분담금", "방위비분담금을 올렸다"],
    ["방위비분담금", "방위비 분담금을 올렸다"],
    ["연금개혁", "연금 개혁을 미뤘다"],
    ["연금 개혁", "연금개혁을 미뤘다"],
    ["미국 관세", "미국관세에 답했다"],
    // of several parts
    ["한미", "한·미 정상이 만났다"],
    ["한미", "한·미가 합의했다"],
    ["한·미", "한미 정상이 만났다"],
    ["F-35", "F35 전투기"],
    ["한미FTA", "한미 FTA를 고쳤다"],
    ["5G", "5G망을 깔았다"],
    ["G7", "G7 정상이 모였다"],
    // by another name
    ["EU", "유럽연합은 답했다"],
    ["유럽연합", "the European Union said"],
    ["tariff", "상호관세를 매긴다"],
    ["관세", "Tariffs rose"],
    ["미국", "美中 갈등이 커졌다"],
    ["중국", "미중 갈등이 커졌다"],
    ["us", "미국은 답했다"],
    ["nuclear", "nuclear weapons"],
    ["유럽", "유럽연합은 답했다"],
    ["무역", "무역적자가 늘었다"],
    // in other letters
    ["tariff", "TARIFFS"],
    ["관세", "관세".normalize("NFD")],
    ["AI", "ＡＩ 규제"],
    ["1454", "1,454건"],
    ["25", "25%를 낸다"],
  ])("%j in %j", (word, text) => expect(says(word, text)).toBe(true));

  it.each([
    // what only looks alike
    ["대만", "절대만 아니라면"],
    ["대만", "절대만으로는 모른다"],
    ["대만", "상대만 이기면 된다"],
    ["대만", "최대만족도"],
    ["인도", "외국인도 왔다"],
    ["인도", "인도네시아는 섬이 많다"],
    ["이란", "전략이란 무엇인가"],
    ["이란", "‘공정’이란 말"],
    ["전문가", "전문적인 말"],
    ["정상회의", "정상회담을 열었다"],
    ["미국산", "미국은 답했다"],
    ["핵", "해킹을 막았다"],
    ["관세", "과세 방안"],
    // Latin words and numbers are whole
    ["AI", "he said"],
    ["us", "he gave us bread"],
    ["US", "he gave us bread"],
    ["IT", "it is late"],
    ["art", "the party"],
    ["25", "2.5%를 낸다"],
    ["F-35", "F 구역에 문이 35개 있다"],
    // nothing to look for
    ["!", "안녕!"],
    ["은", "은은 빛난다"],
    ["", "글"],
    ["관세", ""],
  ])("not %j in %j", (word, text) => expect(says(word, text)).toBe(false));
});

describe("a phrase is said", () => {
  const phrase = { include: ["대만 국방비"] };

  it.each<[where: string, of: Article, said: boolean]>([
    ["in one section", article("국방비를 대만이 올렸다."), true],
    ["in a section and the headings above it", article([section("국방비가 늘었다.", "나라별", "3. 대만")]), true],
    ["in a section and the title", article(["비가 왔다.", "국방비가 늘었다."], { title: "대만 소식" }), true],
    ["in the title", article([], { title: "대만 국방비" }), true],
    ["in two sections", article(["대만은 섬이다.", "국방비가 늘었다."]), false],
    ["in half", article("대만은 섬이다."), false],
  ])("%s", (_, of, said) => expect(matched(phrase, of) !== null).toBe(said));

  it("in a note", () => {
    const noted = { ...section("국방비가 늘었다."), footnotes: [{ mark: "1", text: "대만 정부" }] };
    expect(matched(phrase, article([noted]))).toEqual(["대만 국방비"]);
  });
});

describe("a topic", () => {
  const of = article("EU가 철강 관세를 올렸다.", { source: "보기 신문", categories: ["Trade", "산업"] });

  it.each<[topic: Partial<Topic>, words: readonly string[] | null]>([
    [{}, []],
    [{ include: ["쌀", "철강", "관세", "유럽연합"] }, ["철강", "관세", "유럽연합"]],
    [{ include: ["쌀"] }, null],
    [{ include: ["!"] }, null],
    [{ include: ["관세"], exclude: ["유럽연합"] }, null],
    [{ include: ["관세"], exclude: ["쌀"] }, ["관세"]],
    [{ exclude: ["철강 관세"] }, null],
    [{ exclude: ["쌀 관세", "!"] }, []],
    [{ sources: ["보기신문"] }, []],
    [{ sources: ["다른 신문", "보기신문"], include: ["관세"] }, ["관세"]],
    [{ sources: ["다른 신문"], include: ["관세"] }, null],
    [{ categories: ["ｔｒａｄｅ"] }, []],
    [{ categories: ["문화", "산업"], sources: ["보기신문"] }, []],
    [{ categories: ["문화"] }, null],
  ])("%j: %j", (topic, words) => expect(matched(topic, of)).toEqual(words));

  it("of a category does not want what has none", () => {
    expect(matched({ categories: ["산업"] }, article("글"))).toBeNull();
  });
});
