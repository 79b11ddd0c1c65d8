import { expect, it } from "vitest";
import { numberedHeading, partOfLaw, plainHeading } from "../../../src/documents/heading-name.ts";

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

it.each<[heading: string, part: ReturnType<typeof partOfLaw>]>([
  ["제7조(이용 요금)", { mark: "제7조", name: "(이용 요금)" }],
  ["제 7 조의2 【감면】", { mark: "제7조의2", name: "【감면】" }],
  ["제2장 시설의 이용", { mark: "제2장", name: "시설의 이용" }],
  ["제4조", { mark: "제4조", name: "" }],
  ["제7조에 대한 생각", null],
  ["제7차 회의", null],
  ["부칙", null],
])("%j is the part %j of a law", (heading, part) => {
  expect(partOfLaw(heading)).toEqual(part);
});
