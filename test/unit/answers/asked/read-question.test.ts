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
  ["WHO tariff?", "what who tariff"],
  ["WHO 관세는?", "what who 관세"],
  ["EU WHO NATO", "what eu who nato"],
])("capitals elsewhere are names: %s", (question, expected) => expect(asked(question)).toBe(expected));
