import { describe, expect, it } from "vitest";
import { rootOf } from "../../../src/text/roots.ts";
import { readWords } from "../../../src/text/words.ts";

function rootsOf(text: string): string[] {
  return readWords(text).map(rootOf);
}

describe("roots", () => {
  it.each([
    ["announce announces announced announcing announcement"],
    ["renew renewed renewal renewals"],
    ["consult consulted consultation"],
    ["duty duties"],
    ["café cafe cafés"],
    ["exempt exempted exempts"],
  ])("the forms of one word have one root: %s", (forms) => {
    expect(new Set(rootsOf(forms)).size).toBe(1);
  });

  it.each([["permit permission"], ["tariff tax"], ["visa visit"]])("other words have others: %s", (words) => {
    expect(new Set(rootsOf(words)).size).toBe(2);
  });

  it.each([
    ["관세를", "관세"],
    ["1,454", "1454"],
    ["café", "cafe"],
    ["straße", "straße"],
    ["NATO", "nato"],
    ["H1B", "h 1 b"],
  ])("%s is compared as %s", (text, roots) => {
    expect(rootsOf(text).join(" ")).toBe(roots);
  });
});
