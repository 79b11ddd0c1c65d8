import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import { readLexicon } from "../app/opening.ts";
import { readConfidenceLessons } from "../evaluation/confidence-lessons.ts";
import { type ConfidenceWeights, fitConfidence, measureConfidence } from "../evaluation/fit-confidence.ts";
import { openApp } from "./open-app.ts";
import { readSet } from "./read-set.ts";
import { runCommand } from "./run-command.ts";
import { roundWeight, weightLines } from "./weights-module.ts";

const WEIGHTS_FILE = join(import.meta.dirname, "../answers/confidence/confidence-weights.ts");

await runCommand(
  new Command("fit-confidence")
    .description(
      "Fits the weights of confidence, measures them, and writes src/answers/confidence/confidence-weights.ts.",
    )
    .argument(
      "<half>",
      "a set whose articles at even places are learned from and at odd ones measured: KorQuAD 1.0 dev",
    )
    .argument("<whole>", "a set of another field that is learned from as a whole, and measured by halves: welfare")
    .option("--measure-only", "leave the file as it is")
    .action(async (half: string, whole: string, { measureOnly = false }: { measureOnly?: boolean }) => {
      const { ports, toPath } = openApp();
      const { lexicon } = await readLexicon(ports);
      const lessons = readConfidenceLessons(await readSet(half, toPath), await readSet(whole, toPath), lexicon);
      if (!measureOnly) await writeFile(WEIGHTS_FILE, toModule(fitConfidence(lessons)));
      for (const { set, asked, auroc, wrongKeeping90 } of measureConfidence(lessons)) {
        const figures = `AUROC ${auroc?.toFixed(4)}  wrong, keeping 90% ${wrongKeeping90?.toFixed(4)}`;
        process.stdout.write(`${set.padEnd(22)}${asked.padEnd(18)}${figures}\n`);
      }
    }),
);

function toModule({ base, features }: ConfidenceWeights): string {
  return `import type { FittedFeatures } from "./confidence-feature-names.ts";

// Made by src/cli/fit-confidence.ts; do not edit. Numbers fitted on questions of KorQuAD 1.0 dev (CC BY-ND 2.0 KR, articles at
// even places) and of a set on welfare services; no text of either is here.

/** What the sum begins with. */
export const CONFIDENCE_BASE = ${roundWeight(base)};

/** What each feature adds to the sum. */
export const CONFIDENCE_WEIGHTS: FittedFeatures = {
${weightLines(features)}};
`;
}
