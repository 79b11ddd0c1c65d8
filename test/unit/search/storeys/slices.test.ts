import { expect, it } from "vitest";
import type { Article, Section } from "../../../../src/documents/article.ts";
import { slicesOf } from "../../../../src/search/storeys/slices.ts";

const article = (id: number, sections: number) =>
  ({ id: `${id}`, sections: Array.from({ length: sections }, () => ({}) as Section) }) as unknown as Article;
const articles = (count: number, sections: number) =>
  Array.from({ length: count }, (_, place) => article(place, sections));

it.each<[what: string, given: Article[], sections: number[]]>([
  ["nothing", [], [0]],
  ["articles without sections", articles(3, 0), [0]],
  ["few", articles(10, 5), [50]],
  ["a little more than one slice", articles(1_200, 5), [6_000]],
  ["two alike", articles(2_010, 5), [5_025, 5_025]],
  ["three", articles(2_900, 5), [4_835, 4_835, 4_830]],
  ["one long article", articles(1, 40_000), [40_000]],
  ["a long one among short ones", [...articles(10, 5), article(11, 12_000), ...articles(10, 5)], [12_050, 50]],
])("%s", (_what, given, sections) => {
  const slices = slicesOf(given);
  expect(slices.flat()).toEqual(given);
  expect(slices.map((slice) => slice.reduce((sum, { sections }) => sum + sections.length, 0))).toEqual(sections);
});
