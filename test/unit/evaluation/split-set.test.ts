import { expect, it } from "vitest";
import { splitSet } from "../../../src/evaluation/split-set.ts";
import { smallSet } from "./small-set.ts";

it.each([
  ["train", ["0", "2"]],
  ["test", ["1", "3"]],
] as const)("%s holds the questions of articles %j, and every article", (split, expected) => {
  const { articles, questions } = splitSet(smallSet, split);
  expect(articles).toEqual(smallSet.articles);
  const asked = new Set(questions.flatMap(({ relevant }) => relevant.map((id) => id.split("/")[0])));
  expect([...asked]).toEqual(expected);
});

it("parts the questions without losing or repeating one", () => {
  const halves = [splitSet(smallSet, "train"), splitSet(smallSet, "test")].flatMap(({ questions }) => questions);
  expect(halves.map(({ question }) => question).sort()).toEqual(smallSet.questions.map((each) => each.question).sort());
});
