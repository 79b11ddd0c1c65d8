import { CLASS_MARKS, END_MARKS, WORD_MARKS } from "./ranking-weights.ts";

const weights: ReadonlyMap<string, number> = new Map([
  ...CLASS_MARKS,
  ...unpack("word", WORD_MARKS),
  ...unpack("end", END_MARKS),
]);

/** What was learned of a mark of a word; 0 where nothing was. */
export function learnedWeight(mark: string): number {
  return weights.get(mark) ?? 0;
}

function unpack(kind: string, packed: string): [mark: string, weight: number][] {
  return packed.split(" ").map((entry) => {
    const [name = "", weight = ""] = entry.split(":");
    return [`${kind} ${name}`, Number(weight)];
  });
}
