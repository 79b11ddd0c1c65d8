import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import { readLexicon } from "../app/opening.ts";
import { fitRanking, measureRanking, type RankingWeights, readLessons } from "../evaluation/fit-ranking.ts";
import { openApp } from "./open-app.ts";
import { readSet } from "./read-set.ts";
import { runCommand } from "./run-command.ts";
import { roundWeight, weightLines } from "./weights-module.ts";

const WEIGHTS_FILE = join(import.meta.dirname, "../search/ranking-weights.ts");
/** Smaller ones change no order. */
const LEAST_MARK_WEIGHT = 0.02;

await runCommand(
  new Command("fit-ranking")
    .description("Fits the weights of the section ranking, measures them, and writes src/search/ranking-weights.ts.")
    .argument(
      "<half>",
      "a set whose articles at even places are learned from and at odd ones measured: KorQuAD 1.0 dev",
    )
    .argument("<whole>", "a set that is learned from as a whole and measured by article in five folds: welfare")
    .option("--measure-only", "leave the file as it is")
    .action(async (half: string, whole: string, { measureOnly = false }: { measureOnly?: boolean }) => {
      const { ports, toPath } = openApp();
      const { lexicon } = await readLexicon(ports);
      const lessons = readLessons(await readSet(half, toPath), await readSet(whole, toPath), lexicon);
      if (!measureOnly) await writeFile(WEIGHTS_FILE, toModule(fitRanking(lessons)));
      for (const { set, at1, at5 } of measureRanking(lessons)) {
        process.stdout.write(`${set.padEnd(20)}recall@1 ${at1.toFixed(4)}  recall@5 ${at5.toFixed(4)}\n`);
      }
    }),
);

function toModule({ marks, features }: RankingWeights): string {
  const kept = [...marks].filter(([, weight]) => Math.abs(weight) >= LEAST_MARK_WEIGHT);
  kept.sort(([a], [b]) => (a < b ? -1 : 1));
  const classes = kept.filter(([mark]) => !/^(?:word|end) /.test(mark));
  const classLines = classes.map(([mark, weight]) => `  [${JSON.stringify(mark)}, ${roundWeight(weight)}],\n`);
  return `import type { SectionFeatures } from "./feature-names.ts";

// Made by src/cli/fit-ranking.ts; do not edit. Numbers fitted on questions of KorQuAD 1.0 dev (CC BY-ND 2.0 KR, articles at
// even places) and of a set on welfare services; no text of either is here but words and endings common to both.

/** What each feature adds to a section's sum. */
export const FEATURE_WEIGHTS: SectionFeatures = {
${weightLines(features)}};

/** What marks of a word (word-pull.ts) add to the logarithm of its pull. */
export const CLASS_MARKS: readonly (readonly [mark: string, weight: number])[] = [
${classLines.join("")}];

/** Stems of words, each with its weight. */
export const WORD_MARKS =
  "${packed(kept, "word ")}";

/** Last syllables of words, the same. */
export const END_MARKS =
  "${packed(kept, "end ")}";
`;
}

function packed(marks: readonly (readonly [string, number])[], prefix: string): string {
  const own = marks.filter(([mark]) => mark.startsWith(prefix));
  return own.map(([mark, weight]) => `${mark.slice(prefix.length)}:${Number(weight.toFixed(2))}`).join(" ");
}
