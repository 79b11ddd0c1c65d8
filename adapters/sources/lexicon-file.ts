import { readFile } from "node:fs/promises";

/** The text of a word list; empty where the file does not exist. */
export async function readLexiconFile(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}
