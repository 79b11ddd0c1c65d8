import type { Dirent } from "node:fs";
import { lstat, readdir, readFile, realpath, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { ArticleSource } from "../../src/ports/article-source.ts";
import type { Origin } from "../../src/ports/article-store.ts";
import type { NameOption } from "../../src/ports/ports.ts";
import { onOneLine } from "../../src/text/plain.ts";
import { messageOf } from "../../src/text/thrown.ts";
import { watchFolder } from "./watch-folder.ts";

/** The origin of articles that others deliver. */
const WEBHOOK = "webhook";
/** A larger file is no article. */
const LARGEST_FILE_BYTES = 20_000_000;
const LARGEST_FILE_WORDS = "20 MB";

/** Thrown where a path cannot be used as a source: one sentence that names it. */
export class SourceError extends Error {
  override readonly name = "SourceError";

  constructor(message: string) {
    super(onOneLine(message));
  }
}

/**
 * A folder, or one file of a folder, as a source. A file that lies in a known origin belongs to it.
 * Hidden files and folders, and links, are passed over. `name` overrides the folder's name, by the command's `option`.
 */
export async function openFolder(
  path: string,
  known: readonly Origin[] = [],
  name?: string,
  option: NameOption = "--source",
): Promise<ArticleSource> {
  // Whatever links lead to it, a folder is one place.
  const location = await realpath(resolve(path)).catch(() => resolve(path));
  const info = await stat(location).catch(() => null);
  if (!info) throw new SourceError(`There is no file or folder "${path}".`);
  if (!info.isDirectory() && !info.isFile()) throw new SourceError(`"${path}" is neither a file nor a folder.`);

  const holder = innermost(known.filter((origin) => isInside(location, origin.location)));
  if (holder && name !== undefined && name !== holder.name) {
    throw new SourceError(`"${path}" is stored already under the name "${holder.name}". Leave out ${option}.`);
  }
  if (holder && info.isFile() && holder.location === location) {
    throw new SourceError(
      `"${path}" was the folder of the articles named "${holder.name}", and is a file now. Put the folder back, or name another path.`,
    );
  }
  const root = holder?.location ?? (info.isDirectory() ? location : dirname(location));
  const origin = holder ?? { name: (name ?? (basename(root) || "documents")).normalize("NFC"), location: root };
  if (!holder && !isSourceName(origin.name)) {
    throw new SourceError(
      `"${origin.name}" cannot be the name of a source: it is empty, or holds "/", "\\" or a control character. Give another name with ${option} NAME.`,
    );
  }
  if (origin.name === WEBHOOK) {
    throw new SourceError(
      `"${path}" cannot be a source named "${WEBHOOK}": articles that are delivered have that name. Rename the folder, or give another name.`,
    );
  }
  const namesake = known.find((other) => other.name === origin.name && other.location !== origin.location);
  // A feed is no folder that may have moved.
  if (namesake && (!isAbsolute(namesake.location) || (await stat(namesake.location).catch(() => null)))) {
    throw new SourceError(
      `Articles of another ${isAbsolute(namesake.location) ? "folder" : "source"} named "${origin.name}" (${namesake.location}) are stored already. Give this one another name with ${option} NAME.`,
    );
  }
  const complete = info.isDirectory() && location === root;
  return {
    origin,
    complete,
    oneDocument: info.isFile(),
    async list() {
      if (info.isFile()) return { paths: [toPath(root, location)], unlisted: [] };
      const files: string[] = [];
      const unlisted: string[] = [];
      const problem = await listFiles(location, files, unlisted);
      if (problem !== null) throw new SourceError(problem);
      return { paths: files.map((file) => toPath(root, file)).sort(), unlisted: unlisted.map(onOneLine) };
    },
    read: (file) => readWithin(join(root, file)),
    watch: complete ? (onChange) => watchFolder(root, (file) => toPath(root, file), onChange) : null,
  };
}

/** Adds what lies below a folder; returns why the folder itself cannot be listed, or null. */
async function listFiles(folder: string, files: string[], unlisted: string[]): Promise<string | null> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    return `The folder "${folder}" cannot be read: ${messageOf(error)}.`;
  }
  for (const entry of entries) {
    if (entry.name.startsWith(".")) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const problem = await listFiles(path, files, unlisted);
      if (problem !== null) unlisted.push(problem);
    } else if (entry.isFile()) files.push(path);
  }
  return null;
}

async function readWithin(file: string): Promise<Uint8Array> {
  try {
    const info = await lstat(file);
    // A link may lead anywhere on this machine.
    if (!info.isFile()) throw new SourceError(`"${file}" is no file, and was passed over.`);
    if (info.size <= LARGEST_FILE_BYTES) return await readFile(file);
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw new SourceError(`"${file}" cannot be read: ${messageOf(error)}.`);
  }
  throw new SourceError(`"${file}" is larger than ${LARGEST_FILE_WORDS} and was passed over.`);
}

/** Names begin the ids of articles, before a "/", and are shown. */
function isSourceName(name: string): boolean {
  return name.trim() !== "" && !/[/\\]/.test(name) && onOneLine(name) === name;
}

function innermost(origins: readonly Origin[]): Origin | undefined {
  return origins.reduce<Origin | undefined>(
    (inner, origin) => (inner && inner.location.length >= origin.location.length ? inner : origin),
    undefined,
  );
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}

function toPath(root: string, file: string): string {
  return relative(root, file).split(sep).join("/");
}
