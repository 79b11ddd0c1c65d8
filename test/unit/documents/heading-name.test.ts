import { expect, it } from "vitest";
import { numberedHeading, plainHeading } from "../../../src/documents/heading-name.ts";

it.each<[path: string[], plain: string, numbered: string | null]>([
  [["3. 나라별", "3.6. 대만"], "대만", "3.6 대만"],
  [["1. 개요"], "개요", "1 개요"],
  [["제1장 총칙"], "제1장 총칙", "제1장 총칙"],
  [["3. 재정", "2025 예산"], "2025 예산", "2025 예산"],
  [["3. 재정", "3.1. 2025 예산"], "2025 예산", "3.1 2025 예산"],
  [["3.5톤 트럭"], "3.5톤 트럭", "3.5톤 트럭"],
  [[], "", null],
])("the last of %j is %j without its number, and %j with it", (path, plain, numbered) => {
  expect(plainHeading(path)).toBe(plain);
  expect(numberedHeading(path)).toBe(numbered);
});
