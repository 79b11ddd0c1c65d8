import { describe, expect, it } from "vitest";
import { mergeInMemory } from "../../../../src/search/storeys/run-merge.ts";
import { Storeys } from "../../../../src/search/storeys/storeys.ts";
import { sampleArticle } from "../../../contracts/sample-articles.ts";
import { checkStoreys, lexicon } from "./check-storeys.ts";

describe("wherever articles lie, scores are those of the oracle to the bit", () => {
  it.each<[sealedBefore: number, seed: number]>(
    [0, 0.5, 1].flatMap((share) => [1, 2, 3, 4].map((seed): [number, number] => [share, seed])),
  )("%f sealed at first, seed %i", (sealedBefore, seed) => {
    checkStoreys({ seed, steps: 120, articlesBefore: 60, sealedBefore });
  });
});

it("an article that was read before it was replaced is not what a merge gives back", () => {
  const storeys = new Storeys(lexicon, 50);
  const merge = () => {
    const job = storeys.beginMerge(true);
    if (job) storeys.endMerge(mergeInMemory(job, lexicon));
    return job?.sources.length;
  };
  const others = (from: number) =>
    Array.from({ length: 20 }, (_, i) => sampleArticle(`${from + i}`, { 섬: "소금밭을 고친다." }));
  const articles = [sampleArticle("x", { 섬: "등대섬에 배가 온다." }), ...others(0)];
  storeys.addSegment(mergeInMemory({ sources: [], articles }, lexicon));
  expect(storeys.article("x")).toEqual(articles[0]);
  const replaced = sampleArticle("x", { 섬: "등대섬에 다리를 놓는다." });
  storeys.put(replaced);
  expect(merge()).toBe(0);
  for (const article of others(20)) storeys.put(article);
  expect(merge()).toBe(2);
  expect(storeys.article("x")).toEqual(replaced);
});
