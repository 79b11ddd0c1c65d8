import { expect, it } from "vitest";
import { longestCommonRun } from "../../../../src/answers/sentences/longest-common-run.ts";

it.each([
  ["등대는언제세워졌나", "등대는1903년에세워졌다", 3],
  ["섬여객선", "섬여객선", 4],
  ["섬", "배", 0],
  ["", "배", 0],
  ["abcab", "xxcabyab", 3],
])("of %j and %j is %d long", (a, b, length) => {
  expect(longestCommonRun(a, b)).toBe(length);
  expect(longestCommonRun(b, a)).toBe(length);
});
