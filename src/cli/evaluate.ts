import { readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { Command } from "commander";
import { type QuestionSet, QuestionSetError, readSectionsAndQuestions, readSquad } from "../evaluation/question-set.ts";
import { openApp } from "./open-app.ts";
import { InputError, runCommand } from "./run-command.ts";

await runCommand(
  new Command("evaluate")
    .description("Asks every question of a set and measures how often the right section and sentence come first.")
    .argument("<set>", "a SQuAD 1.x file (KorQuAD), or a folder with sections.jsonl and questions.jsonl")
    .option("--json", "print one JSON object")
    .action(async (path: string, { json = false }: { json?: boolean }) => {
      const { app, toPath } = openApp();
      const set = await readSet(toPath(path)).catch((error: unknown) => {
        if (!(error instanceof QuestionSetError)) throw error;
        throw new InputError(
          `"${path}" is no question set. ${error.message.replace(/\.?$/, ".")} A set is a SQuAD file, or a folder with sections.jsonl and questions.jsonl.`,
        );
      });
      const figures = { set: basename(path), ...(await app.evaluate(set)) };
      process.stdout.write(json ? `${JSON.stringify(figures)}\n` : table(figures));
    }),
);

async function readSet(path: string): Promise<QuestionSet> {
  const info = await stat(path).catch(() => null);
  if (!info) throw new InputError(`There is no file or folder "${path}".`);
  const set = info.isDirectory()
    ? readSectionsAndQuestions(
        await readText(join(path, "sections.jsonl")),
        await readText(join(path, "questions.jsonl")),
      )
    : readSquad(await readText(path));
  if (set.questions.length === 0) throw new InputError(`"${path}" holds no questions.`);
  return set;
}

async function readText(path: string): Promise<string> {
  return await readFile(path, "utf8").catch(() => {
    throw new InputError(
      `"${path}" cannot be read. A set is a SQuAD file, or a folder with sections.jsonl and questions.jsonl.`,
    );
  });
}

function table(figures: Readonly<Record<string, string | number | null>>): string {
  const lines = Object.entries(figures).map(([name, value]) => {
    const shown =
      typeof value === "number" && !Number.isInteger(value)
        ? value.toFixed(4)
        : String(value ?? "no answers in the set");
    return `${name.padEnd(20)}${shown}`;
  });
  return `${lines.join("\n")}\n`;
}
