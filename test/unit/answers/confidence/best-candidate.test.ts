import { expect, it } from "vitest";
import { judgeBest } from "../../../../src/answers/confidence/best-candidate.ts";
import type { Candidate } from "../../../../src/answers/sentences/rank-sentences.ts";

/** Likelihoods with confidences, likeliest first; the likelihoods in the order they are judged in. */
it.each<[name: string, candidates: readonly (readonly [likelihood: number, confidence: number])[], order: number[]]>([
  [
    "as likely as they are where all are as sure",
    [
      [0.6, 0.5],
      [0.3, 0.5],
    ],
    [0.6, 0.3],
  ],
  [
    "a less likely one first that is much surer",
    [
      [0.4, 0.3],
      [0.3, 0.8],
    ],
    [0.3, 0.4],
  ],
  [
    "five and no more",
    [
      [0.2, 0.1],
      [0.19, 0.1],
      [0.18, 0.1],
      [0.17, 0.1],
      [0.16, 0.1],
      [0.1, 0.9],
    ],
    [0.2, 0.19, 0.18, 0.17, 0.16],
  ],
  ["none of none", [], []],
])("puts %s", (_name, given, order) => {
  const confidences = new Map(given);
  const candidates = given.map(([likelihood]) => ({ likelihood }) as Candidate);
  const judged = judgeBest(candidates, ({ likelihood }) => ({
    confidence: confidences.get(likelihood) ?? 0,
    parts: {},
  }));
  expect(judged.map(({ candidate }) => candidate.likelihood)).toEqual(order);
});

it.each<[name: string, bestConfidence: number, otherArticle: string, isHeaded: boolean, first: string]>([
  ["that is sure of what is wanted", 0.2, "a", false, "other"],
  ["no, where the best one is sure itself", 0.6, "a", false, "best"],
  ["that stands under a heading that calls it, however sure the best one is", 0.6, "a", true, "other"],
  ["no, where it is of another article", 0.2, "b", true, "best"],
])("another one of the article comes first: %s", (_name, bestConfidence, otherArticle, isHeaded, first) => {
  const articleOf = new Map(["a", "b"].map((id) => [id, { id }]));
  const candidate = (text: string, likelihood: number, statesWanted: number, article: string) =>
    ({
      text,
      likelihood,
      statesWanted,
      hit: { article: articleOf.get(article) },
      isCalled: isHeaded && text === "other",
    }) as unknown as Candidate;
  const judged = judgeBest([candidate("best", 0.9, 0, "a"), candidate("other", 0.05, 1, otherArticle)], ({ text }) => ({
    confidence: text === "best" ? bestConfidence : 0.9,
    parts: {},
  }));
  expect(judged[0]?.candidate.text).toBe(first);
});
