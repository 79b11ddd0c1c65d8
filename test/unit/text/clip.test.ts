import { expect, it } from "vitest";
import { clip, lastBoundary } from "../../../src/text/clip.ts";

it.each([
  ["관세", 2, "관세"],
  ["관세 협의", 4, "관세…"],
  ["a👨‍👩‍👧‍👦b", 5, "a…"],
  ["대만".normalize("NFD"), 4, `${"대".normalize("NFD")}…`],
])("%j in %i is %j", (text, most, clipped) => expect(clip(text, most)).toBe(clipped));

it("takes apart what nobody reads as one character", () => {
  expect(lastBoundary("ᄀ".repeat(500), 300)).toBeGreaterThan(200);
});
