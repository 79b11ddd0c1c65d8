import { accessSync, constants, mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** Makes the folder of DATA_DIR where it is missing. A sentence for the operator where it cannot be made or written to, else null. */
export function dataDirProblem(dataDir: string): string | null {
  try {
    makeFolder(resolve(dataDir));
    accessSync(resolve(dataDir), constants.R_OK | constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    return `DATA_DIR is "${dataDir}", but ${reasonOf(error)}. Make it a folder that this user may write to, or set DATA_DIR to another.`;
  }
}

/**
 * Makes the folder at an absolute path, with those above it. One after the other: where one is there but lets none be
 * made in it, as /proc does, Node's own way goes round for ever. Throws what the system says.
 */
export function makeFolder(path: string): void {
  if (isFolder(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isFolder(path)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  switch ("code" in error ? error.code : "") {
    case "EACCES":
    case "EPERM":
      return "this user may not make it or write to it";
    case "ENOENT":
      return "no folder can be made there";
    case "EROFS":
      return "that disk is read-only";
    case "EEXIST":
    case "ENOTDIR":
      return "a file, or a link to what is not there, is in the way";
    case "ENOSPC":
    case "EDQUOT":
      return "the disk is full";
    default:
      return error.message;
  }
}
