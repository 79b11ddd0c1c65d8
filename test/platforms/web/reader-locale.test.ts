import { expect, it } from "vitest";
import { readerLocale } from "../../../adapters/web/reader-locale.ts";

it.each([
  ["en", "en"],
  ["en-GB,ko;q=0.9", "en"],
  ["en ; q=0.5 , ko ; q=0.8", "ko"],
  ["en;q=0, fr", "ko"],
  [undefined, "ko"],
] as const)("%s is read as %s", (header, locale) => {
  expect(readerLocale(null, header)).toBe(locale);
});

it("does not take long over a header of spaces", () => {
  const startedMs = performance.now();
  readerLocale(null, `en${" ".repeat(1_000_000)}x`);
  expect(performance.now() - startedMs).toBeLessThan(100);
});
