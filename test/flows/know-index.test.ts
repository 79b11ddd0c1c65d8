import { expect, it } from "vitest";
import { DEFAULT_THRESHOLD } from "../../src/answers/confidence/threshold.ts";
import { keepKnowing, knowIndex } from "../../src/flows/know-index.ts";
import type { Clock, Logger } from "../../src/ports/runtime.ts";
import { createInMemoryIndex } from "../../src/search/in-memory-index.ts";
import { lexicon } from "../unit/answers/small-library.ts";
import { read } from "../unit/documents/read.ts";

/** Articles full of what is asked every day, so that the threshold is another than the default. */
const put = (n: number) => ({
  kind: "put" as const,
  article: read(`# 살림 ${n}\n\n고양이가 밤마다 우는 이유는 ${n}가지다. 김치찌개는 ${n}분 끓인다.\n`, `${n}.md`)
    .article,
});
const puts = Array.from({ length: 40 }, (_, n) => put(n));

function held() {
  const tasks: (() => Promise<void>)[] = [];
  const rests: number[] = [];
  const clock: Clock = {
    now: () => 0,
    sleep: async (ms) => void rests.push(ms),
    every(_, task) {
      tasks.push(task);
      return async () => void tasks.splice(0);
    },
  };
  const logged: string[] = [];
  const say = (message: string) => void logged.push(message);
  const log: Logger = { debug: say, info: say, warn: say, error: say };
  return { clock, log, logged, rests, tick: () => Promise.all(tasks.map((task) => task())) };
}

it("finds the threshold once for a revision, with a rest after each question, as a command does at once", async () => {
  const index = createInMemoryIndex(lexicon);
  const { clock, log, logged, rests, tick } = held();
  const { knowledge, keep } = keepKnowing(index, lexicon, { clock, log });
  expect(knowledge.threshold()).toBe(DEFAULT_THRESHOLD);

  index.apply(puts, 1);
  const kept = keep();
  await tick();
  expect(knowledge.threshold()).toEqual(knowIndex(index, lexicon).threshold());
  expect(knowledge.threshold().of).toBe("this-index");
  const asked = rests.length;
  expect(asked).toBeGreaterThan(puts.length);

  await tick();
  expect(rests).toHaveLength(asked);
  index.apply([put(40)], 2);
  await tick();
  expect(rests.length).toBeGreaterThan(asked);
  kept.close();
  expect(logged).toEqual([]);
});

it("a command's follows the index too", () => {
  const index = createInMemoryIndex(lexicon);
  const knowledge = knowIndex(index, lexicon);
  expect(knowledge.threshold()).toBe(DEFAULT_THRESHOLD);
  index.apply(puts, 1);
  expect(knowledge.threshold().of).toBe("this-index");
});
