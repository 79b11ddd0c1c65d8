import { expect, it } from "vitest";
import { makeDistractors } from "../../../src/evaluation/distractors.ts";
import { articles as documents } from "../answers/small-library.ts";

it("makes as many as are wanted from few documents, each once", () => {
  const made = makeDistractors(documents, 500);
  expect(made).toHaveLength(500);
  expect(new Set(made.map(({ id }) => id)).size).toBe(500);
  expect(new Set(made.flatMap(({ sections }) => sections.map(({ id }) => id))).size).toBe(500);
});

it("makes the same ones every time, and more begin with the same", () => {
  expect(makeDistractors(documents, 40)).toEqual(makeDistractors(documents, 100).slice(0, 40));
});

it("says nothing that the documents don't, under their titles", () => {
  const text = documents.flatMap(({ sections }) => sections.map(({ body }) => body)).join("\n");
  const squeezed = text.replace(/\s+/g, "");
  for (const { title, sections } of makeDistractors(documents, 100)) {
    expect(documents.map((document) => document.title)).toContain(title);
    for (const line of sections.flatMap(({ body }) => body.split("\n")))
      expect(squeezed).toContain(line.replace(/\s+/g, ""));
  }
});

it("makes none of documents without text", () => {
  expect(makeDistractors([], 10)).toEqual([]);
});
