import { describe, expect, it } from "vitest";
import { answerQuestion, explainQuestion } from "../../../src/answers/engine.ts";
import { explanationGroups, sumText } from "../../../src/presentation/explanation-text.ts";
import { explanationWordingIn } from "../../../src/wording/wording-for.ts";
import { articles, know } from "../answers/small-library.ts";

const knowledge = know(articles);
const ko = explanationWordingIn("ko");
const en = explanationWordingIn("en");

function groupsOf(question: string, wording = en) {
  return explanationGroups(explainQuestion(question, null, knowledge).explanation, wording);
}

const titles = (question: string) => groupsOf(question).map(({ title }) => title);

it("says the decision first, and nothing of what was not done", () => {
  expect(titles("대만은 국방비를 얼마나 올렸나?")).toEqual([
    "Decision",
    "Words of the question",
    "Best sections",
    "Best sentences",
  ]);
  expect(titles("쇄빙션은 몇 척 만드나?")).toContain("Looked for as");
  expect(titles("qqq zzz")).toEqual(["Decision", "Words of the question"]);
});

it("tells the readings of a follow-up", () => {
  const { turn } = answerQuestion("일본은 자동차 관세를 얼마로 낮추나?", null, knowledge);
  const groups = explanationGroups(explainQuestion("그럼 중국은?", turn, knowledge).explanation, en);
  const readings = groups.find(({ title }) => title === "What the question may mean");
  expect(readings?.items.filter(({ details }) => details.join().includes("taken"))).toHaveLength(1);
});

it("says why it abstains", () => {
  const [decision] = groupsOf("대만 대통령의 생일은 언제야?");
  expect(decision?.items[0]?.text).toBe("Not answered: the best sentence is not sure enough.");
  const [figures, sum, threshold, unsaid] = decision?.items[0]?.details ?? [];
  expect(figures).toMatch(/^confidence 0\.\d{3} · needed 0\.\d{3}$/);
  expect(sum).toMatch(/^log odds -\d+\.\d{3} = - base \d\.\d{3} .* - attribute missing \d\.\d{3}/);
  expect(threshold).toBe("What is needed is the same for all; these documents are too few to find their own.");
  expect(unsaid).toMatch(/^Not fully said: .*생일은 0\.\d{3}/);
});

it("is all Korean in Korean, but for what is quoted", () => {
  const said = groupsOf("대만은 국방비를 얼마나 올렸나?", ko).flatMap(({ title, items }) => [
    title,
    ...items.flatMap(({ text, details }) => [text, ...details]),
  ]);
  for (const line of said) expect(line).not.toMatch(/[a-z]{2}/i);
});

describe("a sum", () => {
  it.each([
    [1.5, { sentence: 1, context: 0.5 }, "1.500 = words said 1.000 + said around it 0.500"],
    [0.8, { sentence: 1, form: -0.2 }, "0.800 = words said 1.000 - form 0.200"],
    [0.5, { sentence: 0, context: 0.5 }, "0.500 = said around it 0.500"],
    [0.5, { brandNew: 0.5 }, "0.500 = brandNew 0.500"],
    [0.25, {}, "0.250"],
  ])("%d of %j", (score, parts, text) => expect(sumText(score, parts, en)).toBe(text));
});
