import { expect, it } from "vitest";
import { cellsOf, columnsNamedBy, namedCells } from "../../../../src/answers/passages/table-columns.ts";

it.each([
  ["가 | 나 | 다", ["가", "나", "다"]],
  ["가 | | 다", ["가", "", "다"]],
  ["| 나", ["", "나"]],
  ["가 |", ["가", ""]],
])("the cells of %j are %j", (row, cells) => expect(cellsOf(row)).toEqual(cells));

it.each<[name: string, named: boolean, first: string, ...rows: string[]]>([
  ["a known name", true, "품목 | 세율", "철강 | 50%", "구리 | 30%"],
  ["a known name at the end of a cell", true, "배 | 2024년 평균 요금", "어선 | 없음", "요트 | 9,000원"],
  ["in English", true, "Harbour | Fee", "Stonegate | $40"],
  ["years as names", true, "나라 | 2024년 | 2025년", "몽골 | 3 | 4"],
  ["cells without numbers over numbers", true, "선착장 | 첫배 | 막배", "돌문 | 7시 | 18시", "솔섬 | 8시 | 19시"],
  ["an amount in the first row", false, "돌문 | 7,000원", "솔섬 | 8,500원"],
  ["a row like all others", false, "돌문 | 솔섬", "갈매기 | 달빛"],
  ["names in the first column", false, "이름 | 등대섬", "면적 | 84㎢", "인구 | 2,034명"],
  ["two columns of no known name", false, "등대 | 바닷가", "돌문 | 27"],
])("a table with %s: its columns are named: %j", (_name, named, first, ...rows) => {
  expect(columnsNamedBy(first, rows)).toEqual(named ? cellsOf(first) : null);
});

it("a row with more or fewer cells than columns is left as it is", () => {
  expect(namedCells("철강 | 50%", ["품목", "세율"])).toEqual([
    { column: "품목", text: "철강" },
    { column: "세율", text: "50%" },
  ]);
  expect(namedCells("철강 | 50% | 6월", ["품목", "세율"])).toBeNull();
  expect(namedCells("철강", ["품목", "세율"])).toBeNull();
});
