import type { Figures } from "./measure.ts";

const NAME_WIDTH = 42;
const WIDTH = 9;

export function line(name: string, cells: readonly string[]): string {
  return name.padEnd(NAME_WIDTH) + cells.map((cell) => cell.padStart(WIDTH)).join("");
}

export const HEAD = line("", ["recall@1", "recall@5", "MRR@10", "p50 ms", "build s"]);

/** In the order of `HEAD`. */
export function shown(figures: Figures): string[] {
  const share = (value: number) => (100 * value).toFixed(1);
  return [
    share(figures["recall@1"]),
    share(figures["recall@5"]),
    share(figures["MRR@10"]),
    figures["p50 of a question"].toFixed(2),
    figures.build.toFixed(2),
  ];
}
