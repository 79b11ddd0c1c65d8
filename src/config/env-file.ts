import { readFileSync, statSync } from "node:fs";
import { parseEnv } from "node:util";

/** The settings of a file such as .env, none where there is no such file; null where it is not UTF-8. */
export function readEnvFile(path: string): Readonly<Record<string, string | undefined>> | null {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return {};
  try {
    // Without the mark that editors of Windows put in front: it would become part of the first name.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
    return text.includes("\0") ? null : parseEnv(text);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
