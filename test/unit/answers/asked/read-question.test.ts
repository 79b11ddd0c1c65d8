import { expect, it } from "vitest";
import { readQuestion } from "../../../../src/answers/asked/read-question.ts";
import { lexicon } from "../small-library.ts";

const asked = (question: string) => {
  const { askedFor, query } = readQuestion(question, lexicon);
  return [askedFor, ...query.words.map(({ word }) => word.stem)].join(" ");
};

it.each([
  ["HOW MUCH DOES A PERMIT COST?", "how much does a permit cost?"],
  ["WHEN IS THE HARBOUR OPEN", "when is the harbour open"],
])("a question all in capitals asks what it asks without them: %s", (shouted, spoken) => {
  expect(asked(shouted)).toBe(asked(spoken));
});

it.each([
  ["What are the opening hours of the pier?", "hours", 0.4],
  ["What's the mooring rate?", "rate", 0.1],
  ["How high is the toll?", "high", 0.03],
  ["Do they sail slowly?", "slowly", 0.5],
  ["Is it a family ferry?", "family", 1],
])("%s: %s tells so much of what is asked about", (question, text, weight) => {
  const { words } = readQuestion(question, lexicon).query;
  expect(words.find(({ word }) => word.text === text)?.weight).toBeCloseTo(weight);
});

it("so many percent are told by any share", () => {
  expect(asked("By how many percent did the toll rise?")).toBe("how-much toll rise");
});

it.each([
  ["WHO tariff?", "what who tariff"],
  ["WHO 관세는?", "what who 관세"],
  ["EU WHO NATO", "what eu who nato"],
])("capitals elsewhere are names: %s", (question, expected) => expect(asked(question)).toBe(expected));

it.each([
  ["그물 수입세 지금도 50%야?", 0.3],
  ["Is the net toll still 50 percent?", 0.3],
  ["그물 수입세는 50%야?", 1],
])("%s: the number that is guessed counts %d", (question, weight) => {
  const { words } = readQuestion(question, lexicon).query;
  expect(words.find(({ word }) => word.script === "number")?.weight).toBeCloseTo(weight);
});
