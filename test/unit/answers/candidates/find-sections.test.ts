import { expect, it } from "vitest";
import { findSections } from "../../../../src/answers/candidates/find-sections.ts";
import { read } from "../../documents/read.ts";
import { know } from "../small-library.ts";

const knowledge = know([read("# 섬 소식\n\n대만과 합의가 있었다. 항만에 투자금액이 정해졌다.\n", "섬.md").article]);

it.each([
  ["합의투자금액은", "합의 투자금액은"],
  // the name before it was a word of its own
  ["대만합의투자금액은", "대만 합의 투자금액은"],
  ["대만 합의는", "대만 합의는"],
])("%s is looked for as %s", (typed, expected) => {
  expect(findSections(typed, knowledge, { limit: 5 }).question.text).toBe(expected);
});
