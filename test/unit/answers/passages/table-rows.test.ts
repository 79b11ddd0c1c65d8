import { expect, it } from "vitest";
import { createNamesRow, rowInUnits } from "../../../../src/answers/passages/table-rows.ts";

it.each<[name: string, row: string, header: string, above: string, expected: string]>([
  ["in brackets", "어린이 | 2,000", "구분 | 요금(원)", "", "어린이 | 요금(원) 2,000원"],
  ["in brackets that say so", "솔내읍 | 1,204", "읍면 | 주민 (단위: 명)", "", "솔내읍 | 주민 (단위: 명) 1,204명"],
  [
    "by the column's name",
    "2023년 | 377 | 88.5",
    "연도 | 접수 건수 | 처리율",
    "",
    "2023년 | 접수 건수 377건 | 처리율 88.5%",
  ],
  ["above the table", "등대섬 | 12", "섬 | 작년", "(단위: 척)", "등대섬 | 작년 12척"],
  ["of no column", "등대섬 | 12", "섬 | 작년", "배는 많다.", "등대섬 | 12"],
  ["not of the first column", "2023 | 12", "연도 | 작년", "(단위: 척)", "2023 | 작년 12척"],
  ["where the cell has one", "어린이 | 2천원", "구분 | 요금(원)", "", "어린이 | 2천원"],
  ["not where columns are missing", "어린이 | 2,000 | 3", "구분 | 요금(원)", "", "어린이 | 2,000 | 3"],
])("a row's numbers get the unit of their column: %s", (_name, row, header, above, expected) => {
  expect(rowInUnits(row, header, above)).toBe(expected);
});

it.each<[question: string, row: string, expected: boolean]>([
  ["어린이 요금 얼마야?", "어린이 | 2,000", true],
  ["달머리 면에 몇 명 살아?", "달머리면 | 3,207", true],
  ["어른 요금 얼마야?", "어린이 | 2,000", false],
  ["섬에는 배가 몇 척 있어?", "섬 | 12", false],
  ["요금 얼마야?", " | 2,000", false],
])("%s names the row %s: %s", (question, row, expected) => {
  expect(createNamesRow({ text: question })(row)).toBe(expected);
});
