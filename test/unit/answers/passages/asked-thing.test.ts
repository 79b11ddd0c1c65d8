import { describe, expect, it } from "vitest";
import { readQuestion } from "../../../../src/answers/asked/read-question.ts";
import { type AskedThing, lookFeatures, readAskedThing } from "../../../../src/answers/passages/asked-thing.ts";
import { passagesOf } from "../../../../src/answers/passages/passages.ts";
import { read } from "../../documents/read.ts";
import { lexicon } from "../small-library.ts";

const thing = (question: string): AskedThing => readAskedThing(readQuestion(question, lexicon));

/** The names of what the sentence holds of the thing that is asked for. */
function heldBy(question: string, sentence: string): string[] {
  const { article } = read(`# 소식\n\n${sentence}\n`, "소식.md");
  const [section] = article.sections;
  const [passage] = section ? passagesOf(article, section, lexicon) : [];
  if (!passage) throw new Error(`no sentence in ${sentence}`);
  return Object.entries(lookFeatures(thing(question), passage, lexicon)).flatMap(([name, held]) => (held ? name : []));
}

describe("what is asked for", () => {
  it.each<[question: string, looksLike: AskedThing["looksLike"], number: boolean]>([
    ["등대를 세운 사람은?", "person", false],
    ["어떤 선수가 배를 몰았나?", "person", false],
    ["등대가 세워진 해는?", "date", true],
    ["항구가 문을 연 날짜는?", "date", true],
    ["어부가 부른 노래는?", "title", false],
    ["항구의 이용료 비율은?", null, true],
    ["배는 언제 떠났나?", null, true],
    ["항구는 어디에 있나?", null, false],
    ["", null, false],
  ])("%j: %s, number %s", (question, looksLike, number) => {
    expect(thing(question)).toMatchObject({ looksLike, number });
  });
});

describe("what a sentence holds of it", () => {
  it.each<[question: string, sentence: string, held: string[]]>([
    ["등대를 세운 사람은?", "홍길동은 등대를 세웠다.", ["person"]],
    ["등대를 세운 사람은?", "등대를 세웠다.", []],
    ["등대가 세워진 해는?", "등대는 1903년에 세워졌다.", ["date", "newNumber"]],
    ["1903년에 등대가 세워진 해는?", "등대는 1903년에 세워졌다.", ["date"]],
    ["어부가 부른 노래는?", "어부는 ‘바다로’를 불렀다.", ["title"]],
    ["등대지기는 몇 명인가?", "등대지기는 12명이다.", ["newNumber", "unit"]],
    ["등대지기는 몇 명인가?", "등대는 12미터다.", ["newNumber"]],
    ["섬을 사려는 나라는?", "미국이 섬을 사려 한다.", ["kindOfConcept"]],
    ["미국이 사려는 섬이 속한 나라는?", "미국이 섬을 사려 한다.", []],
    ["항구는 어디에 있나?", "항구는 1903년에 홍길동이 지었다.", []],
  ])("%s %s %j", (question, sentence, held) => expect(heldBy(question, sentence)).toEqual(held));

  it("numbers of any length take no time worth a word", () => {
    expect(heldBy("등대지기는 몇 명인가?", `등대는 ${"1,".repeat(50_000)}1`)).not.toContain("unit");
  });
});
