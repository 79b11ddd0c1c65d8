import { describe, expect, it } from "vitest";
import { readQuery } from "../../../src/search/query.ts";
import { evidenceOfRelated, RELATED, readEvidence } from "../../../src/text/evidence.ts";
import { parseLexicon } from "../../../src/text/lexicon.ts";
import { conceptTerm } from "../../../src/text/terms.ts";

const { lexicon } = parseLexicon(
  `미국	美	US	United States
중국	中
한국	韓
일본	日
대만	타이완	Taiwan
유럽연합	EU	European Union
국무장관	Secretary of State
세계보건기구	WHO
관세	tariff
국방비	국방 예산
요구
미국+중국	미중
`,
  "거절\t거부\t뿌리치다\nbuy\tpurchase\n",
);

/** Stems in order, each with its concept where it has one. */
function shown(question: string): string {
  const { words } = readQuery(question, lexicon);
  return words.map(({ word, concept }) => (concept === null ? word.stem : `${word.stem}=${concept}`)).join(" ");
}

function weightIn(question: string, stem: string): number {
  const found = readQuery(question, lexicon).words.find(({ word }) => word.stem === stem);
  if (!found) throw new Error(`no ${stem} in ${question}`);
  return found.weight;
}

function terms(question: string): string[] {
  return [...readQuery(question, lexicon).terms.keys()];
}

it("a name is no form of a verb that it begins as", () => {
  const { lexicon: withVerb } = parseLexicon("그리스\tGreece\n", "그리다\t묘사\n");
  const nounsOf = (question: string) => readQuery(question, withVerb).words.flatMap(({ related }) => related.nouns);
  expect(nounsOf("그리는 사람")).toContain("묘사");
  expect(nounsOf("그리스 관세")).toEqual([]);
});

describe("what a question is about", () => {
  it.each<[name: string, question: string, expected: string]>([
    ["a noun and what it does, typed as one word", "거절나면? 비오면?", "거절 나면 비 오면"],
    ["and with what only ends a sentence", "거절나면요?", "거절 나면요"],
    ["but no verb that ends so", "올라가면? 국가면?", "올라가면 국가면"],
    ["the verb that only asks on", "협상은 어떻게 해?", "협상"],
    ["with what it is done for", "관세는 뭘 해줘요?", "관세=관세"],
    ["but a year is asked of", "쇄빙선은 어느 해?", "쇄빙선 해"],
    ["what points back names nothing", "거기서 협상은?", "협상"],
    ["what is come for stands without its ending", "쇄빙선을 계약하러 갈 때", "쇄빙선 계약"],
    ["a noun that also asks, before another one", "관세 거래 정지는? 정리 해고는?", "관세=관세 거래 정지 정리 해고"],
    ["and asking at the end", "대만 정리", "대만=대만"],
    ["words that ask are dropped", "대만은 관세를 왜 얼마나 협상했나요?", "대만=대만 관세=관세 협상"],
    [
      "a name is whole over a word that says nothing",
      "who is the secretary of state?",
      "secretary=국무장관 state=국무장관",
    ],
    ["also in English", "what is the tariff on Taiwan?", "tariff=관세 taiwan=대만"],
    ["also requests", "유럽연합에 대해 알려줘", "유럽연합=유럽연합"],
    ["of nothing else they stay", "누가 왜?", "누가 왜"],
    ["a word said twice counts once", "대만 쇄빙선 대만", "대만=대만 쇄빙선"],
    ["whatever its particles", "쇄빙선은 쇄빙선을", "쇄빙선"],
    ["names in capitals are no words that ask", "US는 WHO를 탈퇴하나?", "us=미국 who=세계보건기구 탈퇴"],
    ["in small letters they are", "who met us?", "met"],
    ["a row of Hanja names is taken apart", "美中 정상", "美=미국 中=중국 정상"],
    ["as is one with a noun behind it", "韓日의 쇄빙선", "韓=한국 日=일본 쇄빙선"],
    ["but not where a character names nothing", "美式 쇄빙선", "美式 쇄빙선"],
    ["a form of two words is one concept", "국방 예산은?", "국방=국방비 예산=국방비"],
    ["a question without spaces", "대만국방비는얼마", "대만=대만 국방비=국방비"],
    ["the time of something", "출항때 쇄빙선은?", "출항 쇄빙선"],
    ["what stands behind a counter", "3호쇄빙선 12차협상", "3 호 쇄빙선 12 차 협상"],
    ["the ability to do something", "쇄빙선을 도울 수도 있나?", "쇄빙선 도울"],
    ["the capital of a country", "대만의 수도는 어디?", "대만=대만 수도"],
    ["a number keeps no separators", "관세 1,200원", "관세=관세 1200 원"],
    ["nothing", "", ""],
    ["marks alone", "?!…", ""],
  ])("%s: %s", (_name, question, expected) => {
    expect(shown(question)).toBe(expected);
  });

  it("asks for what something has where 수도 is the capital, not where it is an ability", () => {
    const asksAttribute = (question: string) => readQuery(question, lexicon).words.some(({ attribute }) => attribute);
    expect(asksAttribute("대만의 수도는 어디인가?")).toBe(true);
    expect(asksAttribute("대만을 도울 수도 있나?")).toBe(false);
  });

  it.each([
    ["대만 회의 심사위원 누구야?", true],
    ["대만 회의의 위원장은 누가 맡았어?", true],
    ["대만 회의 의장은 누가 임명해?", true],
    ["대만 회의에 누가 왔어?", false],
    ["대만 운동장은 누구나 써?", false],
    ["위원장은 누구야?", false],
    ["대만 관세에 어민들은 뭐래?", true],
    ["어민은 대만 관세에 뭐라고 했어?", true],
    ["대만은 관세를 어떻게 했어?", false],
  ])("asks for who has a role or says something: %s", (question, expected) => {
    expect(readQuery(question, lexicon).words.some(({ attribute }) => attribute)).toBe(expected);
  });

  it.each([
    ["당선자는 누구야?", "당선자는", "당선"],
    ["점심값 얼마야?", "점심값", "점심"],
    ["감자 얼마야?", "감자", undefined],
  ])("is what makes somebody or a price of it: %s", (question, text, meant) => {
    const found = readQuery(question, lexicon).words.find(({ word }) => word.text === text);
    expect(found?.related.nouns.at(-1)).toBe(meant);
  });

  it("is said where a text names all that one word names at once", () => {
    const related = readQuery("미중 갈등은?", lexicon).words[0]?.related;
    const said = (text: string) => related && evidenceOfRelated(related, readEvidence(text, lexicon));
    expect(["미국이 중국과 다툰다", "美中이 다툰다", "미국이 다툰다"].map(said)).toEqual([RELATED, RELATED, 0]);
    expect(terms("미중 갈등은?")).toEqual(expect.arrayContaining([conceptTerm("미국"), conceptTerm("중국")]));
  });

  it("looks for 안 and 못 where a written text denies", () => {
    const related = readQuery("관세를 안 내면 어떻게 돼?", lexicon).words.find(
      ({ word }) => word.text === "안",
    )?.related;
    expect(related && evidenceOfRelated(related, readEvidence("관세를 내지 않으면 배가 묶인다.", lexicon))).toBe(
      RELATED,
    );
    expect(related && evidenceOfRelated(related, readEvidence("관세는 안내소에서 낸다.", lexicon))).toBe(0);
  });

  it("keeps the end of a very long question out", () => {
    const long = Array.from({ length: 500 }, (_, i) => `낱말${i}`).join(" ");
    const { words } = readQuery(long, lexicon);
    expect(words.length).toBeLessThan(100);
    expect(words[0]?.word.stem).toBe("낱말");
  });
});

describe("what is told around the question", () => {
  const told = (question: string) =>
    readQuery(question, lexicon).words.flatMap(({ word, preamble }) => (preamble ? [word.stem] : []));

  it.each([
    ["저는 딸을 키우는 아빠인데 대만 관세는 얼마인가요?", ["딸", "키우", "아빠"]],
    ["어머니를 모시고 있는데, 관세가 붙나요?", ["어머니", "모시"]],
    ["대만이 국방비를 올렸다는데 중국은 어때?", ["대만", "국방비", "올렸다"]],
    ["대만 관세는 얼마인가요?", []],
    ["관세가 싫거든 대만은 어때?", ["관세", "싫거든"]],
    ["저는 대만에 살아요. 관세는 얼마예요?", ["대만", "살아요"]],
    ["대만에 산다며? 관세는 얼마예요?", ["대만", "산다"]],
    ["대만 배를 봤어요. 대만 관세는 얼마예요?", ["배", "봤어요"]],
    ["대만 관세는 얼마야? 저는 일본에 살아요.", ["일본", "살아요"]],
    ["대만 관세는 얼마야? 일본은 어때?", []],
    ["관세를 올렸어요. 대만이 그랬어요.", []],
    ["저는 대만에 사는데요", []],
    ["대만 관세는 얼마인데?", []],
  ] as const)("%s: %j", (question, expected) => {
    expect(told(question)).toEqual(expected);
  });
});

describe("weights", () => {
  it.each<[question: string, more: string, less: string]>([
    ["대만은 쇄빙선을 올렸나?", "쇄빙선", "올렸"],
    ["대만이 쇄빙선을 협상했나?", "쇄빙선", "협상"],
    ["일본이 협상하다 물러났나?", "협상", "물러났"],
    ["쇄빙선의 규모는?", "쇄빙선", "규모"],
    ["일본 정책은?", "일본", "정책"],
    ["쇄빙선을 고쳐도 돼?", "쇄빙선", "고쳐"],
    ["쇄빙선을 사야 돼?", "쇄빙선", "사야"],
    ["쇄빙선 좀 고쳐 줘", "쇄빙선", "고쳐"],
    ["요즘 쇄빙선은 어때?", "쇄빙선", "요즘"],
    ["대만 달리기 대회 갈까?", "달리기", "갈까"],
    ["대만 총통 선거 갈까?", "선거", "갈까"],
    ["요새 쇄빙선은 어때?", "쇄빙선", "요새"],
  ])("in %s %s is more than %s", (question, more, less) => {
    expect(weightIn(question, more)).toBeGreaterThan(weightIn(question, less));
  });

  it.each(["대만은 쇄빙선을 올렸나?", "누가 왜?", "정책은?", "EU 25% 관세"])("are in 0..1: %s", (question) => {
    for (const { weight } of readQuery(question, lexicon).words) {
      expect(weight).toBeGreaterThan(0);
      expect(weight).toBeLessThanOrEqual(1);
    }
  });
});

describe("terms", () => {
  it("are those of the words, and of the concepts they name", () => {
    expect(terms("대만 쇄빙선")).toEqual(expect.arrayContaining(["대만", conceptTerm("대만"), "쇄빙", "빙선"]));
  });

  it.each([
    ["Taiwan", "대만"],
    ["EU", "유럽연합"],
    ["국방 예산", "국방비"],
    ["美中", "중국"],
  ])("of %s hold the concept %s", (question, concept) => {
    expect(terms(question)).toContain(conceptTerm(concept));
  });

  it("hold nouns that may say the same, for less than the word itself", () => {
    const { terms: weighed } = readQuery("제안을 거절했나?", lexicon);
    expect(weighed.get("거부")).toBeLessThan(weighed.get("거절") ?? 0);
  });

  it.each([
    ["who commands the fleet", "command"],
    ["Do they have to object?", "object"],
    ["can i ferry a bike", "ferry"],
  ])("an English word is a verb by its place: %s", (question, verb) => {
    expect(weightIn(question, verb)).toBeLessThan(weightIn(`the ${verb} of a harbour`, verb));
  });

  it.each([
    ["can sailors object?", "sailor"],
    ["How will harbours pay?", "harbour"],
  ])("who does it is no verb, though it stands behind can: %s", (question, noun) => {
    expect(weightIn(question, noun)).toBe(weightIn(`the ${noun} of a boat`, noun));
  });

  it("of a verb hold the nouns of its group", () => {
    expect(terms("제안을 뿌리쳤나?")).toEqual(expect.arrayContaining(["거절", "거부"]));
  });

  it("hold the roots of English words that may say the same, as a text has them", () => {
    expect(terms("Can I buy flags?")).toEqual(expect.arrayContaining(terms("Purchases of a flag")));
  });

  it("hold nothing of the words that ask", () => {
    expect(terms("대만은 얼마나?")).toEqual(terms("대만"));
  });

  it("are none where there are no words", () => {
    expect(terms("?!")).toEqual([]);
  });
});
