import { meanReciprocalRank, quantile, recallAt } from "../../../src/evaluation/metrics.ts";
import type { QuestionSet } from "../../../src/evaluation/question-set.ts";
import { timed } from "../times.ts";
import { type Engine, MOST_HITS, type Search } from "./engine.ts";

/** What is measured, with its unit; shares are in 0..1. */
export const UNITS = {
  "recall@1": "share",
  "recall@5": "share",
  "MRR@10": "share",
  "p50 of a question": "ms",
  build: "s",
} as const;

export type Figures = Readonly<Record<keyof typeof UNITS, number>>;

export async function measure(engine: Engine, { articles, questions }: QuestionSet): Promise<Figures> {
  let search: Search = () => [];
  const buildMs = await timed(async () => {
    search = await engine.build(articles);
  });
  const ranks: number[] = [];
  const took: number[] = [];
  for (const { question, relevant } of questions) {
    let found: readonly string[] = [];
    took.push(
      await timed(async () => {
        found = await search(question);
      }),
    );
    ranks.push(found.findIndex((id) => relevant.includes(id)) + 1);
  }
  return {
    "recall@1": recallAt(1, ranks),
    "recall@5": recallAt(5, ranks),
    "MRR@10": meanReciprocalRank(MOST_HITS, ranks),
    "p50 of a question": quantile(0.5, took),
    build: buildMs / 1000,
  };
}
