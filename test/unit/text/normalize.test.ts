import { expect, it } from "vitest";
import { normalizeCharacters, squash } from "../../../src/text/normalize.ts";

it.each([
  ["관세".normalize("NFD"), "관세"],
  ["ＮＡＴＯ　２５％", "NATO 25%"],
  ["㈜한국", "(주)한국"],
  ["U.S.", "US"],
  ["U.S.A. 정부", "USA 정부"],
  ["U.S. 정부와 E.U. 정부", "US 정부와 EU 정부"],
  ["G.D.P", "GDP"],
  ["J. D. 밴스", "J. D. 밴스"],
  ["e.g. this", "e.g. this"],
  ["3.5조", "3.5조"],
  ["v.U.S.", "v.U.S."],
  ["NATO는", "NATO는"],
  ["한·미 정상", "한미 정상"],
  ["한ㆍ미ㆍ일의 회의", "한미일의 회의"],
  ["초·중·고등학교", "초·중·고등학교"],
  ["석·박사", "석·박사"],
  ["대한·미국", "대한·미국"],
  ["", ""],
])("normalizeCharacters: %j -> %j", (text, expected) => {
  expect(normalizeCharacters(text)).toBe(expected);
});

it.each([
  ["상호 관세", "상호관세"],
  ["관세, 무역!", "관세무역"],
  ["1,454건", "1454건"],
  ["1,2,3번", "123번"],
  ["25 %", "25%"],
  ["２５％", "25%"],
  ["The U.S. Navy", "theusnavy"],
  ["가-나·다", "가나다"],
  ["대만".normalize("NFD"), "대만"],
  ["…", ""],
])("squash: %j -> %j", (text, expected) => {
  expect(squash(text)).toBe(expected);
});
