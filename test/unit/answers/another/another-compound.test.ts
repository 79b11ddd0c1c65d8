import { describe, expect, it } from "vitest";
import { createAnotherCompound } from "../../../../src/answers/another/another-compound.ts";
import { answerQuestion } from "../../../../src/answers/engine.ts";
import { read } from "../../documents/read.ts";
import { articles, know } from "../small-library.ts";

const moorings = read(
  `# Moorings of Gull Island

## Summer berths

A summer berth costs £12 a night.

## Winter berths

Winter berths are given to islanders first. Boats in a winter berth must be covered.
`,
  "moorings.md",
).article;
const hits = moorings.sections.map((section) => ({ article: moorings, section }));

describe("of another of two that headings part", () => {
  const isOfAnother = (question: string, text: string, headingPath: readonly string[]) =>
    createAnotherCompound(question, hits)?.({ text, title: moorings.title, headingPath }) ?? null;

  it.each<[question: string, text: string, heading: string, expected: boolean | null]>([
    ["What does a winter berth cost?", "A summer berth costs £12 a night.", "Summer berths", true],
    ["What does a winter berth cost?", "It costs £12 a night.", "Summer berths", true],
    ["What does a winter berth cost?", "Winter berths are given to islanders first.", "Winter berths", false],
    ["What does a winter berth cost?", "Boats are moored at the pier.", "The pier", false],
    // both are asked about
    ["Is a winter berth cheaper than a summer berth?", "A summer berth costs £12 a night.", "Summer berths", false],
    // no heading parts them
    ["What does a guest berth cost?", "A summer berth costs £12 a night.", "Summer berths", null],
    ["What does a berth cost in winter?", "A summer berth costs £12 a night.", "Summer berths", null],
    ["겨울 정박료는?", "여름 정박료는 12파운드다.", "여름", null],
  ])("%s %s", (question, text, heading, expected) => {
    expect(isOfAnother(question, text, [heading])).toBe(expected);
  });
});

it("is not answered with what is told of the other one", () => {
  const ask = (question: string) =>
    answerQuestion(question, null, know([...articles, moorings])).answer.sentences[0]?.text;
  expect(ask("What does a summer berth cost?")).toBe("A summer berth costs £12 a night.");
  expect(ask("What does a winter berth cost?")).toBeUndefined();
});
