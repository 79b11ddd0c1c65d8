import { expect, it } from "vitest";
import { type FailureKind, failureKind, type Outcome } from "../../../src/evaluation/failures.ts";
import { smallSet } from "./small-set.ts";

const articleOf = new Map(smallSet.articles.flatMap((article) => article.sections.map(({ id }) => [id, article])));
const asked = { question: "등대는 언제?", relevant: ["0/0"], answers: ["1903년"] };
const right: Outcome = {
  asked,
  rank: 1,
  firstArticleId: "0",
  answered: true,
  first: true,
  shown: true,
  sureness: 1,
  unsure: false,
  tookMs: 1,
};

it.each<[kind: FailureKind | null, change: Partial<Outcome>]>([
  [null, {}],
  [null, { first: false }],
  ["not-found", { rank: 0, firstArticleId: null, answered: false, shown: false }],
  ["not-found", { rank: 0, firstArticleId: "1" }],
  ["same-article", { rank: 2, answered: false }],
  ["other-article", { rank: 2, firstArticleId: "1" }],
  ["abstained", { answered: false, shown: false }],
  ["sentence", { first: false, shown: false }],
  [null, { shown: false, asked: { ...asked, answers: [] } }],
])("%s: %j", (kind, change) => expect(failureKind({ ...right, ...change }, articleOf)).toBe(kind));
