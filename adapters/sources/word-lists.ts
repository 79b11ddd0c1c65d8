import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { WordLists } from "../../src/text/lexicon.ts";
import type { WordList } from "../../src/text/list-lines.ts";
import { messageOf } from "../../src/text/thrown.ts";
import { SourceError } from "./folder.ts";

const FILES = { aliases: "aliases.tsv", synonyms: "synonyms.tsv", exclusive: "exclusive.tsv" } as const;

/**
 * The word lists of a folder; a file that is not there is no list. Throws SourceError where the folder has none at all,
 * and where one is no file, cannot be read or is not UTF-8.
 */
export async function readWordLists(folder: string): Promise<WordLists> {
  const info = await stat(folder).catch(() => null);
  if (!info?.isDirectory()) throw new SourceError(`There is no folder "${folder}".`);
  const lists = {
    aliases: await readList(folder, FILES.aliases),
    synonyms: await readList(folder, FILES.synonyms),
    exclusive: await readList(folder, FILES.exclusive),
  };
  if (Object.values(lists).every(({ length }) => length === 0)) {
    throw new SourceError(`"${folder}" holds none of ${Object.values(FILES).join(", ")}.`);
  }
  return lists;
}

async function readList(folder: string, file: string): Promise<WordList[]> {
  const path = join(folder, file);
  try {
    // A pipe would be waited for.
    if (!(await stat(path)).isFile())
      throw new SourceError(`"${path}" is no file. Put the list there, or take it away.`);
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path));
    return [{ name: path, text }];
  } catch (error) {
    if (error instanceof SourceError) throw error;
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    if (error instanceof TypeError) throw new SourceError(`"${path}" is not UTF-8. Save it as UTF-8.`);
    throw new SourceError(`"${path}" could not be read: ${messageOf(error)}`);
  }
}
