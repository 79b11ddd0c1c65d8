/** A word list as it is written. */
export interface WordList {
  /** For warnings: such as the path of its file. */
  readonly name: string;
  readonly text: string;
}

/** The lines of a word list, comments and empty ones included, in NFC. */
export function linesOfList(text: string): string[] {
  return text
    .normalize("NFC")
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/);
}

/** What a line lists, parted by tabs: nothing where it is a comment or empty. */
export function listedOn(line: string): string[] {
  if (line.startsWith("#")) return [];
  return line
    .split("\t")
    .map((listed) => listed.trim())
    .filter((listed) => listed !== "");
}

/** Where a line stands, for warnings; `index` counts from 0. */
export function placeOfLine(name: string, index: number): string {
  return `${name}, line ${index + 1}`;
}

/** A warning about something listed that no text can hold. */
export function saysNothing(place: string, listed: string): string {
  return `${place}: "${listed}" has no letters or digits.`;
}
