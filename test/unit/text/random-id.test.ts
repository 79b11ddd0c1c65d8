import { expect, it } from "vitest";
import { errorId, randomId } from "../../../src/text/random-id.ts";

it("makes ids that differ, of 16 letters and digits", () => {
  const ids = Array.from({ length: 1000 }, randomId);
  expect(new Set(ids).size).toBe(1000);
  expect(ids.every((id) => /^[0-9a-z]{16}$/.test(id))).toBe(true);
});

it("makes error ids that can be read out", () => expect(errorId()).toMatch(/^[0-9A-F]{4}$/));
