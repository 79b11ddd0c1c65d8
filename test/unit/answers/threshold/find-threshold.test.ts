import { describe, expect, it } from "vitest";
import { DEFAULT_THRESHOLD } from "../../../../src/answers/confidence/threshold.ts";
import { EVERYDAY_QUESTIONS } from "../../../../src/answers/threshold/everyday-questions.ts";
import { findThreshold, thresholdOf } from "../../../../src/answers/threshold/find-threshold.ts";
import { titleQuestions } from "../../../../src/answers/threshold/title-questions.ts";
import type { Article } from "../../../../src/documents/article.ts";
import { read } from "../../documents/read.ts";
import { articles, know } from "../small-library.ts";

/** So many articles of one section each. */
const library = (count: number, text: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => read(`# 창고 기록 ${n}\n\n${text(n)}\n`, `${n}.md`).article);

const warehouses = library(40, (n) => `${n}번 창고에는 소금 상자가 ${n * 3}개 있다.`);
/** An everyday question in every article, with an answer. */
const household = library(
  40,
  (n) => `사람들은 묻는다. ${EVERYDAY_QUESTIONS[n]?.replace(/[?]$/, "")}, 그 답은 ${n}이다.`,
);

const found = (texts: readonly Article[]) => thresholdOf(know(texts));

describe("the threshold of an index", () => {
  it("is the default one where there are few sections", () => {
    expect(found(articles)).toBe(DEFAULT_THRESHOLD);
    expect(found([])).toBe(DEFAULT_THRESHOLD);
  });

  it("is no lower than the default where nothing near it is asked every day", () => {
    const { confidence, of } = found(warehouses);
    expect(of).toBe("this-index");
    expect(confidence).toBeCloseTo(DEFAULT_THRESHOLD.confidence, 10);
  });

  it("is no lower where the documents are hardly found by their own titles", () => {
    const numbers = library(40, (n) => `${n} + ${n} = ${n * 2}.`).map((article) => ({ ...article, title: "Ω" }));
    expect(found(numbers).confidence).toBeGreaterThanOrEqual(DEFAULT_THRESHOLD.confidence - 1e-10);
  });

  it("is raised where everyday questions come near it", () => {
    expect(found(household).confidence).toBeGreaterThan(DEFAULT_THRESHOLD.confidence);
  });

  it("is the same whatever order the articles came in", () => {
    expect(found(household.toReversed())).toEqual(found(household));
  });

  it("lets others have their turn after each question", () => {
    let turns = 0;
    for (const _ of findThreshold(know(warehouses))) turns++;
    expect(turns).toBeGreaterThan(warehouses.length);
  });
});

describe("questions of titles", () => {
  it("name the title and the heading without its number, and only what has text", () => {
    const questions = titleQuestions(articles, 50);
    expect(questions.some((question) => question.startsWith("나라별 정리 대만 "))).toBe(true);
    expect(questions.join()).not.toMatch(/\d\.|몽골/);
  });

  it("are as many as asked for, and mostly the same ones once an article is added", () => {
    const before = titleQuestions(warehouses, 10);
    expect(before).toHaveLength(10);
    const after = new Set(titleQuestions([...warehouses, ...articles.slice(1, 2)], 10).map(nameOf));
    expect(before.filter((question) => after.has(nameOf(question))).length).toBeGreaterThanOrEqual(8);
  });

  it("are in the article's language", () => {
    const english = read("# Harbour notes\n\nThe harbour opened in 1903 and is still in use today.\n", "a.md").article;
    expect(titleQuestions([english], 1)).toEqual(["Harbour notes: how does it work?"]);
  });
});

function nameOf(question: string): string {
  return question.replace(/ (?:어떻게 되나요|알려 주세요)\??$/, "");
}
