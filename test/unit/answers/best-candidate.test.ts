import { expect, it } from "vitest";
import { judgeBest } from "../../../src/answers/best-candidate.ts";
import type { Candidate } from "../../../src/answers/rank-sentences.ts";

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
