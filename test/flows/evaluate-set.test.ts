import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../src/answers/engine.ts";
import { surenessOf } from "../../src/evaluation/abstention.ts";
import { readSectionsAndQuestions } from "../../src/evaluation/question-set.ts";
import { type EvaluationRequest, evaluateSet } from "../../src/flows/evaluate-set.ts";
import { measureAbstention } from "../../src/flows/measure-abstention.ts";
import { articles as documents, know, lexicon } from "../unit/answers/small-library.ts";
import { smallSet } from "../unit/evaluation/small-set.ts";

/** Every look at the watch finds it one further. */
function evaluate(options: Omit<EvaluationRequest, "set"> = {}) {
  let nowMs = 0;
  return evaluateSet({ set: smallSet, ...options }, lexicon, () => nowMs++);
}

it("measures what each question took", () => {
  expect(evaluate()).toMatchObject({ questions: 8, sections: 8, distractors: 0, p50Ms: 1, p99Ms: 1 });
});

it("asks one half, of all sections", () => {
  expect(evaluate({ split: "test" })).toMatchObject({ questions: 4, sections: 8 });
  expect(evaluate({ split: "test" }).recallAt1).toBe(0.75);
  expect(evaluate({ split: "train" }).recallAt1).toBe(1);
});

it("finds no more among distractors than without", () => {
  const { distractors, recallAt1 } = evaluate({ distractors: { count: 300, documents } });
  expect(distractors).toBe(300);
  expect(recallAt1).toBeLessThanOrEqual(evaluate().recallAt1);
});

describe("abstention", () => {
  it("is surer with the section than without, and of its own field than of another", () => {
    const offDomain = readSectionsAndQuestions(
      '{"id":"s1","title":"화성","text":"화성은 붉다."}\n',
      '{"question":"화성은 왜 붉어 보여?","relevant":["s1"],"answers":[]}\n',
    );
    const { abstention } = evaluate({ abstain: true, offDomain });
    expect(abstention?.paragraphRemoved.questions).toBe(8);
    expect(abstention?.articleRemoved?.questions).toBe(8);
    expect(abstention?.offDomain?.questions).toBe(1);
    expect(abstention?.paragraphRemoved.auroc).toBeGreaterThan(0.5);
    expect(abstention?.articleRemoved?.auroc).toBeGreaterThanOrEqual(abstention?.paragraphRemoved.auroc ?? 1);
    expect(abstention?.offDomain?.auroc).toBeGreaterThan(0.5);
    expect(abstention?.keptAsSet).toBe(evaluate().answered);
  });

  it("leaves the index as it was", () => {
    const knowledge = know(smallSet.articles);
    const answers = () => smallSet.questions.map(({ question }) => answerQuestion(question, null, knowledge).answer);
    const before = answers();
    measureAbstention(smallSet, before.map(surenessOf), null, knowledge);
    expect(answers()).toEqual(before);
  });

  it("removes an article once where it is one section, and every section that answers", () => {
    const lines = (...values: unknown[]) => values.map((value) => JSON.stringify(value)).join("\n");
    const set = readSectionsAndQuestions(
      lines(
        { id: "a", title: "등대", text: "등대는 1903년에 세워졌다." },
        { id: "b", title: "등대 연감", text: "등대는 1903년에 세워졌다." },
      ),
      lines({ question: "등대는 언제 세워졌어?", relevant: ["a", "b"], answers: [] }),
    );
    const { abstention } = evaluateSet({ set, abstain: true }, lexicon, () => 0);
    expect(abstention).toMatchObject({
      keptAsSet: 1,
      paragraphRemoved: { questions: 1, auroc: 1, wrongAsSet: 0 },
      articleRemoved: null,
      offDomain: null,
    });
  });
});

describe("failures", () => {
  it("counts all, lists some, and says what was expected and found", () => {
    const { failures = [], questions, recallAt1, recallAt5 } = evaluate({ mostFailures: 1 });
    const counts = Object.fromEntries(failures.map(({ kind, count }) => [kind, count]));
    const notFirst = ["not-found", "same-article", "other-article"].map((kind) => counts[kind] ?? 0);
    expect(notFirst.reduce((sum, count) => sum + count, 0)).toBe(Math.round(questions * (1 - recallAt1)));
    expect(counts["not-found"]).toBe(Math.round(questions * (1 - recallAt5)));
    for (const { count, listed } of failures) expect(listed).toHaveLength(Math.min(1, count));
    const [missed] =
      failures.find(({ count, kind }) => count > 0 && notFirst.length > 0 && kind !== "sentence")?.listed ?? [];
    expect(missed).toMatchObject({
      question: "시장 생선 가게 5일?",
      answers: ["지하"],
      expected: { title: "도서관", sectionId: "3/1" },
      found: { title: "시장", sectionId: "2/0", rank: 1 },
    });
    const { score, parts = {} } = missed?.found ?? {};
    expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(score ?? 0, 10);
  });
});
