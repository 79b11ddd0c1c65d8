import { expect, it } from "vitest";
import { answerQuestion } from "../../../src/answers/engine.ts";
import type { Article } from "../../../src/documents/article.ts";
import { read } from "../documents/read.ts";
import { know } from "./small-library.ts";

const { article } = read("# 등대섬 뱃삯\n\n뱃삯을 적는다.\n", "뱃삯.md");

/** As a reader of any format may give it: one section with this text. */
function articleOf(body: string): Article {
  return {
    ...article,
    sections: article.sections.slice(0, 1).map((section) => ({ ...section, body, fingerprints: [] })),
  };
}

const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join("\n");

it.each<[name: string, body: string]>([
  ["a table of very many rows", `배 | 뱃삯\n${lines(80_000, (at) => `배${at} | ${at}원`)}`],
  ["a table of very many columns", `${"배 | ".repeat(40_000)}뱃삯\n${lines(40_000, (at) => `배${at} | 등대섬`)}`],
  ["an item with very many below it", `- 뱃삯\n${lines(100_000, (at) => `  - ${at}원`)}`],
  [
    "an item of a list within with very many sentences",
    `1. 배\n2. 등대섬\n가. 돛\n나. ${"뱃삯이다. ".repeat(150_000)}\n3. 닻`,
  ],
  ["a rule with very many exceptions", `뱃삯은 5원이다. ${"다만, 아이는 뱃삯이 없다. ".repeat(60_000)}`],
  ["very many headings of one rule", lines(130_000, () => "제1조")],
])("%s is read like a short one", (_, body) => {
  const knowledge = know([articleOf(body)]);
  const { answer } = answerQuestion("제1조 등대섬 뱃삯은 얼마인가?", null, knowledge);
  expect(answer.hits).toHaveLength(1);
  for (const { quote } of answer.citations) expect(body).toContain(quote);
});
