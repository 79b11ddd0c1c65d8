import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { type QuestionSet, QuestionSetError, readSectionsAndQuestions, readSquad } from "../evaluation/question-set.ts";
import { InputError } from "./run-command.ts";

/** The question set at a path as it was typed. Throws InputError. */
export async function readSet(given: string, toPath: (given: string) => string): Promise<QuestionSet> {
  try {
    return await readAt(toPath(given));
  } catch (error) {
    if (!(error instanceof QuestionSetError)) throw error;
    throw new InputError(
      `"${given}" is no question set. ${error.message.replace(/\.?$/, ".")} A set is a SQuAD file, or a folder with sections.jsonl and questions.jsonl.`,
    );
  }
}

async function readAt(path: string): Promise<QuestionSet> {
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
