import { normalizeCharacters } from "../text/normalize.ts";

/** One spelling for names of publications and categories that people take for the same: case, width and spaces do not count. */
export function sameName(name: string): string {
  return normalizeCharacters(name).toLowerCase().replace(/\s+/g, "");
}
