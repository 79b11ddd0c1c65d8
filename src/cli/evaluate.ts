import { basename } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import type { Split } from "../evaluation/split-set.ts";
import { jsonLine, withoutControls } from "../text/plain.ts";
import { evaluationTable, failureText } from "./evaluation-text.ts";
import { openApp } from "./open-app.ts";
import { readSet } from "./read-set.ts";
import { InputError, runCommand } from "./run-command.ts";

interface EvaluateOptions {
  readonly json?: boolean;
  readonly split?: Split;
  readonly distractors?: number;
  readonly distractorsFrom?: string;
  readonly abstain?: boolean;
  readonly offDomain?: string;
  readonly failures?: boolean;
  readonly most: number;
}

await runCommand(
  new Command("evaluate")
    .description("Asks every question of a set and measures how often the right section and sentence come first.")
    .argument("<set>", "a SQuAD 1.x file (KorQuAD), or a folder with sections.jsonl and questions.jsonl")
    .option("--json", "print one JSON object")
    .addOption(
      new Option(
        "--split <half>",
        "only questions about articles at even places from 0 (train) or odd ones (test)",
      ).choices(["train", "test"]),
    )
    .option("--distractors <count>", "add so many sections that answer nothing; needs --distractors-from", wholeNumber)
    .option("--distractors-from <folder>", "documents to cut and splice distractors from")
    .option("--abstain", "ask also without the section that answers, and without its article")
    .option("--off-domain <set>", "with --abstain, ask also the questions of another set")
    .option("--failures", "list misses by kind")
    .option("--most <count>", "list so many of each kind", wholeNumber, 10)
    .action(async (path: string, options: EvaluateOptions) => {
      const { json = false, split, distractors, distractorsFrom, abstain = false, offDomain, failures } = options;
      if ((distractors === undefined) !== (distractorsFrom === undefined))
        throw new InputError("--distractors COUNT and --distractors-from FOLDER need each other.");
      if (offDomain !== undefined && !abstain) throw new InputError("--off-domain needs --abstain.");
      const { app, toPath } = openApp();
      const set = await readSet(path, toPath);
      const figures = await app.evaluate(set, {
        split,
        abstain,
        offDomain: offDomain === undefined ? undefined : await readSet(offDomain, toPath),
        mostFailures: failures ? options.most : undefined,
        distractors:
          distractors === undefined || distractorsFrom === undefined
            ? undefined
            : { count: distractors, folder: toPath(distractorsFrom) },
      });
      const named = { set: basename(path), ...(split === undefined ? {} : { split }), ...figures };
      if (json) process.stdout.write(`${jsonLine(named)}\n`);
      else process.stdout.write(withoutControls(evaluationTable(named) + failureText(figures.failures ?? [])));
    }),
);

function wholeNumber(given: string): number {
  const count = Number(given);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError("It must be a whole number from 1.");
  return count;
}
