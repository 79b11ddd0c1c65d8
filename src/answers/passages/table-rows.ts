import { CELL_BORDER } from "../../documents/block.ts";
import { squash } from "../../text/normalize.ts";
import type { ReadQuestion } from "../asked/read-question.ts";
import { cellsOf, namedCells } from "./table-columns.ts";

const NUMBER_ALONE = /^[△▲+-]?\d[\d,.]*$/u;
/** "요금(원)", "인구 (단위: 명)". */
const IN_BRACKETS = /\(\s?(?:단위\s?[:：]?\s?)?(?<unit>[가-힣%㎡]{1,4})\s?\)\s*$/u;
/** "(단위: 명)" above a table. */
const FOR_ALL = /단위\s?[:：]\s?(?<unit>[가-힣%㎡]{1,4})/u;
/** What columns count whose names end so. */
const BY_NAME: readonly (readonly [name: RegExp, unit: string])[] = [
  [/건\s?수$/u, "건"],
  [/(?:인원|인구|정원|[명자생원객]\s?수)$/u, "명"],
  [/(?:개\s?수|수량)$/u, "개"],
  [/일\s?수$/u, "일"],
  [/횟\s?수$/u, "회"],
  [/세대(?:\s?수)?$/u, "세대"],
  [/가구(?:\s?수)?$/u, "가구"],
  [/[가-힣][율률]$/u, "%"],
  [/(?:금액|가격|비용|[가-힣][료액금])$/u, "원"],
];

/**
 * A row of a table with what its columns are called and told in beside numbers alone: "어린이 | 2,000" under "구분 | 요금(원)" is
 * "어린이 | 요금(원) 2,000원". `above`: what stands before the table.
 */
export function rowInUnits(row: string, header: string, above: string): string {
  const ofAll = FOR_ALL.exec(above)?.groups?.["unit"];
  const cells = namedCells(row, cellsOf(header))?.map(({ column, text }, at) => {
    if (!NUMBER_ALONE.test(text.trim())) return text;
    // The first column says what its rows are about.
    const unit = unitOf(column.trim()) ?? (at === 0 ? undefined : ofAll);
    return unit === undefined ? text : `${column.trim()} ${text.trim()}${unit}`;
  });
  return cells?.join(CELL_BORDER) ?? row;
}

function unitOf(name: string): string | undefined {
  return IN_BRACKETS.exec(name)?.groups?.["unit"] ?? BY_NAME.find(([ending]) => ending.test(name))?.[1];
}

/** Letters: one alone stands in any question. */
const SHORTEST_NAME = 2;

/** Tells of rows whether the question names what they are about, as their first cell says it. */
export function createNamesRow({ text }: Pick<ReadQuestion, "text">): (row: string) => boolean {
  const letters = squash(text);
  return (row) => {
    const name = squash(cellsOf(row)[0] ?? "");
    return name.length >= SHORTEST_NAME && letters.includes(name);
  };
}
