import { expect, it } from "vitest";
import { separate, surenessOf } from "../../../src/evaluation/abstention.ts";
import { ask } from "../answers/small-library.ts";

it("is as sure of an answer as the answer says, and the less sure the surer it abstains", () => {
  const answered = ask("대만이 국방비를 언제 올렸나?");
  expect(surenessOf(answered)).toEqual({ answered: true, sureness: answered.confidence, unsure: false });
  const abstained = ask("화성에는 누가 사나?");
  expect(surenessOf(abstained)).toEqual({ answered: false, sureness: 1 - abstained.confidence, unsure: false });
});

it("tells what cannot be answered from what can", () => {
  const sure = (...values: number[]) =>
    values.map((sureness) => ({ sureness, answered: sureness >= 0.3, unsure: sureness < 0.5 }));
  expect(separate(sure(0.9, 0.8, 0.7, 0.4), sure(0.1, 0.6, 0.3, 0.2))).toEqual({
    questions: 4,
    auroc: 15 / 16,
    wrongKeeping90: 1 / 4,
    wrongKeeping95: 1 / 4,
    wrongAsSet: 2 / 4,
    wrongAndSure: 1 / 4,
  });
});
