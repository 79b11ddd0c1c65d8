import { quantile } from "../../../src/evaluation/metrics.ts";

/** What a process of the bench gives back, as one line of JSON: values by metric. */
export type Figures = Readonly<Record<string, number>>;

export const UNITS: Readonly<Record<string, string>> = {
  build: "s",
  "longest block while building": "ms",
  "on disk": "MB",
  "start to first answer": "ms",
  memory: "MB",
  "resident set": "MB",
  "search p50": "ms",
  "search p99": "ms",
  "search p50, best of five": "ms",
  "search p99, best of five": "ms",
  "ask p50": "ms",
  "ask p99": "ms",
  "ask p50, best of five": "ms",
  "ask p99, best of five": "ms",
  "asks a second": "1/s",
  "arrival to answerable p50": "ms",
  "arrival to answerable p99": "ms",
  "longest block under load": "ms",
  "ask under load p50": "ms",
  "ask under load p99": "ms",
};

const WARM_UP = 2;
const REPEATS = 5;

/** Every question some times over: what each time took, and the least that each question did. `name`: of the metrics. */
export async function timeQuestions(
  name: string,
  questions: readonly string[],
  ask: (question: string) => unknown,
): Promise<Figures> {
  const raw: number[] = [];
  const best = questions.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < WARM_UP + REPEATS; round++) {
    for (const [number, question] of questions.entries()) {
      const startedMs = performance.now();
      await ask(question);
      const tookMs = performance.now() - startedMs;
      if (round < WARM_UP) continue;
      raw.push(tookMs);
      best[number] = Math.min(best[number] ?? 0, tookMs);
    }
  }
  return {
    [`${name} p50`]: quantile(0.5, raw),
    [`${name} p99`]: quantile(0.99, raw),
    [`${name} p50, best of five`]: quantile(0.5, best),
    [`${name} p99, best of five`]: quantile(0.99, best),
  };
}

/** MB in use: what V8 holds, and blocks outside of its heap. What native code takes is in the resident set only. */
export function memoryMb(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

export const residentMb = () => process.memoryUsage().rss / 1e6;

export function report(figures: Figures): void {
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}
