import { expect, it } from "vitest";
import {
  answerHolds,
  areaUnderRoc,
  falseAlarmsKeeping,
  meanReciprocalRank,
  quantile,
  recallAt,
} from "../../../src/evaluation/metrics.ts";

// 0: not found.
const ranks = [1, 2, 0, 6, 1, 11];

it.each([
  [1, ranks, 2 / 6],
  [5, ranks, 3 / 6],
  [10, ranks, 4 / 6],
  [20, ranks, 5 / 6],
  [1, [], 0],
  [5, [0, 0], 0],
  [1, [1], 1],
])("recall@%i of %j is %f", (k, of, expected) => expect(recallAt(k, of)).toBeCloseTo(expected, 12));

it.each([
  [10, ranks, (1 + 1 / 2 + 0 + 1 / 6 + 1 + 0) / 6],
  [1, ranks, 2 / 6],
  [10, [], 0],
  [10, [4], 0.25],
])("MRR@%i of %j is %f", (k, of, expected) => expect(meanReciprocalRank(k, of)).toBeCloseTo(expected, 12));

it.each<[sentences: string[], expected: string[], holds: boolean]>([
  [["세율은 25%다."], ["25%"], true],
  [["세율은 25 %다."], ["25%"], true],
  [["국방 예산을 늘린다."], ["국방예산"], true],
  [["앞 문장.", "세율은 25%다."], ["25%"], true],
  [["세율은 25%다."], ["30%", "25%"], true],
  [["세율은 25%다."], ["30%"], false],
  [["국방 예산".normalize("NFD")], ["국방예산"], true],
  [["국방 예산"], ["국방예산".normalize("NFD")], true],
  // An answer does not reach over two sentences.
  [["국방", "예산"], ["국방예산"], false],
  [["세율은 25%다."], [], false],
  [[], ["25%"], false],
  [["세율은 25%다."], [" "], false],
])("%j holds one of %j: %j", (sentences, expected, holds) => {
  expect(answerHolds(sentences, expected)).toBe(holds);
});

it.each<[share: number, values: number[], expected: number]>([
  [0.5, [3, 1, 2], 2],
  [0.5, [4, 3, 2, 1], 2],
  [0.99, [3, 1, 2], 3],
  [0, [3, 1, 2], 1],
  [0.5, [], 0],
])("the quantile %f of %j is %f", (share, values, expected) => expect(quantile(share, values)).toBe(expected));

it.each<[positives: number[], negatives: number[], area: number | null]>([
  [[0.9, 0.8], [0.1, 0.2], 1],
  [[0.1, 0.2], [0.9, 0.8], 0],
  [[0.5, 0.5], [0.5], 0.5],
  // Pairs won: 0.8 over both, 0.4 over one.
  [[0.8, 0.4], [0.6, 0.2], 3 / 4],
  [[0.8, 0.6], [0.6, 0.2], 3.5 / 4],
  [[], [0.5], null],
  [[0.5], [], null],
])("the area under the curve of %j over %j is %f", (positives, negatives, area) => {
  expect(areaUnderRoc(positives, negatives)).toBe(area);
});

it.each<[kept: number, positives: number[], negatives: number[], share: number | null]>([
  [0.5, [0.9, 0.5], [0.6, 0.95], 0.5],
  [1, [0.9, 0.5], [0.6, 0.95, 0.4, 0.5], 3 / 4],
  [0.9, [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1], [0.1, 0.15, 0.2, 0.3], 0.5],
  [0.9, [], [0.5], null],
])("keeping %f of %j answers a share of %j: %f", (kept, positives, negatives, share) => {
  expect(falseAlarmsKeeping(kept, positives, negatives)).toBe(share);
});
