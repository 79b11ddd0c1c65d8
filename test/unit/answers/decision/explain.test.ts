import { describe, expect, it } from "vitest";
import { answerQuestion, explainQuestion } from "../../../../src/answers/engine.ts";
import type { Parts } from "../../../../src/answers/explanation.ts";
import { articles, know } from "../small-library.ts";

const knowledge = know(articles);
const explain = (question: string) => explainQuestion(question, null, knowledge);

const sum = (parts: Parts) => Object.values(parts).reduce((all, part) => all + part, 0);
const logistic = (logOdds: number) => 1 / (1 + Math.exp(-logOdds));

const QUESTIONS = [
  "대만은 국방비를 얼마나 올렸나?",
  "덴마크는 제안을 뿌리쳤나?",
  "쇄빙션은 몇 척 만드나?",
  "대만에 대해 알려줘",
  "몽골 정책은?",
  "몽골은 관세를 얼마나 내나?",
  "대만 대통령의 생일은 언제야?",
  "화성에는 누가 사나?",
  "Taiwan defense budget?",
  "구리 세율은?",
  "왕실 대변인은 섬에 대해 뭐라고 밝혔나?",
  "왜?",
  "",
];

describe.each(QUESTIONS)("the explanation of %j", (question) => {
  const { answer, explanation, turn } = explain(question);
  const { readings, words, sections, sentences, decision } = explanation;

  it("comes with the very answer that is given without it", () => {
    expect({ answer, turn }).toEqual(answerQuestion(question, null, knowledge));
  });

  it("holds scores that are the sums of their parts, and confidences whose log odds are the sums of theirs", () => {
    for (const { score, parts } of [...sections.slice(0, 10), ...sentences]) expect(sum(parts)).toBeCloseTo(score, 10);
    for (const { confidence, grounds } of sentences) expect(logistic(sum(grounds))).toBeCloseTo(confidence, 10);
  });

  it("names the sections and sentences of the answer", () => {
    expect(sections.slice(0, 10).map(({ parts: _parts, ...section }) => section)).toEqual(answer.hits);
    const shown = sentences.filter((sentence) => sentence.shown).map(({ text }) => text);
    const quoted = answer.sentences.map(({ text }) => text);
    expect(quoted).toEqual(expect.arrayContaining(shown));
    expect(shown.length > 0).toBe(answer.status === "answered");
    for (const { evidence } of sentences) expect(evidence).toHaveLength(words.length);
  });

  it("says what the decision was", () => {
    expect(decision.status).toBe(answer.status);
    expect(readings.filter(({ taken }) => taken)).toEqual([
      expect.objectContaining({ status: answer.status, confidence: answer.confidence }),
    ]);
    if (decision.reason === "sure") {
      expect(decision.confidence).toBe(answer.confidence);
      expect(decision.confidence).toBeGreaterThanOrEqual(decision.threshold.confidence);
    }
    if (decision.reason === "unsure") expect(decision.confidence).toBeLessThan(decision.threshold.confidence);
  });

  it("is pure data", () => {
    expect(structuredClone(explanation)).toEqual(explanation);
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
  });
});

it.each([
  ["대만은 국방비를 얼마나 올렸나?", "sure"],
  ["대만에 대해 알려줘", "whole-section"],
  ["몽골에 대해 알려줘", "empty"],
  ["대만 대통령의 생일은 언제야?", "unsure"],
  ["qqq zzz", "nothing"],
])("%s: %s", (question, reason) => expect(explain(question).explanation.decision.reason).toBe(reason));

it("says what each word counts", () => {
  const { words } = explain("타이완은 제안을 뿌리쳤나?").explanation;
  expect(words.map(({ stem, concept, synonyms }) => ({ stem, concept, synonyms }))).toEqual([
    { stem: "타이완", concept: "대만", synonyms: [] },
    { stem: "제안", concept: null, synonyms: [] },
    expect.objectContaining({ concept: null, synonyms: ["거절", "거부"] }),
  ]);
  const [, , verb] = words;
  expect(verb?.weight).toBeLessThan(words[0]?.weight ?? 0);
});

it("says what a word was taken for", () => {
  expect(explain("쇄빙션은 몇 척 만드나?").explanation.rewritten).toEqual([{ from: "쇄빙션", to: "쇄빙선" }]);
  expect(explain("쇄빙선은 몇 척 만드나?").explanation.rewritten).toEqual([]);
});

it("says what no sentence shown gives", () => {
  expect(explain("대만은 왜 국방비를 올렸나?").explanation.decision.lacks).toBe("cause");
  expect(explain("일본 총리가 자동차 관세에 대해 뭐라고 했나?").explanation.decision.lacks).toBe("statement");
  expect(explain("왕실 대변인은 섬에 대해 뭐라고 밝혔나?").explanation.decision.lacks).toBeNull();
  expect(explain("대만은 언제 국방비를 올렸나?").explanation.decision.lacks).toBeNull();
  expect(explain("화성 탐사선은 왜 늦었나?").explanation.decision.lacks).toBeNull();
});

it("names the words that lower the confidence, the heaviest first", () => {
  const { decision, words } = explain("대만 대통령의 생일은 언제야?").explanation;
  expect(decision.unsaid.map(({ text }) => text)).toContain("생일은");
  const lost = decision.unsaid.map(({ evidence, importance }) => (1 - evidence) * importance);
  expect(lost).toEqual(lost.toSorted((a, b) => b - a));
  expect(decision.unsaid.length).toBeLessThan(words.length);
});

it("tells every reading of a follow-up that was tried", () => {
  const first = answerQuestion("일본은 자동차 관세를 얼마로 낮추나?", null, knowledge);
  const { answer, explanation } = explainQuestion("그럼  중국은?", first.turn, knowledge);
  expect(explanation.question).toBe("그럼 중국은?");
  expect(explanation.readings.length).toBeGreaterThan(1);
  expect(explanation.readings.filter(({ taken }) => taken).map(({ text }) => text)).toEqual([answer.understoodAs]);
});
