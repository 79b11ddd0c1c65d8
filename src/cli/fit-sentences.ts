import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import type { SentenceFeatures } from "../answers/sentences/sentence-feature-names.ts";
import { readLexicon } from "../app/opening.ts";
import { fitSentences, measureSentences, readSentenceLists } from "../evaluation/fit-sentences.ts";
import { openApp } from "./open-app.ts";
import { readSet } from "./read-set.ts";
import { runCommand } from "./run-command.ts";
import { weightLines } from "./weights-module.ts";

const WEIGHTS_FILE = join(import.meta.dirname, "../answers/sentences/sentence-weights.ts");

await runCommand(
  new Command("fit-sentences")
    .description(
      "Fits the weights of the sentence ranking, measures them, and writes src/answers/sentences/sentence-weights.ts.",
    )
    .argument("<set>", "a set whose articles at even places are learned from and at odd ones measured: KorQuAD 1.0 dev")
    .option("--measure-only", "leave the file as it is")
    .action(async (path: string, { measureOnly = false }: { measureOnly?: boolean }) => {
      const { ports, toPath } = openApp();
      const { lexicon } = await readLexicon(ports);
      const lists = readSentenceLists(await readSet(path, toPath), lexicon);
      const weights = fitSentences(lists);
      if (!measureOnly) await writeFile(WEIGHTS_FILE, toModule(weights));
      for (const { set, in1, in2, in3 } of measureSentences(lists, weights)) {
        const shares = [in1, in2, in3].map((share) => share.toFixed(4));
        process.stdout.write(`${set.padEnd(26)}answer in first ${shares[0]}  two ${shares[1]}  three ${shares[2]}\n`);
      }
    }),
);

function toModule(weights: SentenceFeatures): string {
  return `import type { SentenceFeatures } from "./sentence-feature-names.ts";

// Made by src/cli/fit-sentences.ts; do not edit. Numbers fitted on questions of KorQuAD 1.0 dev (CC BY-ND 2.0 KR, articles
// at even places); no text of it is here.

/** What each feature adds to a sentence's score. */
export const SENTENCE_WEIGHTS: SentenceFeatures = {
${weightLines(weights)}};
`;
}
