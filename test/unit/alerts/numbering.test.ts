import { expect, it } from "vitest";
import { createNumbering } from "../../../src/alerts/numbering.ts";

it("gives a name one number until it is released as often as it was taken, and then gives it again", () => {
  const numbers = createNumbering();
  expect(["a", "b", "a"].map(numbers.take)).toEqual([0, 1, 0]);
  numbers.release("a");
  expect(numbers.of("a")).toBe(0);
  numbers.release("a");
  numbers.release("unknown");
  expect(numbers.of("a")).toBeUndefined();
  expect(["c", "d"].map(numbers.take)).toEqual([0, 2]);
  expect(numbers.bound()).toBe(3);
});
